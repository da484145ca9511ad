package au.pip.sandbox.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/**
 * The sales that every set of books holds so that questions about them have known answers.
 *
 * <p>Documents settled in parts have lines in whole dollars and parts in tenths, so that the tax of each part is exact.
 */
final class PlantedSales {
    private final Draft draft;
    private final Cast cast;
    private final Trade trade;
    private final Rates rates;
    private final Dice dice;
    private final long scale;

    PlantedSales(Draft draft, Cast cast, Trade trade, Rates rates) {
        this.draft = draft;
        this.cast = cast;
        this.trade = trade;
        this.rates = rates;
        this.dice = draft.dice("planted-sales");
        this.scale = draft.isPtyLtd() ? 2 : 1;
    }

    void make() {
        overdue();
        settledInParts();
        neverOwed();
        lastDayOfTheFinancialYear();
        madeToday();
        credits();
        ofLongAgo();
        if (draft.isPtyLtd()) {
            inUsDollars();
        }
    }

    private void overdue() {
        int[] daysOverdue = {96, 48, 31, 17, 4};
        int[] customers = {2, 0, 1, 3, 6};
        for (int number = 0; number < daysOverdue.length; number++) {
            LocalDate due = draft.today().minusDays(daysOverdue[number]);
            sale(customers[number], due.minusDays(14), dice.between(640, 2_900) * scale)
                    .dueOn(due)
                    .book();
        }
    }

    private void settledInParts() {
        LocalDate late = draft.today().minusDays(62);
        InvoiceDraft overdue = sale(7, late, 4_000L * scale);
        overdue.line("Project management", 150_000, Chart.SALES, TaxType.OUTPUT);
        overdue.pay(draft.weekday(late.plusDays(21)), overdue.total() * 3 / 10).book();

        LocalDate recent = draft.today().minusDays(12);
        InvoiceDraft current = sale(8, recent, 2_600L * scale).dueOn(recent.plusDays(30));
        current.pay(recent.plusDays(8), current.total() / 2).book();

        LocalDate done = draft.today().minusDays(75);
        InvoiceDraft twice = sale(9, done, 3_000L * scale);
        twice.pay(draft.weekday(done.plusDays(10)), twice.total() * 4 / 10)
                .pay(draft.weekday(done.plusDays(24)), twice.total() * 6 / 10)
                .book();
    }

    private void neverOwed() {
        LocalDate today = draft.today();
        sale(4, today.minusDays(70), 8_800).status(InvoiceStatus.VOIDED).book();
        sale(5, today.minusDays(3), 5_150).status(InvoiceStatus.DRAFT).book();
        sale(6, today.minusDays(25), 7_420).status(InvoiceStatus.SUBMITTED).book();
        sale(7, today.minusDays(41), 6_360).status(InvoiceStatus.DELETED).book();
    }

    private void lastDayOfTheFinancialYear() {
        LocalDate day = LocalDate.of(draft.today().getYear(), Month.JUNE, 30);
        LocalDate latest = draft.happened(day) ? day : day.minusYears(1);
        sale(10, latest, dice.between(900, 1_800) * scale)
                .payInFull(latest.plusDays(23))
                .book();
    }

    /** Owed within the quarter of the running activity statement, however young that quarter is. */
    private void madeToday() {
        sale(0, draft.today(), dice.between(700, 1_900) * scale).book();
    }

    private void credits() {
        LocalDate day = draft.today().minusDays(28);
        sale(11, day, 2_000)
                .credit(day.plusDays(6), "CN-0002", "Goodwill credit", 40_000, Chart.SALES)
                .book();

        LocalDate unused = draft.today().minusDays(20);
        Line line = Line.of(
                draft.ids.next("line"),
                "Returned goods",
                BigDecimal.ONE,
                dice.between(180, 420) * 100L,
                Chart.SALES,
                TaxType.OUTPUT,
                LineAmountTypes.EXCLUSIVE);
        draft.creditNotes.add(new CreditNote(
                draft.ids.next("credit-note"),
                Side.SALE,
                "CN-0003",
                "Returned",
                cast.customers().get(3).contact().id(),
                unused,
                InvoiceStatus.AUTHORISED,
                LineAmountTypes.EXCLUSIVE,
                List.of(line),
                List.of(),
                draft.stamp(unused)));
    }

    private void ofLongAgo() {
        LocalDate day = draft.weekday(draft.spec.start().plusDays(8));
        new InvoiceDraft(draft, Side.SALE, cast.addArchivedCustomer(), day, 14)
                .line("Final job before closing down", 118_000, Chart.SALES, TaxType.OUTPUT)
                .payInFull(draft.weekday(day.plusDays(11)))
                .book();
    }

    private void inUsDollars() {
        int[] daysAgo = {330, 180, 22};
        for (int days : daysAgo) {
            LocalDate date = draft.weekday(draft.today().minusDays(days));
            InvoiceDraft invoice = new InvoiceDraft(draft, Side.SALE, cast.overseas(), date, 30)
                    .usd(rates.on(date))
                    .line("Work for export", dice.between(190_000, 470_000), Chart.SALES, TaxType.EXEMPTEXPORT);
            LocalDate paid = draft.weekday(date.plusDays(33));
            if (draft.happened(paid)) {
                invoice.pay(paid, invoice.total(), rates.on(paid));
            }
            invoice.book();
        }
    }

    private InvoiceDraft sale(int customer, LocalDate date, long dollars) {
        return new InvoiceDraft(draft, Side.SALE, cast.customers().get(customer).contact(), date, 14)
                .line(dice.pick(trade.services()).description(), dollars * 100, Chart.SALES, TaxType.OUTPUT);
    }
}
