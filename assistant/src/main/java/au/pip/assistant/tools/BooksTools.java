package au.pip.assistant.tools;

import au.pip.agent.Tool;
import au.pip.assistant.books.Books;
import au.pip.ledger.FactBook;
import au.pip.xero.Organisation;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;

/** All tools over one organisation's books. */
public final class BooksTools {
    private static final MonthDay JUNE_30 = MonthDay.of(6, 30);

    private BooksTools() {}

    /** @param facts the conversation's facts, to which each tool adds what it finds */
    public static List<Tool> over(Books books, FactBook facts) {
        return List.of(
                OrganisationDetails.over(books),
                Owed.over(Owed.Side.RECEIVABLES, books, facts),
                Owed.over(Owed.Side.PAYABLES, books, facts),
                Documents.over(books, facts),
                Contacts.over(books, facts),
                BankBalances.over(books, facts),
                BankMoves.over(books, facts),
                Profit.over(books, facts),
                NetWorth.over(books, facts),
                GstPosition.over(books, facts),
                Calculate.over(facts));
    }

    static PeriodWords periods(Books books) {
        Organisation organisation = books.organisation();
        return new PeriodWords(books.today(), Objects.requireNonNullElse(organisation.financialYearEnd(), JUNE_30));
    }
}
