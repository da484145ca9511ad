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
import java.util.Collection;
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
        BankTransactionQuery query = BankTransactionQuery.all()
                .withStatus(BankTransaction.Status.AUTHORISED)
                .dated(DateRange.of(period));
        XeroReply<Moves> reply = books.xero().bankTransactions(query, Moves::new, (moves, each) -> {
            if (contacts.takes(each.contact())) {
                add(moves, each);
            }
        });
        Table table = new Table(
                "Money in and out without invoices, %s, %s".formatted(contacts.words("contacts"), period.label()),
                books.organisation().name());
        Evidence evidence = new Evidence(books, reply);
        add(table, "spent", contacts, reply.value().spent(), period, evidence);
        add(table, "received", contacts, reply.value().received(), period, evidence);
        return table.rule("Payments of invoices and bills are not counted here.");
    }

    /** By contact, in the order in which they came. */
    private record Moves(Map<String, Gathered> spent, Map<String, Gathered> received) {
        Moves() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    private void add(Moves moves, BankTransaction each) {
        Map<String, Gathered> side = each.type() == BankTransaction.Type.SPEND
                ? moves.spent()
                : each.type() == BankTransaction.Type.RECEIVE ? moves.received() : null;
        if (side != null) {
            side.computeIfAbsent(ContactFilter.name(each.contact()), _ -> new Gathered(Money.zero(home.currency())))
                    .add(
                            home.of(each.totals().total(), each.currencyRate(), "a bank transaction"),
                            each.bankTransactionId());
        }
    }

    private void add(
            Table table,
            String measure,
            ContactFilter contacts,
            Map<String, Gathered> groups,
            Period period,
            Evidence evidence) {
        if (groups.isEmpty()) {
            return;
        }
        if (contacts.part() != null && groups.size() == 1) {
            Map.Entry<String, Gathered> only = groups.entrySet().iterator().next();
            addSum(table, measure, only.getKey(), only.getValue(), period, evidence);
            return;
        }
        addSum(table, measure, contacts.words("contacts"), together(groups.values()), period, evidence);
        List<Map.Entry<String, Gathered>> largestFirst = groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Gathered> entry) ->
                                entry.getValue().total())
                        .reversed())
                .toList();
        largestFirst.stream()
                .limit(MOST_CONTACTS)
                .forEach(entry -> addSum(table, measure, entry.getKey(), entry.getValue(), period, evidence));
        if (largestFirst.size() > MOST_CONTACTS) {
            List<Gathered> rest = largestFirst.subList(MOST_CONTACTS, largestFirst.size()).stream()
                    .map(Map.Entry::getValue)
                    .toList();
            addSum(table, measure, contacts.others("contacts"), together(rest), period, evidence);
        }
    }

    private Gathered together(Collection<Gathered> groups) {
        Gathered all = new Gathered(Money.zero(home.currency()));
        groups.forEach(all::addAll);
        return all;
    }

    private void addSum(Table table, String measure, String subject, Gathered moves, Period period, Evidence evidence) {
        table.add(facts.add(measure, subject, period, null, new Value.Amount(moves.total()), moves.source(evidence)));
    }
}
