package au.pip.xero;

import au.pip.ledger.Money;
import org.jspecify.annotations.Nullable;

/**
 * One account in a report, in the organisation's currency.
 *
 * @param section the title of its section
 * @param accountId null for a line that is no account, such as Current Year Earnings
 */
public record ReportLine(String section, @Nullable String accountId, String label, Money amount) {}
