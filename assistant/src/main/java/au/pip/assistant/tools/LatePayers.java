package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import au.pip.xero.Invoice;
import au.pip.xero.InvoiceQuery;
import au.pip.xero.XeroReply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which customers pay late, by {@link PaymentHabits}, and which are late now. */
final class LatePayers {
    private static final int MOST = 10;

    private final Books books;
    private final FactBook facts;
    private final LocalDate today;
    private final Period year;

    private LatePayers(Books books, FactBook facts) {
        this.books = books;
        this.facts = facts;
        this.today = books.today();
        this.year = new Period(PaymentHabits.since(today), today);
    }

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema().tool("late_payers", "How late each customer usually pays, and who is late now."),
                "Working out who pays late",
                _ -> new LatePayers(books, facts).look());
    }

    /** Every approved sales invoice: the habits need the paid ones, lateness the open ones. */
    static XeroReply<PaymentHabits> read(Books books) {
        Home home = new Home(books.organisation().baseCurrency());
        LocalDate today = books.today();
        return books.xero()
                .invoices(
                        InvoiceQuery.all()
                                .ofType(Invoice.Type.ACCREC)
                                .withStatus(Invoice.Status.AUTHORISED, Invoice.Status.PAID),
                        () -> new PaymentHabits(home, today),
                        PaymentHabits::add);
    }

    private Table look() {
        XeroReply<PaymentHabits> reply = read(books);
        PaymentHabits habits = reply.value();
        Evidence evidence = new Evidence(books, reply);
        Table table = new Table(
                "Who pays late: invoices paid in " + year.label() + ", and who is late now",
                books.organisation().name());
        if (!habits.byCustomer().isEmpty()) {
            addHabit(table, "all customers", habits.together(), evidence);
        }
        habits.byCustomer().entrySet().stream()
                .filter(entry -> entry.getValue().averageDaysLate() > 0)
                .sorted(Comparator.comparingLong((Map.Entry<String, PaymentHabits.Habit> entry) ->
                                entry.getValue().averageDaysLate())
                        .reversed())
                .limit(MOST)
                .forEach(entry -> addHabit(table, entry.getKey(), entry.getValue(), evidence));
        lateNow(table, habits, evidence);
        return table.rule("Days late: from the due date to the last payment of each invoice, on average.");
    }

    private void addHabit(Table table, String customer, PaymentHabits.Habit habit, Evidence evidence) {
        table.add(facts.add(
                "average days late",
                customer,
                year,
                null,
                new Value.Count(habit.averageDaysLate()),
                habit.source(evidence)));
        table.add(facts.add(
                "invoices paid", customer, year, null, new Value.Count(habit.invoices()), habit.source(evidence)));
    }

    private void lateNow(Table table, PaymentHabits habits, Evidence evidence) {
        Map<String, List<PaymentHabits.Open>> late = new LinkedHashMap<>();
        habits.open().stream()
                .filter(each -> each.daysOverdue(today) > 0)
                .forEach(each -> late.computeIfAbsent(each.customer(), _ -> new ArrayList<>())
                        .add(each));
        Period day = Period.day(today);
        late.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, List<PaymentHabits.Open>> entry) -> due(entry.getValue()))
                        .reversed())
                .limit(MOST)
                .forEach(entry -> {
                    Gathered overdue = gathered(entry.getValue());
                    table.add(facts.add(
                            "overdue",
                            entry.getKey(),
                            day,
                            null,
                            new Value.Amount(overdue.total()),
                            overdue.source(evidence)));
                    long oldest = entry.getValue().stream()
                            .mapToLong(each -> each.daysOverdue(today))
                            .max()
                            .orElseThrow();
                    table.add(facts.add(
                            "days overdue, the oldest",
                            entry.getKey(),
                            day,
                            null,
                            new Value.Count(oldest),
                            overdue.source(evidence)));
                });
        if (late.size() > MOST) {
            table.rule("Late now: the largest only.");
        }
    }

    private Money due(List<PaymentHabits.Open> documents) {
        return gathered(documents).total();
    }

    private Gathered gathered(List<PaymentHabits.Open> documents) {
        Gathered gathered = new Gathered(Money.zero(books.organisation().baseCurrency()));
        documents.forEach(each -> gathered.add(each.due(), each.id()));
        return gathered;
    }
}
