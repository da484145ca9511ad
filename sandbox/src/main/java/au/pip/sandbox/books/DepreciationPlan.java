package au.pip.sandbox.books;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Straight-line depreciation on the last day of each month, from the month after a purchase. */
final class DepreciationPlan {
    private static final int OFFICE_MONTHS = 60;
    private static final int COMPUTER_MONTHS = 48;

    private DepreciationPlan() {}

    static void make(Draft draft) {
        for (YearMonth month : draft.months()) {
            LocalDate end = month.atEndOfMonth();
            if (draft.happened(end)) {
                long office = monthly(draft, Chart.OFFICE_EQUIPMENT, Opening.OFFICE_EQUIPMENT, month, OFFICE_MONTHS);
                long computers =
                        monthly(draft, Chart.COMPUTER_EQUIPMENT, Opening.COMPUTER_EQUIPMENT, month, COMPUTER_MONTHS);
                draft.manualJournals.add(new ManualJournal(
                        draft.ids.next("manual-journal"),
                        end,
                        "Depreciation for " + month,
                        List.of(
                                entry(Chart.DEPRECIATION, office + computers, "Depreciation"),
                                entry(Chart.OFFICE_DEPRECIATION, -office, "Office equipment"),
                                entry(Chart.COMPUTER_DEPRECIATION, -computers, "Computer equipment")),
                        draft.stamp(end)));
            }
        }
    }

    private static long monthly(Draft draft, String account, long opening, YearMonth month, int life) {
        long cost = opening
                + draft.invoices.stream()
                        .filter(invoice ->
                                invoice.status().isPosted() && invoice.date().isBefore(month.atDay(1)))
                        .flatMap(invoice -> invoice.lines().stream())
                        .filter(line -> line.accountCode().equals(account))
                        .mapToLong(Line::net)
                        .sum();
        return cost / life;
    }

    private static ManualJournal.Entry entry(String account, long amount, String description) {
        return new ManualJournal.Entry(account, amount, description, TaxType.BASEXCLUDED);
    }
}
