package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.FactBook;
import au.pip.ledger.Period;
import au.pip.ledger.tax.DueDates;
import au.pip.ledger.tax.FinancialYear;
import au.pip.ledger.tax.TaxData;
import au.pip.ledger.tax.TaxItem;
import au.pip.xero.BankTransaction;
import au.pip.xero.BankTransactionQuery;
import au.pip.xero.DateRange;
import au.pip.xero.SalesTaxPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GST of the activity statements that are open: the running one, and the one before it while it is not due yet and
 * nothing has been booked to the GST account from the bank since its end.
 */
record OpenStatements(List<GstPosition.Position> positions, String note) {
    private static final String RUNNING_ONLY =
            "GST is that of the running activity statement; one before it that is not paid yet comes on top.";

    /** When the statement before is due, by which rule. */
    private record Last(Period period, TaxItem rule) {}

    static OpenStatements of(Books books, FactBook facts, LedgerAccounts gstAccount) {
        LocalDate today = books.today();
        SalesTaxPeriod kind = books.organisation().salesTaxPeriod();
        GstPosition.Position running = GstPosition.of(books, facts, GstPosition.basPeriod(kind, today));
        Last last = last(kind, today);
        if (last == null) {
            return new OpenStatements(List.of(running), RUNNING_ONLY);
        }
        if (new DueDates(TaxData.standard())
                .of(last.rule(), last.period())
                .day()
                .isBefore(today)) {
            return new OpenStatements(
                    List.of(running),
                    "GST is that of the running activity statement; the one before it was due already, so it is taken for"
                            + " paid.");
        }
        if (isPaid(books, gstAccount, new Period(last.period().to().plusDays(1), today))) {
            return new OpenStatements(
                    List.of(running),
                    "GST is that of the running activity statement; money was booked to the GST account since the one"
                            + " before it, so that one is taken for paid.");
        }
        List<GstPosition.Position> both = new ArrayList<>(List.of(running));
        both.add(GstPosition.of(books, facts, last.period()));
        return new OpenStatements(
                both, "GST is that of the running activity statement and of the one before it, which is not due yet.");
    }

    private static @Nullable Last last(SalesTaxPeriod kind, LocalDate today) {
        return switch (kind) {
            case MONTHLY -> new Last(Period.month(YearMonth.from(today).minusMonths(1)), TaxItem.BAS_MONTH_DAY);
            case QUARTERLY1, QUARTERLY2, QUARTERLY3 ->
                new Last(Period.quarterOf(today.minusMonths(3)), TaxItem.BAS_QUARTER_DAYS);
            case ANNUALLY ->
                new Last(new FinancialYear(FinancialYear.of(today).end() - 1).period(), TaxItem.GST_YEAR_DAY);
            case TWO_MONTHLY, SIX_MONTHLY, NONE, OTHER -> null;
        };
    }

    private static boolean isPaid(Books books, LedgerAccounts gstAccount, Period since) {
        return books.xero()
                .bankTransactions(
                        BankTransactionQuery.all()
                                .withStatus(BankTransaction.Status.AUTHORISED)
                                .dated(DateRange.of(since)),
                        () -> new boolean[1],
                        (paid, each) -> paid[0] |= each.lines().stream()
                                .anyMatch(line -> gstAccount.hold(line.accountId(), line.accountCode())))
                .value()[0];
    }
}
