package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.xero.AdvancePayment;
import au.pip.xero.XeroReply;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Overpayments or prepayments: what is left of them, from customers and with suppliers apart, then single ones. */
final class Advances {
    private static final int MOST = 15;
    private static final Comparator<AdvancePayment> LATEST_FIRST =
            Comparator.comparing(AdvancePayment::date, Comparator.nullsLast(Comparator.reverseOrder()));

    private final Books books;
    private final FactBook facts;
    private final Home home;
    private final Span span;
    private final ContactFilter contacts;

    Advances(Books books, FactBook facts, Span span, ContactFilter contacts) {
        this.books = books;
        this.facts = facts;
        this.home = new Home(books.organisation().baseCurrency());
        this.span = span;
        this.contacts = contacts;
    }

    /** Voided ones are left out. */
    Table table(AdvancePayment.Kind kind, XeroReply<List<AdvancePayment>> reply) {
        Evidence evidence = new Evidence(books, reply);
        List<AdvancePayment> found = reply.value().stream()
                .filter(each -> each.status() != AdvancePayment.Status.VOIDED && contacts.takes(each.contact()))
                .sorted(LATEST_FIRST)
                .toList();
        String word = kind.name().toLowerCase(Locale.ROOT);
        Table table = new Table(
                "%ss, %s, %s"
                        .formatted(
                                Character.toUpperCase(word.charAt(0)) + word.substring(1),
                                contacts.words("contacts"),
                                span.words()),
                books.organisation().name());
        addSum(table, "unused " + word + "s from", "customers", AdvancePayment.Direction.RECEIVED, found, evidence);
        addSum(table, "unused " + word + "s to", "suppliers", AdvancePayment.Direction.SPENT, found, evidence);
        found.stream().limit(MOST).forEach(each -> addSingle(table, word, each, evidence));
        return found.size() > MOST ? table.rule("Single ones: the latest only.") : table;
    }

    private void addSum(
            Table table,
            String measure,
            String people,
            AdvancePayment.Direction direction,
            List<AdvancePayment> found,
            Evidence evidence) {
        List<AdvancePayment> theirs =
                found.stream().filter(each -> each.direction() == direction).toList();
        if (theirs.isEmpty()) {
            return;
        }
        Money unused = Money.zero(home.currency());
        for (AdvancePayment each : theirs) {
            unused = unused.plus(home.of(each.remaining(), each.currencyRate(), "payment " + each.reference()));
        }
        table.add(facts.add(
                measure + " " + people,
                contacts.words(people),
                span.covered(),
                null,
                new Value.Amount(unused),
                evidence.of(theirs.stream().map(AdvancePayment::id).toList())));
    }

    private void addSingle(Table table, String word, AdvancePayment each, Evidence evidence) {
        String subject = FactTable.name(
                ContactFilter.name(each.contact()) + (each.reference().isEmpty() ? "" : ", " + each.reference()));
        Period date = Period.day(Objects.requireNonNullElse(each.date(), books.today()));
        Source source = evidence.of(List.of(each.id()), 1, null);
        table.add(facts.add(
                word, subject, date, null, new Value.Amount(each.totals().total()), source));
        if (!each.remaining().equals(each.totals().total())) {
            table.add(facts.add("unused of it", subject, date, null, new Value.Amount(each.remaining()), source));
        }
    }
}
