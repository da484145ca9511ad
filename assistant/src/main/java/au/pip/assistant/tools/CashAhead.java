package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import au.pip.xero.XeroReply;
import java.time.LocalDate;
import java.util.List;

/**
 * The bank by the books some days from now: what is in it, and what customers are expected to pay by then, less the
 * bills due by then and the costs that repeat; then less GST, PAYG and super owing by the books today. Customers pay on
 * the due date and the days by which they usually are late; what has been overdue for more than {@value #DOUBTFUL} days
 * is not expected. {@link RepeatingCosts} says which costs repeat.
 */
final class CashAhead {
    private static final int DOUBTFUL = 90;
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 120;

    private final Books books;
    private final FactBook facts;
    private final LocalDate today;
    private final LocalDate end;
    private final Period ahead;
    private final Table table;

    private CashAhead(Books books, FactBook facts, int days) {
        this.books = books;
        this.facts = facts;
        this.today = books.today();
        this.end = today.plusDays(days);
        this.ahead = new Period(today, end);
        this.table = new Table(
                "Cash expected by " + Period.day(end).label(),
                books.organisation().name());
    }

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema()
                        .text("days", "ahead, 1 to 120; default 30")
                        .tool("cash_forecast", "Cash now and expected in some days, with what makes it up."),
                "Working out the cash to come",
                arguments -> new CashAhead(books, facts, Days.read(arguments, "days", USUAL_DAYS, MOST_DAYS)).look());
    }

    private Table look() {
        CashNow now = new CashNow(books, facts, table);
        Fact bank = now.bank();
        Fact receipts = receipts();
        Fact in = sum("in the bank and expected", List.of(bank, receipts));
        Fact bills = now.bills(
                "bills due by then",
                ahead,
                each -> each.dueDate() == null || !each.dueDate().isAfter(end));
        TaxOwed tax = new TaxOwed(books, facts);
        Fact repeating = new RepeatingCosts(books, facts, tax).expected(ahead, table);
        Fact out = sum("expected to go out", List.of(bills, repeating));
        Fact expected = difference("expected in the bank", in, out);
        List<Fact> owing = tax.owing(table);
        if (!owing.isEmpty()) {
            difference("expected once GST, PAYG and super are paid", expected, sum("GST, PAYG and super", owing));
        }
        return table.rule(
                        "Expected from customers: the due date and the days that each usually is late; what is long overdue is left out.")
                .rule(
                        "Repeating: those paid without a bill in each of the last three whole months, at that pace. New sales, new bills and super on wages to come are not counted.")
                .rule("GST, PAYG and super are what the accounts hold today; part of it may fall due later.");
    }

    private Fact receipts() {
        XeroReply<PaymentHabits> reply = LatePayers.read(books);
        PaymentHabits habits = reply.value();
        Gathered expected = new Gathered(Money.zero(books.organisation().baseCurrency()));
        Gathered later = new Gathered(Money.zero(books.organisation().baseCurrency()));
        for (PaymentHabits.Open each : habits.open()) {
            boolean counts = each.daysOverdue(today) <= DOUBTFUL
                    && !habits.expected(each, today).isAfter(end);
            (counts ? expected : later).add(each.due(), each.id());
        }
        Evidence evidence = new Evidence(books, reply);
        Fact receipts = add("expected from customers", expected, evidence);
        if (later.records() > 0) {
            add("owed to you, not expected by then", later, evidence);
        }
        return receipts;
    }

    private Fact add(String measure, Gathered documents, Evidence evidence) {
        return table.add(facts.add(
                measure,
                "all customers",
                ahead,
                null,
                new Value.Amount(documents.total()),
                documents.source(evidence)));
    }

    private Fact sum(String measure, List<Fact> terms) {
        Formula formula = new Formula.Sum(terms.stream().map(Fact::id).toList());
        return derive(measure, Figures.sum(terms), formula);
    }

    private Fact difference(String measure, Fact first, Fact second) {
        return derive(measure, Figures.difference(first, second), new Formula.Difference(first.id(), second.id()));
    }

    private Fact derive(String measure, Value value, Formula formula) {
        return table.add(facts.derive(measure, "the business", ahead, null, value, formula));
    }
}
