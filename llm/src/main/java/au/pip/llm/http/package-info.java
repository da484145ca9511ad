/**
 * Bytes to a provider and back: one shared client, frames of the two streaming formats, and when to try again. Knows
 * nothing of models. Failures are the JDK's {@link java.io.IOException}s.
 */
@NullMarked
package au.pip.llm.http;

import org.jspecify.annotations.NullMarked;
