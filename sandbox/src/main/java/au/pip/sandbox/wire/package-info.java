/** What goes over the wire: replies in Xero's forms, and how well or badly they get through. */
@NullMarked
package au.pip.sandbox.wire;

import org.jspecify.annotations.NullMarked;
