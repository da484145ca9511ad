package au.pip.ledger.grounding;

import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts that the usual tools give of one business, as of 23 November 2026, and answers over them. */
final class JoineryBook {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Period NOW = Period.day(TODAY);
    private static final Period OCTOBER = Period.month(YearMonth.of(2026, 10));
    private static final Period SEPTEMBER = Period.month(YearMonth.of(2026, 9));
    private static final Period YEAR_BEFORE = Period.month(YearMonth.of(2025, 10));
    private static final Period LAST_YEAR = new Period(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 6, 30));
    private static final Period THIS_YEAR = new Period(LocalDate.of(2026, 7, 1), TODAY);
    private static final Period RUNNING = new Period(LocalDate.of(2026, 10, 1), TODAY);
    private static final Period QUARTER = new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));
    private static final Period AHEAD = new Period(TODAY, TODAY.plusDays(29));
    private static final Period STATEMENT = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31));
    private static final Period ISSUED = Period.day(LocalDate.of(2026, 10, 20));

    private final FactBook book = new FactBook();

    JoineryBook() {
        owed();
        results();
        cash();
        add("activity statement due, lodged yourself", STATEMENT, new Value.Day(LocalDate.of(2027, 3, 1)));
        add("due date", "INV-0025 Boom FM", ISSUED, new Value.Day(LocalDate.of(2026, 11, 3)));
        amount("draft invoice total with GST", "Acme Pty Ltd", NOW, 110_000);
        add("average days late", "Boom FM", THIS_YEAR, new Value.Count(17));
    }

    private void owed() {
        amount("owed to you", "all customers", NOW, 2_431_050);
        amount("overdue", "all customers", NOW, 912_025);
        add("open sales invoices", "all customers", NOW, new Value.Count(11));
        amount("owed to you", "Ridgeway University", NOW, 840_000);
        amount("overdue", "Ridgeway University", NOW, 320_000);
        amount("owed to you", "Acme Pty Ltd", NOW, 615_050);
        amount("owed to you", "Boom FM", NOW, 476_000);
        amount("owed to you", "all other customers", NOW, 500_000);
        amount("owed to you", "All Seasons Pty Ltd", NOW, 50_000);
        amount("owed by you", "all suppliers", NOW, 1_320_500);
    }

    private void results() {
        Fact october = amount("net profit", OCTOBER, 1_248_000);
        amount("income", OCTOBER, 4_825_000);
        add("expenses", "Rent", OCTOBER, aud(420_000));
        Fact september = amount("net profit", SEPTEMBER, 915_000);
        Fact before = amount("net profit", YEAR_BEFORE, 1_000_000);
        compare(october, september, "than the period before", 333_000, "36.4");
        compare(october, before, "than the year before", 248_000, "24.8");
        amount("net profit", LAST_YEAR, 13_100_000);
        amount("income", LAST_YEAR, 52_040_000);
        Fact sales = amount("GST on sales", RUNNING, 712_000);
        Fact purchases = amount("GST on purchases", RUNNING, 318_000);
        derive("GST to pay", RUNNING, aud(394_000), new Formula.Difference(sales.id(), purchases.id()));
        amount("GST on sales", QUARTER, 1_290_000);
        amount("GST on purchases", QUARTER, 560_000);
        amount("G1 total sales with GST", QUARTER, 14_190_000);
        amount("1A GST on sales", QUARTER, 1_290_000);
        amount("1B GST on purchases", QUARTER, 560_000);
        Fact budget = amount("budgeted income", OCTOBER, 4_500_000);
        derive("income above budget", OCTOBER, aud(325_000), new Formula.Difference(october.id(), budget.id()));
        Fact less = amount("net profit", Period.month(YearMonth.of(2026, 8)), 950_000);
        derive("change in net profit", SEPTEMBER, percent("-3.7"), new Formula.Change(september.id(), less.id()));
    }

    private void cash() {
        Fact bank = amount("balance by the books", "all bank accounts", NOW, 3_140_000);
        Fact receipts = amount("expected from customers", "all customers", AHEAD, 1_260_000);
        Formula both = new Formula.Sum(List.of(bank.id(), receipts.id()));
        Fact expected = derive("in the bank and expected", AHEAD, aud(4_400_000), both);
        Fact bills = amount("bills due by then", "all suppliers", AHEAD, 1_510_000);
        Fact out = derive("expected to go out", AHEAD, aud(1_510_000), new Formula.Sum(List.of(bills.id())));
        derive("expected in the bank", AHEAD, aud(2_890_000), new Formula.Difference(expected.id(), out.id()));
        amount("expected once GST, PAYG and super are paid", AHEAD, 2_000_000);
        amount("left after what is spoken for", NOW, 1_220_000);
        amount("safe to spend", NOW, 320_000);
        amount("to put away for tax", THIS_YEAR, 1_845_000);
        amount("super not paid yet", NOW, 396_000);
        amount("costs without GST", "Rent", THIS_YEAR, 1_680_000);
        amount("assets", NOW, 9_500_000);
        amount("liabilities", NOW, 4_100_000);
    }

    private void compare(Fact now, Fact before, String than, long cents, String percent) {
        Formula.Difference difference = new Formula.Difference(now.id(), before.id());
        derive("more net profit " + than, now.period(), aud(cents), difference);
        Formula.Change change = new Formula.Change(now.id(), before.id());
        derive("change in net profit, " + than, now.period(), percent(percent), change);
    }

    private static Value aud(long cents) {
        return new Value.Amount(Money.aud(cents));
    }

    private static Value percent(String percent) {
        return new Value.Percent(new BigDecimal(percent));
    }

    private Fact amount(String measure, Period period, long cents) {
        return amount(measure, "the business", period, cents);
    }

    private Fact amount(String measure, String subject, Period period, long cents) {
        return add(measure, subject, period, aud(cents));
    }

    private void add(String measure, Period period, Value value) {
        add(measure, "the business", period, value);
    }

    private Fact add(String measure, String subject, Period period, Value value) {
        Source source = new Source("Harbour Joinery", "Invoices", List.of("id-1"), 1, null, Instant.EPOCH, "00");
        return book.add(measure, subject, period, null, value, source);
    }

    private Fact derive(String measure, Period period, Value value, Formula formula) {
        return book.derive(measure, "the business", period, null, value, formula);
    }

    /** The statuses of an answer's figures. */
    List<Piece.Status> statuses(String answer, @Nullable String question) {
        return Answers.figures(book, TODAY, answer, question).stream()
                .map(Piece.Figure::status)
                .toList();
    }
}
