package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import au.pip.xero.BankTransaction;
import au.pip.xero.BankTransactionQuery;
import au.pip.xero.DateRange;
import au.pip.xero.XeroReply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Money spent and received without an invoice, summed by contact. Payments of invoices are not among it. */
final class BankMoves {
    private static final int MOST_CONTACTS = 15;

    private final Books books;
    private final FactBook facts;
    private final Home home;

    private BankMoves(Books books, FactBook facts) {
        this.books = books;
        this.facts = facts;
        this.home = new Home(books.organisation().baseCurrency());
    }

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema()
                        .text("period", PeriodWords.SHORT_HELP)
                        .text("contact", "name or part")
                        .require("period")
                        .tool(
                                "bank_transactions",
                                "Money spent and received directly (without invoice payments), by contact."),
                "Reading bank transactions",
                arguments -> new BankMoves(books, facts).look(arguments));
    }

    private Table look(Arguments arguments) {
        Period period = BooksTools.periods(books).read(arguments.required("period"));
        ContactFilter contacts = ContactFilter.of(arguments.text("contact"));
        XeroReply<List<BankTransaction>> reply = books.xero()
                .bankTransactions(BankTransactionQuery.all()
                        .withStatus(BankTransaction.Status.AUTHORISED)
                        .dated(DateRange.of(period)));
        List<BankTransaction> moves = reply.value().stream()
                .filter(each -> contacts.takes(each.contact()))
                .toList();
        Table table = new Table(
                "Money in and out without invoices, %s, %s".formatted(contacts.words("contacts"), period.label()),
                books.organisation().name());
        Evidence evidence = new Evidence(books, reply);
        add(table, "spent", contacts, moves, period, evidence, BankTransaction.Type.SPEND);
        add(table, "received", contacts, moves, period, evidence, BankTransaction.Type.RECEIVE);
        return table.note("Payments of invoices and bills are not counted here.");
    }

    private void add(
            Table table,
            String measure,
            ContactFilter contacts,
            List<BankTransaction> moves,
            Period period,
            Evidence evidence,
            BankTransaction.Type type) {
        List<BankTransaction> chosen =
                moves.stream().filter(each -> each.type() == type).toList();
        if (chosen.isEmpty()) {
            return;
        }
        addSum(table, measure, contacts.words("contacts"), chosen, period, evidence);
        Map<String, List<BankTransaction>> groups = new LinkedHashMap<>();
        for (BankTransaction each : chosen) {
            groups.computeIfAbsent(ContactFilter.name(each.contact()), _ -> new ArrayList<>())
                    .add(each);
        }
        List<Map.Entry<String, List<BankTransaction>>> largestFirst = groups.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, List<BankTransaction>> entry) -> total(entry.getValue()))
                        .reversed())
                .toList();
        largestFirst.stream()
                .limit(MOST_CONTACTS)
                .forEach(entry -> addSum(table, measure, entry.getKey(), entry.getValue(), period, evidence));
        if (largestFirst.size() > MOST_CONTACTS) {
            List<BankTransaction> rest = largestFirst.subList(MOST_CONTACTS, largestFirst.size()).stream()
                    .flatMap(entry -> entry.getValue().stream())
                    .toList();
            addSum(table, measure, contacts.others("contacts"), rest, period, evidence);
        }
    }

    private void addSum(
            Table table,
            String measure,
            String subject,
            List<BankTransaction> moves,
            Period period,
            Evidence evidence) {
        table.add(facts.add(
                measure,
                subject,
                period,
                null,
                new Value.Amount(total(moves)),
                evidence.of(
                        moves.stream().map(BankTransaction::bankTransactionId).toList())));
    }

    private Money total(List<BankTransaction> moves) {
        Money total = Money.zero(home.currency());
        for (BankTransaction each : moves) {
            total = total.plus(home.of(each.totals().total(), each.currencyRate(), "a bank transaction"));
        }
        return total;
    }
}
