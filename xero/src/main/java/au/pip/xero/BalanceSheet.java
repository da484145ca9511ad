package au.pip.xero;

import au.pip.ledger.Basis;
import au.pip.ledger.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the business has and owes at the end of a day. Liabilities are positive as in the report: net assets are assets
 * less liabilities.
 *
 * @param bank the sum of the bank accounts among the assets; null where the report has no such section
 * @param equity what the report shows; Xero's rounding can set it a cent apart from net assets
 */
public record BalanceSheet(
        LocalDate day,
        Basis basis,
        @Nullable Money bank,
        Money assets,
        Money liabilities,
        Money netAssets,
        Money equity,
        List<ReportLine> lines,
        Report report) {

    static BalanceSheet of(Report report, LocalDate day, Basis basis, Currency currency) {
        ReportAmounts amounts = new ReportAmounts(report, "Reports/BalanceSheet", currency);
        List<ReportLine> lines = amounts.lines();
        Money assets = amounts.labelled("total assets"::equals);
        Money liabilities = amounts.labelled("total liabilities"::equals);
        Money netAssets = amounts.labelled("net assets"::equals);
        Money equity = amounts.labelled("total equity"::equals);
        if (lines.isEmpty()) {
            assets = assets == null ? amounts.zero() : assets;
            liabilities = liabilities == null ? amounts.zero() : liabilities;
        }
        if (assets == null && liabilities != null && netAssets != null) {
            assets = netAssets.plus(liabilities);
        }
        if (assets == null) {
            throw amounts.malformed("it has no total assets");
        }
        if (liabilities == null) {
            liabilities = netAssets == null ? amounts.zero() : assets.minus(netAssets);
        }
        netAssets = netAssets == null ? assets.minus(liabilities) : netAssets;
        return new BalanceSheet(
                day,
                basis,
                amounts.labelled(
                        label -> label.equals("total bank") || label.equals("total cash and cash equivalents")),
                assets,
                liabilities,
                netAssets,
                equity == null ? netAssets : equity,
                lines,
                report);
    }
}
