/** The pretend Xero's identity service: apps, consent, tokens that are renewed and run out, and connections. */
@NullMarked
package au.pip.sandbox.identity;

import org.jspecify.annotations.NullMarked;
