/**
 * Australian tax: every figure is dated data in a resource file, with its source, the day it was checked and whether it
 * is law; pure functions work over it. What the data lacks for a day is never taken from another year.
 */
@NullMarked
package au.pip.ledger.tax;

import org.jspecify.annotations.NullMarked;
