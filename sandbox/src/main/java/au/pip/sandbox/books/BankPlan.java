package au.pip.sandbox.books;

import java.time.LocalDate;
import java.time.YearMonth;

/** Money that moves without a bill: fees, fuel, meals, the loan, interest, savings, the owner's drawings. */
final class BankPlan {
    private final Draft draft;
    private final Cast cast;
    private final Dice dice;

    BankPlan(Draft draft, Cast cast) {
        this.draft = draft;
        this.cast = cast;
        this.dice = draft.dice("bank");
    }

    void make() {
        YearMonth wronglyCoded = YearMonth.from(draft.today().minusMonths(3));
        int insurance = dice.between(9_500, 21_000);
        long rent = dice.between(2_860, 3_740) * 100L;
        long owed = 1_800_000;
        for (YearMonth month : draft.months()) {
            boolean wrong = month.equals(wronglyCoded);
            spend(
                    PayeeRole.BANK,
                    month.atDay(1),
                    wrong ? "Merchant facility fee" : "Monthly account fee",
                    wrong ? 2_750 : 1_500,
                    "404",
                    wrong ? TaxType.INPUT : TaxType.EXEMPTEXPENSES);
            everyday(month);
            spend(PayeeRole.INSURER, month.atDay(15), "Business insurance", insurance, "433", TaxType.INPUT);
            long interest = owed * 7 / 1200;
            long principal = 60_000 - interest;
            if (draft.happened(month.atDay(20))) {
                BankDraft.spend(draft, cast.payee(PayeeRole.LENDER), month.atDay(20))
                        .line("Loan repayment, principal", principal, Chart.LOAN, TaxType.BASEXCLUDED)
                        .line("Loan repayment, interest", interest, "437", TaxType.EXEMPTEXPENSES)
                        .book();
                owed -= principal;
            }
            savings(month);
            if (draft.isPtyLtd()) {
                spend(PayeeRole.LANDLORD, month.atDay(1), "Rent of workshop", rent, "469", TaxType.INPUT);
            } else {
                ownerAndCashSales(month);
            }
        }
    }

    private void everyday(YearMonth month) {
        everyday(PayeeRole.FUEL, month, 2, 9, "Fuel", 5_500, 13_000, "449");
        everyday(PayeeRole.FUEL, month, 16, 24, "Fuel", 5_500, 13_000, "449");
        everyday(PayeeRole.PARKING, month, 3, 27, "Parking and tolls", 800, 4_200, "493");
        everyday(PayeeRole.CAFE, month, 4, 26, "Client meeting", 1_200, 9_800, "420");
        if (draft.isPtyLtd()) {
            return;
        }
        everyday(PayeeRole.STATIONER, month, 5, 25, "Office supplies", 1_500, 11_000, "453");
        everyday(PayeeRole.HARDWARE, month, 6, 22, "Consumables", 2_500, 21_000, Chart.COST_OF_SALES);
    }

    private void everyday(
            PayeeRole role, YearMonth month, int from, int to, String what, int least, int most, String account) {
        spend(role, month.atDay(dice.between(from, to)), what, dice.between(least, most), account, TaxType.INPUT);
    }

    private void savings(YearMonth month) {
        LocalDate end = month.atEndOfMonth();
        int interest = dice.between(1_800, 4_600);
        if (draft.happened(end)) {
            new BankDraft(draft, BankTransactionType.RECEIVE, Chart.SAVINGS, cast.payee(PayeeRole.BANK), end)
                    .line("Interest", interest, Chart.INTEREST_INCOME, TaxType.INPUTTAXED)
                    .book();
        }
        LocalDate transfer = draft.weekday(month.atDay(11));
        if (month.getMonthValue() % 3 == 0 && draft.happened(transfer)) {
            transfer(BankTransactionType.SPEND_TRANSFER, Chart.BANK, transfer);
            transfer(BankTransactionType.RECEIVE_TRANSFER, Chart.SAVINGS, transfer);
        }
    }

    private void transfer(BankTransactionType type, String account, LocalDate date) {
        new BankDraft(draft, type, account, null, date)
                .line("Transfer to savings", 150_000, Chart.TRACKING_TRANSFERS, TaxType.BASEXCLUDED)
                .book();
    }

    private void ownerAndCashSales(YearMonth month) {
        for (int day : new int[] {10, 25}) {
            spendTo(
                    cast.payee(PayeeRole.BANK),
                    draft.weekday(month.atDay(day)),
                    "Owner drawings",
                    dice.between(26, 32) * 10_000L,
                    Chart.DRAWINGS,
                    TaxType.BASEXCLUDED);
        }
        LocalDate cashSale = draft.weekday(month.atDay(dice.between(7, 23)));
        int amount = dice.between(9_900, 48_000);
        if (draft.happened(cashSale)) {
            new BankDraft(
                            draft,
                            BankTransactionType.RECEIVE,
                            Chart.BANK,
                            cast.customers().get(5).contact(),
                            cashSale)
                    .line("Small job, paid by card", amount, Chart.SALES, TaxType.OUTPUT)
                    .book();
        }
        if (month.equals(YearMonth.from(draft.spec.start().plusMonths(5)))) {
            new BankDraft(draft, BankTransactionType.RECEIVE, Chart.BANK, cast.payee(PayeeRole.BANK), month.atDay(13))
                    .line("Owner funds introduced", 500_000, Chart.FUNDS_INTRODUCED, TaxType.BASEXCLUDED)
                    .book();
        }
    }

    private void spend(PayeeRole role, LocalDate date, String what, long cents, String account, TaxType taxType) {
        spendTo(cast.payee(role), date, what, cents, account, taxType);
    }

    private void spendTo(Contact payee, LocalDate date, String what, long cents, String account, TaxType taxType) {
        if (draft.happened(date)) {
            BankDraft.spend(draft, payee, date)
                    .line(what, cents, account, taxType)
                    .book();
        }
    }
}
