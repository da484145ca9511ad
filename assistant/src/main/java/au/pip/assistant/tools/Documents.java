package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.xero.DateRange;
import au.pip.xero.DeepLinks;
import au.pip.xero.Invoice;
import au.pip.xero.InvoiceQuery;
import au.pip.xero.XeroReply;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Single sales invoices and bills: what each came to, what is left of it, when it is due. */
final class Documents {
    private static final int MOST = 20;

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
                        .text("period", "dated in; " + PeriodWords.HELP)
                        .tool("invoices", "Single sales invoices or bills, largest first, and their total."),
                "Reading invoices",
                arguments -> new Documents(books, facts).look(arguments));
    }

    private Table look(Arguments arguments) {
        String number = arguments.text("number");
        InvoiceQuery query = InvoiceQuery.all();
        String kind =
                arguments.choice("kind", number == null ? "sales" : "either", List.of("sales", "bills", "either"));
        if (!kind.equals("either")) {
            query = query.ofType(kind.equals("sales") ? Invoice.Type.ACCREC : Invoice.Type.ACCPAY);
        }
        if (number != null) {
            query = query.numbered(FactTable.cell(number).replace(",", ""));
        }
        String status = arguments.choice("status", "", List.of("", "open", "overdue", "booked", "draft"));
        query = withStatus(query, number == null && status.isEmpty() ? "booked" : status);
        String period = arguments.text("period");
        if (period != null) {
            query = query.dated(DateRange.of(BooksTools.periods(books).read(period)));
        }
        XeroReply<List<Invoice>> reply = books.xero().invoices(query);
        String contact = arguments.text("contact");
        List<Invoice> found = reply.value().stream()
                .filter(each -> contact == null
                        || each.contact().name().toLowerCase(Locale.ROOT).contains(contact.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparing(this::total).reversed())
                .toList();
        return table(found, new Evidence(books, reply), kind);
    }

    private InvoiceQuery withStatus(InvoiceQuery query, String status) {
        return switch (status) {
            case "open" -> query.unpaid();
            case "overdue" -> query.unpaid().dueBefore(books.today());
            case "draft" -> query.withStatus(Invoice.Status.DRAFT, Invoice.Status.SUBMITTED);
            case "booked" -> query.withStatus(Invoice.Status.AUTHORISED, Invoice.Status.PAID);
            default -> query;
        };
    }

    private Table table(List<Invoice> found, Evidence evidence, String kind) {
        String documents = kind.equals("bills") ? "bills" : kind.equals("sales") ? "sales invoices" : "documents";
        Table table = new Table(
                found.size() > MOST
                        ? "The largest " + documents + " of those that fit"
                        : "The " + documents + " that fit",
                books.organisation().name());
        if (found.isEmpty()) {
            return table;
        }
        Source all = evidence.of(found.stream().map(Invoice::invoiceId).toList());
        Period asOf = Period.day(books.today());
        table.add(facts.add(documents, "all that fit", asOf, null, new Value.Count(found.size()), all));
        Value.Amount total =
                new Value.Amount(found.stream().map(this::total).reduce(Money.zero(home.currency()), Money::plus));
        table.add(facts.add("total with GST", "all that fit", asOf, null, total, all));
        found.stream().limit(MOST).forEach(each -> addDocument(table, each, evidence));
        return table;
    }

    private void addDocument(Table table, Invoice document, Evidence evidence) {
        String subject = FactTable.cell("%s %s"
                .formatted(
                        document.number().isEmpty() ? "(no number)" : document.number(),
                        document.contact().name()));
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
