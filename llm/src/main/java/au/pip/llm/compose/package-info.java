/**
 * Providers made of providers: another one when one fails, a guard on what is spent, and eyes on every call; and streams
 * made of events, for providers of one's own.
 */
@NullMarked
package au.pip.llm.compose;

import org.jspecify.annotations.NullMarked;
