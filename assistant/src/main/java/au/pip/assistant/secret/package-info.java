/** Secrets: sealed with a master key, kept in the store, opened where they are needed. */
@NullMarked
package au.pip.assistant.secret;

import org.jspecify.annotations.NullMarked;
