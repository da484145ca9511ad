package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.xero.DeepLinks;
import au.pip.xero.Invoice;
import au.pip.xero.XeroReply;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Single sales invoices and bills: what each came to, what is left of it, when it is due. */
final class Documents {
    private static final int MOST = 20;
    private static final Comparator<Invoice> LATEST_FIRST =
            Comparator.comparing(Invoice::date, Comparator.nullsLast(Comparator.reverseOrder()));

    private final Books books;
    private final FactBook facts;
    private final Home home;

    private Documents(Books books, FactBook facts) {
        this.books = books;
        this.facts = facts;
        this.home = new Home(books.organisation().baseCurrency());
    }

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema()
                        .choice("kind", "sales", "bills")
                        .choice("status", "open", "overdue", "booked", "draft")
                        .text("contact", "name or part")
                        .text("number", "")
                        .text("period", "dated in; " + PeriodWords.SHORT_HELP)
                        .tool("invoices", "Single sales invoices or bills, largest first, and their total."),
                "Reading invoices",
                arguments -> new Documents(books, facts).look(arguments));
    }

    private Table look(Arguments arguments) {
        Asked asked = Asked.read(arguments, BooksTools.periods(books));
        XeroReply<List<Invoice>> reply = books.xero().invoices(asked.query(books.today()));
        List<Invoice> found = reply.value().stream()
                .filter(each -> asked.contacts().takes(each.contact()))
                .toList();
        return table(asked, found, new Evidence(books, reply));
    }

    private Table table(Asked asked, List<Invoice> found, Evidence evidence) {
        Period period = Objects.requireNonNullElse(asked.period(), Period.day(books.today()));
        Table table =
                new Table(title(asked, found, period), books.organisation().name());
        if (found.isEmpty()) {
            return table;
        }
        Source all = evidence.of(found.stream().map(Invoice::invoiceId).toList());
        if (asked.number() == null) {
            table.add(facts.add(asked.documents(), asked.subject(), period, null, new Value.Count(found.size()), all));
        }
        if (asked.hasTotal()) {
            Value.Amount total =
                    new Value.Amount(found.stream().map(this::total).reduce(Money.zero(home.currency()), Money::plus));
            table.add(facts.add("total with GST of " + asked.documents(), asked.subject(), period, null, total, all));
        }
        found.stream()
                .sorted(asked.hasTotal() ? Comparator.comparing(this::total).reversed() : LATEST_FIRST)
                .limit(MOST)
                .forEach(each -> addDocument(table, each, evidence));
        return table;
    }

    private static String title(Asked asked, List<Invoice> found, Period period) {
        String what = "%s, %s, %s%s"
                .formatted(
                        asked.documents(),
                        asked.subject(),
                        asked.period() == null ? "as of " : "dated in ",
                        period.label());
        if (found.size() <= MOST) {
            return Character.toUpperCase(what.charAt(0)) + what.substring(1);
        }
        return (asked.hasTotal() ? "The largest of: " : "The latest of: ") + what;
    }

    private void addDocument(Table table, Invoice document, Evidence evidence) {
        String subject = FactTable.cell("%s %s"
                .formatted(
                        document.number().isEmpty() ? "(no number)" : document.number(),
                        ContactFilter.name(document.contact())));
        LocalDate date = Objects.requireNonNullElse(document.date(), books.today());
        Source source = evidence.of(
                List.of(document.invoiceId()),
                1,
                DeepLinks.of(books.organisation()).invoice(document));
        String state = document.status().name().toLowerCase(Locale.ROOT);
        table.add(fact(
                "total with GST, " + state,
                subject,
                date,
                new Value.Amount(document.totals().total()),
                source));
        if (document.isOpen()) {
            table.add(fact("still due", subject, date, new Value.Amount(document.due()), source));
        }
        if (document.dueDate() != null && document.isOpen()) {
            table.add(fact("due date", subject, date, new Value.Day(document.dueDate()), source));
        }
    }

    private Fact fact(String measure, String subject, LocalDate date, Value value, Source source) {
        return facts.add(measure, subject, Period.day(date), null, value, source);
    }

    private Money total(Invoice document) {
        return home.of(document.totals().total(), document.currencyRate(), "document " + document.number());
    }
}
