package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.xero.DeepLinks;
import au.pip.xero.Invoice;
import au.pip.xero.InvoiceQuery;
import au.pip.xero.XeroReply;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What falls due, to pay and to be paid, from today to a day soon; what is overdue already is told apart. */
final class DueSoon {
    private static final int MOST = 10;
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 120;

    private final Books books;
    private final FactBook facts;
    private final Home home;
    private final Period soon;
    private final Table table;

    private DueSoon(Books books, FactBook facts, LocalDate end) {
        this.books = books;
        this.facts = facts;
        this.home = new Home(books.organisation().baseCurrency());
        this.soon = new Period(books.today(), end);
        this.table = new Table(
                "What falls due, " + soon.label(), books.organisation().name());
    }

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema()
                        .text("within", "days from today, 1 to 120, or this_week; default 7")
                        .tool("due_soon", "What is due soon, to pay and to be paid."),
                "Reading what falls due",
                arguments -> new DueSoon(books, facts, end(arguments, books.today())).look());
    }

    /** A week ends on Sunday. */
    private static LocalDate end(Arguments arguments, LocalDate today) {
        return "this_week".equals(arguments.text("within"))
                ? today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                : today.plusDays(Days.read(arguments, "within", USUAL_DAYS, MOST_DAYS));
    }

    private Table look() {
        add(books.xero().invoices(InvoiceQuery.payables()), "to pay", "all suppliers");
        add(books.xero().invoices(InvoiceQuery.receivables()), "to be paid", "all customers");
        return table;
    }

    private void add(XeroReply<List<Invoice>> open, String what, String everyone) {
        Evidence evidence = new Evidence(books, open);
        List<Invoice> due = open.value().stream()
                .filter(each -> each.dueDate() != null && soon.contains(each.dueDate()))
                .sorted(Comparator.comparing(each -> Objects.requireNonNull(each.dueDate())))
                .toList();
        List<Invoice> overdue = open.value().stream()
                .filter(each -> each.isOverdue(soon.from()))
                .toList();
        addSum(what + ", due soon", everyone, soon, due, evidence);
        addSum(what + ", overdue already", everyone, Period.day(soon.from()), overdue, evidence);
        due.stream().limit(MOST).forEach(each -> addSingle(what, each, evidence));
        if (due.size() > MOST) {
            table.rule("Single documents: the first due only.");
        }
    }

    private void addSum(String measure, String subject, Period period, List<Invoice> documents, Evidence evidence) {
        Gathered all = new Gathered(Money.zero(home.currency()));
        documents.forEach(each -> all.add(due(each), each.invoiceId()));
        table.add(facts.add(measure, subject, period, null, new Value.Amount(all.total()), all.source(evidence)));
    }

    private void addSingle(String what, Invoice each, Evidence evidence) {
        String subject = FactTable.name("%s %s"
                .formatted(
                        each.number().isEmpty() ? "(no number)" : each.number(), ContactFilter.name(each.contact())));
        LocalDate day = Objects.requireNonNull(each.dueDate());
        Source source = evidence.of(
                List.of(each.invoiceId()), 1, DeepLinks.of(books.organisation()).invoice(each));
        table.add(facts.add(what, subject, Period.day(day), null, new Value.Amount(due(each)), source));
        table.add(facts.add("due date", subject, Period.day(day), null, new Value.Day(day), source));
    }

    private Money due(Invoice each) {
        return home.of(each.due(), each.currencyRate(), "document " + each.number());
    }
}
