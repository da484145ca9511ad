/** Providers made of providers: another one when one fails, a guard on what is spent, and eyes on every call. */
@NullMarked
package au.pip.llm.compose;

import org.jspecify.annotations.NullMarked;
