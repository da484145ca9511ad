package au.pip.sandbox.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The purchases that every set of books holds so that questions about them have known answers. */
final class PlantedPurchases {
    private final Draft draft;
    private final Cast cast;
    private final Rates rates;
    private final PurchasePlan plan;
    private final Dice dice;

    PlantedPurchases(Draft draft, Cast cast, Rates rates, PurchasePlan plan) {
        this.draft = draft;
        this.cast = cast;
        this.rates = rates;
        this.plan = plan;
        this.dice = draft.dice("planted-purchases");
    }

    void make() {
        billedTwice();
        withoutGst();
        subscription();
        equipment();
        openBills();
        credits();
        oddBankItems();
    }

    private void billedTwice() {
        LocalDate date = draft.today().minusDays(40);
        String number = plan.nextNumber();
        long cents = dice.between(41_000, 88_000);
        for (boolean paid : new boolean[] {true, false}) {
            InvoiceDraft bill = bill(SupplierRole.MATERIALS, date, number)
                    .line("Materials as delivered", cents, Chart.COST_OF_SALES, TaxType.INPUT);
            if (paid) {
                bill.payInFull(draft.weekday(date.plusDays(15)));
            }
            bill.book();
        }
    }

    private void withoutGst() {
        LocalDate date = draft.weekday(draft.today().minusDays(66));
        bill(SupplierRole.CLEANING, date, plan.nextNumber())
                .line("Cleaning by a subcontractor not registered for GST", 28_600, "408", TaxType.EXEMPTEXPENSES)
                .payInFull(draft.weekday(date.plusDays(14)))
                .book();
    }

    /** A flat price in US dollars on the 12th of each month; the last two are still to be paid. */
    private void subscription() {
        long price = dice.between(7_400, 14_900);
        List<LocalDate> dates = draft.months().stream()
                .map(month -> month.atDay(12))
                .filter(draft::happened)
                .toList();
        for (int number = 0; number < dates.size(); number++) {
            LocalDate date = dates.get(number);
            InvoiceDraft bill = bill(SupplierRole.SOFTWARE, date, plan.nextNumber())
                    .dueOn(date.plusDays(28))
                    .usd(rates.on(date))
                    .line("Monthly plan in US dollars", price, "485", TaxType.EXEMPTEXPENSES);
            LocalDate paid = draft.weekday(date.plusDays(25));
            if (number < dates.size() - 2) {
                bill.pay(paid, bill.total(), rates.on(paid));
            }
            bill.book();
        }
    }

    private void equipment() {
        asset(draft.today().minusDays(260), 1_940_000, Chart.OFFICE_EQUIPMENT, "Workshop fit-out, installed");
        asset(draft.today().minusDays(135), 2_180_000, Chart.COMPUTER_EQUIPMENT, "Large-format machine with computer");
    }

    private void asset(LocalDate wanted, long inclusive, String account, String what) {
        LocalDate date = draft.weekday(wanted);
        bill(SupplierRole.EQUIPMENT, date, plan.nextNumber())
                .inclusive()
                .line(what, inclusive, account, TaxType.CAPEXINPUT)
                .payInFull(draft.weekday(date.plusDays(10)))
                .book();
    }

    private void openBills() {
        LocalDate today = draft.today();
        bill(SupplierRole.MATERIALS, today.minusDays(52), plan.nextNumber())
                .line("Materials on back order", dice.between(32_000, 61_000), Chart.COST_OF_SALES, TaxType.INPUT)
                .book();
        bill(SupplierRole.ADVERTISING, today.minusDays(5), plan.nextNumber())
                .line("Campaign", dice.between(24_000, 52_000), "400", TaxType.INPUT)
                .book();
        InvoiceDraft half = bill(SupplierRole.REPAIRS, today.minusDays(24), plan.nextNumber())
                .line("Repair of equipment", 120_000, "473", TaxType.INPUT);
        half.pay(today.minusDays(11), half.total() / 2).book();
        bill(SupplierRole.PRINTING, today.minusDays(2), plan.nextNumber())
                .line("Catalogue, to be checked", 93_000, "461", TaxType.INPUT)
                .status(InvoiceStatus.DRAFT)
                .book();
        if (draft.isPtyLtd()) {
            bill(SupplierRole.ACCOUNTANT, today, plan.nextNumber())
                    .line("Advice on structure", 88_000, "412", TaxType.INPUT)
                    .book();
        }
    }

    private void credits() {
        LocalDate day = draft.today().minusDays(84);
        InvoiceDraft bill = bill(SupplierRole.SECOND_MATERIALS, day, plan.nextNumber())
                .line("Stock order", 150_000, Chart.COST_OF_SALES, TaxType.INPUT)
                .credit(day.plusDays(5), "SCR-118", "Short delivery", 30_000, Chart.COST_OF_SALES);
        bill.pay(draft.weekday(day.plusDays(14)), bill.total() * 8 / 10).book();

        LocalDate unused = draft.today().minusDays(33);
        Line line = Line.of(
                draft.ids.next("line"),
                "Faulty goods returned",
                BigDecimal.ONE,
                dice.between(90, 240) * 100L,
                Chart.COST_OF_SALES,
                TaxType.INPUT,
                LineAmountTypes.EXCLUSIVE);
        draft.creditNotes.add(new CreditNote(
                draft.ids.next("credit-note"),
                Side.PURCHASE,
                "SCR-204",
                "Return",
                cast.supplier(SupplierRole.MATERIALS).id(),
                unused,
                InvoiceStatus.AUTHORISED,
                LineAmountTypes.EXCLUSIVE,
                List.of(line),
                List.of(),
                draft.stamp(unused)));
    }

    private void oddBankItems() {
        LocalDate today = draft.today();
        BankDraft.spend(draft, cast.payee(PayeeRole.TOY_SHOP), draft.weekday(today.minusDays(50)))
                .line("Birthday present", 18_690, "429", TaxType.INPUT)
                .book();
        BankDraft.spend(draft, cast.payee(PayeeRole.HARDWARE), today.minusDays(77))
                .line("Unclear purchase", 24_150, "429", TaxType.INPUT)
                .unreconciled()
                .book();
        BankDraft.spend(draft, cast.payee(PayeeRole.STATIONER), today.minusDays(45))
                .line("Toner", 13_200, "453", TaxType.INPUT)
                .unreconciled()
                .book();
        BankDraft.spend(draft, cast.payee(PayeeRole.FUEL), today.minusDays(30))
                .line("Fuel, entered twice", 9_240, "449", TaxType.INPUT)
                .deleted()
                .book();
        if (YearMonth.from(today).atDay(1).equals(today)) {
            return;
        }
        BankDraft.spend(draft, cast.payee(PayeeRole.CAFE), today.minusDays(1))
                .line("Coffee with a client", 1_430, "420", TaxType.INPUT)
                .book();
    }

    private InvoiceDraft bill(SupplierRole role, LocalDate date, String number) {
        return new InvoiceDraft(draft, Side.PURCHASE, cast.supplier(role), date, 14).number(number);
    }
}
