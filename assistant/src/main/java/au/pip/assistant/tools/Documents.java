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
import java.util.ArrayList;
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
        Comparator<Invoice> order =
                asked.hasTotal() ? Comparator.comparing(this::total).reversed() : LATEST_FIRST;
        XeroReply<Found> reply = books.xero()
                .invoices(asked.query(books.today()), () -> new Found(order), (found, each) -> {
                    if (asked.contacts().takes(each.contact())) {
                        found.add(each, asked.hasTotal() ? total(each) : Money.zero(home.currency()));
                    }
                });
        return table(asked, reply.value(), new Evidence(books, reply));
    }

    /** What all of them come to, and the first in an order; of equal ones those that came first. */
    private final class Found {
        private final Comparator<Invoice> order;
        private final Gathered all = new Gathered(Money.zero(home.currency()));
        private final List<Invoice> first = new ArrayList<>();

        Found(Comparator<Invoice> order) {
            this.order = order;
        }

        void add(Invoice each, Money total) {
            all.add(total, each.invoiceId());
            first.add(each);
            if (first.size() >= 2 * MOST) {
                cut();
            }
        }

        private void cut() {
            first.sort(order);
            first.subList(Math.min(MOST, first.size()), first.size()).clear();
        }

        List<Invoice> first() {
            cut();
            return first;
        }
    }

    private Table table(Asked asked, Found found, Evidence evidence) {
        Period period = Objects.requireNonNullElse(asked.period(), Period.day(books.today()));
        Table table = new Table(
                title(asked, found.all.records(), period), books.organisation().name());
        int records = found.all.records();
        if (records == 0) {
            return table;
        }
        Source all = found.all.source(evidence);
        if (asked.number() == null) {
            table.add(facts.add(asked.documents(), asked.subject(), period, null, new Value.Count(records), all));
        }
        if (asked.hasTotal()) {
            Value.Amount total = new Value.Amount(found.all.total());
            table.add(facts.add("total with GST of " + asked.documents(), asked.subject(), period, null, total, all));
        }
        found.first().forEach(each -> addDocument(table, each, evidence));
        return table;
    }

    private static String title(Asked asked, int records, Period period) {
        String what = "%s, %s, %s%s"
                .formatted(
                        asked.documents(),
                        asked.subject(),
                        asked.period() == null ? "as of " : "dated in ",
                        period.label());
        if (records <= MOST) {
            return Character.toUpperCase(what.charAt(0)) + what.substring(1);
        }
        return (asked.hasTotal() ? "The largest of: " : "The latest of: ") + what;
    }

    private void addDocument(Table table, Invoice document, Evidence evidence) {
        String subject = FactTable.name("%s %s"
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
