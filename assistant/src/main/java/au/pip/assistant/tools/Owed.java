package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.xero.CreditNote;
import au.pip.xero.CreditNoteQuery;
import au.pip.xero.DeepLinks;
import au.pip.xero.Invoice;
import au.pip.xero.InvoiceQuery;
import au.pip.xero.XeroReply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What customers owe, or what is owed to suppliers: the amounts due of approved documents, each in the organisation's
 * currency, by contact or by age. Credit notes that nothing has used yet are shown apart.
 */
final class Owed {
    private static final int MOST_CONTACTS = 25;
    private static final int MOST_AGED = 12;

    private final Side side;
    private final Books books;
    private final FactBook facts;
    private final Home home;
    private final Period asOf;

    private Owed(Side side, Books books, FactBook facts) {
        this.side = side;
        this.books = books;
        this.facts = facts;
        this.home = new Home(books.organisation().baseCurrency());
        this.asOf = Period.day(books.today());
    }

    /** The words of each direction. */
    enum Side {
        RECEIVABLES(
                "receivables",
                "owed to you",
                "customers",
                "open sales invoices",
                "Who owes the business, and how much."),
        PAYABLES("payables", "owed by you", "suppliers", "open bills", "What the business owes suppliers.");

        private final String tool;
        private final String measure;
        private final String contacts;
        private final String documents;
        private final String help;

        Side(String tool, String measure, String contacts, String documents, String help) {
            this.tool = tool;
            this.measure = measure;
            this.contacts = contacts;
            this.documents = documents;
            this.help = help;
        }

        private InvoiceQuery open() {
            return this == RECEIVABLES ? InvoiceQuery.receivables() : InvoiceQuery.payables();
        }

        private CreditNoteQuery credits() {
            return CreditNoteQuery.all()
                    .ofType(this == RECEIVABLES ? CreditNote.Type.ACCRECCREDIT : CreditNote.Type.ACCPAYCREDIT)
                    .remaining();
        }
    }

    static BooksTool over(Side side, Books books, FactBook facts) {
        return new BooksTool(
                new Schema()
                        .choice("by", "contact", "age")
                        .tool(side.tool, side.help + " Total, overdue, by contact or age, today."),
                "Reading " + side.documents,
                arguments -> new Owed(side, books, facts)
                        .look(arguments
                                .choice("by", "contact", List.of("contact", "age"))
                                .equals("age")));
    }

    private Table look(boolean byAge) {
        XeroReply<List<Invoice>> open = books.xero().invoices(side.open());
        XeroReply<List<CreditNote>> credits = books.xero().creditNotes(side.credits());
        Evidence evidence = new Evidence(books, open);
        Table table = new Table(
                capital(side.documents) + " as of " + asOf.label(),
                books.organisation().name());
        String everyone = "all " + side.contacts;
        addSums(table, everyone, open.value(), evidence);
        List<List<Invoice>> byContact = byContact(open.value());
        table.add(facts.add(
                side.contacts,
                everyone,
                asOf,
                null,
                new Value.Count(byContact.size()),
                evidence.of(ids(open.value()))));
        table.add(facts.add(
                side.documents,
                everyone,
                asOf,
                null,
                new Value.Count(open.value().size()),
                evidence.of(ids(open.value()))));
        addCredits(table, everyone, credits);
        if (byAge) {
            addAges(table, everyone, open.value(), evidence);
            byContact.stream()
                    .limit(MOST_AGED)
                    .forEach(theirs ->
                            addAges(table, ContactFilter.name(theirs.getFirst().contact()), theirs, evidence));
            return byContact.size() > MOST_AGED ? table.rule("Contacts: the largest only.") : table;
        }
        byContact.stream()
                .limit(MOST_CONTACTS)
                .forEach(theirs ->
                        addSums(table, ContactFilter.name(theirs.getFirst().contact()), theirs, evidence));
        if (byContact.size() > MOST_CONTACTS) {
            List<Invoice> rest = byContact.subList(MOST_CONTACTS, byContact.size()).stream()
                    .flatMap(List::stream)
                    .toList();
            addSums(table, "all other " + side.contacts, rest, evidence);
        }
        return table;
    }

    /** What is open of these documents, and the overdue part of it where there is one. */
    private void addSums(Table table, String subject, List<Invoice> documents, Evidence evidence) {
        LocalDate today = asOf.to();
        List<Invoice> overdue =
                documents.stream().filter(each -> each.isOverdue(today)).toList();
        addSum(table, side.measure, subject, documents, evidence);
        if (!overdue.isEmpty()) {
            addSum(table, "overdue", subject, overdue, evidence);
        }
    }

    /** By how long they have been overdue; what has no documents is left out. */
    private void addAges(Table table, String subject, List<Invoice> documents, Evidence evidence) {
        for (Age age : Age.values()) {
            List<Invoice> aged = documents.stream()
                    .filter(each -> Age.of(each, asOf.to()) == age)
                    .toList();
            if (!aged.isEmpty()) {
                addSum(table, side.measure + ", " + age.words(), subject, aged, evidence);
            }
        }
    }

    private void addSum(Table table, String measure, String subject, List<Invoice> documents, Evidence evidence) {
        String link = documents.size() == 1 ? DeepLinks.of(books.organisation()).invoice(documents.getFirst()) : null;
        Source source = evidence.of(ids(documents), documents.size(), link);
        table.add(facts.add(measure, subject, asOf, null, new Value.Amount(due(documents)), source));
    }

    private void addCredits(Table table, String everyone, XeroReply<List<CreditNote>> credits) {
        if (credits.value().isEmpty()) {
            return;
        }
        Money unused = Money.zero(home.currency());
        for (CreditNote note : credits.value()) {
            unused = unused.plus(home.of(note.remaining(), note.currencyRate(), "credit note " + note.number()));
        }
        Source source = new Evidence(books, credits)
                .of(credits.value().stream().map(CreditNote::creditNoteId).toList());
        table.add(facts.add("unused credit notes", everyone, asOf, null, new Value.Amount(unused), source));
    }

    private Money due(List<Invoice> documents) {
        Money total = Money.zero(home.currency());
        for (Invoice document : documents) {
            total = total.plus(home.of(document.due(), document.currencyRate(), "document " + document.number()));
        }
        return total;
    }

    /** The largest first. */
    private List<List<Invoice>> byContact(List<Invoice> documents) {
        Map<String, List<Invoice>> groups = new LinkedHashMap<>();
        for (Invoice document : documents) {
            String key = Objects.requireNonNullElse(
                    document.contact().contactId(), document.contact().name());
            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(document);
        }
        return groups.values().stream()
                .sorted(Comparator.comparing(this::due).reversed())
                .toList();
    }

    private static List<String> ids(List<Invoice> documents) {
        return documents.stream().map(Invoice::invoiceId).toList();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
