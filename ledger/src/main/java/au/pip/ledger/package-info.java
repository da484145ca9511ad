/**
 * The arithmetic and the evidence of an answer: money, periods and facts. Pure functions; no I/O but its own
 * resource files, no clock, no dependency.
 */
@NullMarked
package au.pip.ledger;

import org.jspecify.annotations.NullMarked;
