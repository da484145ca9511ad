/** Whose organisations in Xero: signing in, the tokens and where they lie, which organisation questions are about. */
@NullMarked
package au.pip.assistant.xero;

import org.jspecify.annotations.NullMarked;
