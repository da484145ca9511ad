package au.pip.sandbox.books;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The everyday bills: materials, phone and a few others each month, power and the accountant each quarter. */
final class PurchasePlan {
    private static final List<SupplierRole> OCCASIONAL = List.of(
            SupplierRole.ADVERTISING,
            SupplierRole.COURIER,
            SupplierRole.CLEANING,
            SupplierRole.REPAIRS,
            SupplierRole.PRINTING);

    private final Draft draft;
    private final Cast cast;
    private final Dice dice;
    private int billNumber;

    PurchasePlan(Draft draft, Cast cast) {
        this.draft = draft;
        this.cast = cast;
        this.dice = draft.dice("purchases");
        this.billNumber = dice.between(10_000, 60_000);
    }

    void make() {
        long scale = draft.isPtyLtd() ? 3 : 1;
        long phone = dice.between(7_900, 14_900) * scale;
        for (YearMonth month : draft.months()) {
            bill(SupplierRole.PHONE, month.atDay(3), 14, phone);
            bill(SupplierRole.MATERIALS, day(month, 4, 12), 30, dice.between(18_000, 78_000) * scale);
            if (month.getMonthValue() % 2 == 0) {
                bill(SupplierRole.SECOND_MATERIALS, day(month, 14, 26), 14, dice.between(9_000, 42_000) * scale);
            } else {
                bill(dice.pick(OCCASIONAL), day(month, 8, 24), 14, dice.between(6_500, 31_000) * scale);
            }
            if (month.getMonthValue() % 3 == 2) {
                bill(SupplierRole.POWER, month.atDay(17), 21, dice.between(21_000, 46_000) * scale);
            }
            if (month.getMonthValue() % 3 == 1) {
                bill(SupplierRole.ACCOUNTANT, month.atDay(20), 14, dice.between(33_000, 49_500));
            }
        }
    }

    /** The next number a supplier might have given its bill. */
    String nextNumber() {
        billNumber += dice.between(3, 41);
        return "B-" + billNumber;
    }

    private LocalDate day(YearMonth month, int from, int to) {
        return month.atDay(dice.between(from, to));
    }

    private void bill(SupplierRole role, LocalDate wanted, int terms, long cents) {
        LocalDate date = draft.weekday(wanted);
        if (!draft.happened(date)) {
            return;
        }
        InvoiceDraft bill =
                new InvoiceDraft(draft, Side.PURCHASE, cast.supplier(role), date, terms).number(nextNumber());
        if (dice.chance(10)) {
            bill.inclusive();
        }
        boolean split = role == SupplierRole.MATERIALS && dice.chance(50);
        long freight = split ? 1_935 : 0;
        bill.line(role.item(), cents - freight, role.accountCode(), TaxType.INPUT);
        if (split) {
            bill.line("Freight", freight, "425", TaxType.INPUT);
        }
        bill.payInFull(draft.weekday(date.plusDays(terms + dice.between(-3, 2))))
                .book();
    }
}
