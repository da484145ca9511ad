package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import au.pip.xero.BankSummary;
import au.pip.xero.Invoice;
import au.pip.xero.InvoiceQuery;
import au.pip.xero.XeroReply;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Where a look at what can be spent starts: the bank by the books today, and the bills that are open. */
final class CashNow {
    private final Books books;
    private final FactBook facts;
    private final Table table;

    CashNow(Books books, FactBook facts, Table table) {
        this.books = books;
        this.facts = facts;
        this.table = table;
    }

    Fact bank() {
        LocalDate today = books.today();
        XeroReply<BankSummary> reply = books.xero().bankSummary(new Period(today.withDayOfMonth(1), today));
        Money closing = Objects.requireNonNullElse(
                reply.value().closing(), Money.zero(books.organisation().baseCurrency()));
        List<String> ids = reply.value().accounts().stream()
                .map(BankSummary.Line::accountId)
                .filter(Objects::nonNull)
                .toList();
        return table.add(facts.add(
                "balance by the books",
                "all bank accounts",
                Period.day(today),
                null,
                new Value.Amount(closing),
                new Evidence(books, reply).of(ids)));
    }

    /** What is left to pay of approved bills. */
    Fact bills(String measure, Period period, Predicate<Invoice> which) {
        Home home = new Home(books.organisation().baseCurrency());
        XeroReply<Gathered> bills = books.xero()
                .invoices(
                        InvoiceQuery.payables(), () -> new Gathered(Money.zero(home.currency())), (gathered, each) -> {
                            if (which.test(each)) {
                                gathered.add(
                                        home.of(each.due(), each.currencyRate(), "document " + each.number()),
                                        each.invoiceId());
                            }
                        });
        return table.add(facts.add(
                measure,
                "all suppliers",
                period,
                null,
                new Value.Amount(bills.value().total()),
                bills.value().source(new Evidence(books, bills))));
    }
}
