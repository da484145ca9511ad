/** A pretend Xero over generated books: its addresses, wire format, limits and faults on a local port. */
@NullMarked
package au.pip.sandbox.xero;

import org.jspecify.annotations.NullMarked;
