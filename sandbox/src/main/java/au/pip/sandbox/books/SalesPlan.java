package au.pip.sandbox.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;

/** The everyday sales: about six invoices a month, few around Christmas. */
final class SalesPlan {
    private static final int INCLUSIVE_PERCENT = 8;

    private final Draft draft;
    private final Cast cast;
    private final Trade trade;
    private final Dice dice;

    SalesPlan(Draft draft, Cast cast, Trade trade) {
        this.draft = draft;
        this.cast = cast;
        this.trade = trade;
        this.dice = draft.dice("sales");
    }

    void make() {
        for (YearMonth month : draft.months()) {
            int whole = invoicesIn(month);
            int days = draft.daysOf(month);
            int count = (whole * days + month.lengthOfMonth() / 2) / month.lengthOfMonth();
            for (int number = 0; number < count; number++) {
                invoice(draft.weekday(month.atDay(dice.between(1, days))));
            }
        }
        goodsAndServicesTaxFree();
    }

    private int invoicesIn(YearMonth month) {
        int usual = dice.between(5, 7);
        return month.getMonth() == Month.JANUARY ? 2 : month.getMonth() == Month.DECEMBER ? 4 : usual;
    }

    private void invoice(LocalDate date) {
        Cast.Customer customer = cast.anyCustomer(dice);
        InvoiceDraft invoice = new InvoiceDraft(draft, Side.SALE, customer.contact(), date, customer.termsDays());
        if (dice.chance(INCLUSIVE_PERCENT)) {
            invoice.inclusive();
        }
        if (dice.chance(40)) {
            invoice.reference("PO-" + dice.between(1000, 9999));
        }
        addLines(invoice, dice.between(1, 3));
        int delay = Math.max(1, customer.payDelayDays() + dice.between(-4, 6));
        invoice.payInFull(draft.weekday(date.plusDays(delay))).book();
    }

    private void addLines(InvoiceDraft invoice, int count) {
        Set<Trade.Service> used = new HashSet<>();
        while (used.size() < count) {
            Trade.Service service = dice.pick(trade.services());
            if (used.add(service)) {
                invoice.line(
                        service.description(), quantity(service), service.unitCents(), Chart.SALES, TaxType.OUTPUT);
            }
        }
    }

    private BigDecimal quantity(Trade.Service service) {
        int scale = Math.max(1, cast.employees().size());
        int units = dice.between(service.least(), service.most()) * scale;
        boolean half = service.halves() && dice.chance(40);
        return half ? BigDecimal.valueOf(units * 10L + 5, 1) : BigDecimal.valueOf(units);
    }

    /** Two workshops for a registered course, free of GST, each beside a taxed line. */
    private void goodsAndServicesTaxFree() {
        for (int monthsAgo : new int[] {4, 9}) {
            LocalDate date = draft.weekday(draft.today().minusMonths(monthsAgo).withDayOfMonth(10));
            new InvoiceDraft(draft, Side.SALE, cast.customers().get(4).contact(), date, 14)
                    .line("Accredited training workshop", 75_000, "260", TaxType.EXEMPTOUTPUT)
                    .line("Workshop materials", 12_345, Chart.SALES, TaxType.OUTPUT)
                    .payInFull(draft.weekday(date.plusDays(12)))
                    .book();
        }
    }
}
