package au.pip.sandbox.books;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Two invoices a month in US dollars to customers overseas, paid at the rate of another month. */
final class ExportPlan {
    private final Draft draft;
    private final List<Contact> customers;
    private final Rates rates;
    private final Dice dice;

    ExportPlan(Draft draft, Cast cast, Rates rates) {
        this.draft = draft;
        this.customers = cast.addOverseas();
        this.rates = rates;
        this.dice = draft.dice("exports");
    }

    void make() {
        for (YearMonth month : draft.months()) {
            for (int number = 0; number < customers.size(); number++) {
                LocalDate date = draft.weekday(month.atDay(dice.between(2 + 14 * number, 12 + 14 * number)));
                long cents = dice.between(1_900_000, 4_200_000);
                if (draft.happened(date)) {
                    invoice(customers.get(number), date, cents);
                }
            }
        }
    }

    private void invoice(Contact customer, LocalDate date, long cents) {
        InvoiceDraft invoice = new InvoiceDraft(draft, Side.SALE, customer, date, 45)
                .usd(rates.on(date))
                .line("Goods shipped free on board", cents, Chart.SALES, TaxType.EXEMPTEXPORT);
        LocalDate paid = draft.weekday(date.plusDays(dice.between(38, 62)));
        if (draft.happened(paid)) {
            invoice.pay(paid, invoice.total(), rates.on(paid));
        }
        invoice.book();
    }
}
