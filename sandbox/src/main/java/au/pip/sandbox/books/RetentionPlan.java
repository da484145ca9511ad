package au.pip.sandbox.books;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A progress claim each month, of which the client holds a twentieth back: that part is an invoice of its own, due a year
 * later and paid late.
 */
final class RetentionPlan {
    private static final int YEAR = 365;

    private final Draft draft;
    private final Cast cast;
    private final Dice dice;

    RetentionPlan(Draft draft, Cast cast) {
        this.draft = draft;
        this.cast = cast;
        this.dice = draft.dice("retentions");
    }

    void make() {
        int claim = 1;
        for (YearMonth month : draft.months()) {
            LocalDate date = draft.weekday(month.atDay(5));
            long dollars = dice.between(300, 900) * 20L;
            int delay = dice.between(18, 40);
            if (draft.happened(date)) {
                invoice(
                        date,
                        30,
                        "Progress claim " + claim + ", less retention of a twentieth",
                        dollars / 20 * 19,
                        delay);
                invoice(date, YEAR, "Retention held back of progress claim " + claim, dollars / 20, YEAR + delay);
            }
            claim++;
        }
    }

    private void invoice(LocalDate date, int terms, String what, long dollars, int delay) {
        new InvoiceDraft(draft, Side.SALE, cast.customers().get(10).contact(), date, terms)
                .line(what, dollars * 100, Chart.SALES, TaxType.OUTPUT)
                .payInFull(draft.weekday(date.plusDays(delay)))
                .book();
    }
}
