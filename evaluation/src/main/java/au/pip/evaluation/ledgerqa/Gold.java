package au.pip.evaluation.ledgerqa;

import java.util.Set;

/**
 * A figure of a right answer.
 *
 * @param value cents, a count, tenths of a percent, or an ISO date
 * @param currency ISO 4217, of an amount
 * @param name what the answer has to name with it; empty for nothing
 * @param ids of the records behind it; empty where they are not looked at
 */
record Gold(Kind kind, String value, String currency, String name, Set<String> ids) {}
