/** How Pip is let in: signing in, renewing, revoking; whose tokens they are, and where they lie, is others' business. */
@NullMarked
package au.pip.xero.auth;

import org.jspecify.annotations.NullMarked;
