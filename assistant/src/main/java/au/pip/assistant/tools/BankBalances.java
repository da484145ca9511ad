package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.FactBook;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import au.pip.xero.BankSummary;
import au.pip.xero.XeroReply;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What each bank account holds by the books. */
final class BankBalances {
    private BankBalances() {}

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema()
                        .text("date", "YYYY-MM-DD, default today")
                        .tool("bank_balances", "Balance of each bank account by the books (not the bank's statement)."),
                "Reading bank balances",
                arguments -> look(books, facts, arguments));
    }

    private static Table look(Books books, FactBook facts, Arguments arguments) {
        LocalDate day = Objects.requireNonNullElse(arguments.date("date"), books.today());
        XeroReply<BankSummary> reply = books.xero().bankSummary(new Period(day.withDayOfMonth(1), day));
        Evidence evidence = new Evidence(books, reply);
        Table table = new Table(
                "Bank balances by the books at the end of " + Period.day(day).label(),
                books.organisation().name());
        List<BankSummary.Line> accounts = reply.value().accounts();
        if (reply.value().closing() != null && accounts.size() > 1) {
            table.add(facts.add(
                    "balance by the books",
                    "all bank accounts",
                    Period.day(day),
                    null,
                    new Value.Amount(reply.value().closing()),
                    evidence.of(accounts.stream()
                            .map(BankSummary.Line::accountId)
                            .filter(Objects::nonNull)
                            .toList())));
        }
        for (BankSummary.Line account : accounts) {
            table.add(facts.add(
                    "balance by the books",
                    FactTable.name(account.name()),
                    Period.day(day),
                    null,
                    new Value.Amount(account.closing()),
                    evidence.of(account.accountId() == null ? List.of() : List.of(account.accountId()))));
        }
        return table;
    }
}
