package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.xero.ProfitAndLoss;
import au.pip.xero.ReportLine;
import au.pip.xero.XeroReply;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * The profit of a period beside that of the period before it, as many days of it as this one has had, and beside the
 * same days a year earlier.
 */
final class ProfitCompared {
    private static final List<String> PERIODS = List.of(
            "this_month", "last_month", "this_quarter", "last_quarter", "this_financial_year", "last_financial_year");

    private final Books books;
    private final FactBook facts;
    private final Basis basis;
    private final Table table;

    private ProfitCompared(Books books, FactBook facts, Basis basis, Period period) {
        this.books = books;
        this.facts = facts;
        this.basis = basis;
        this.table = new Table(
                "Profit of %s beside the period before and the year before, %s basis"
                        .formatted(period.label(), basis.word()),
                books.organisation().name());
    }

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema()
                        .choice("period", PERIODS.toArray(String[]::new))
                        .choice("basis", "accruals", "cash")
                        .tool("compare_profit", "Profit against the period before and the same days last year."),
                "Comparing profit",
                arguments -> {
                    String asked = arguments.choice("period", "this_quarter", PERIODS);
                    boolean cash = arguments
                            .choice("basis", "accruals", List.of("accruals", "cash"))
                            .equals("cash");
                    PeriodWords words = BooksTools.periods(books);
                    Period period = words.read(asked);
                    Period before = asked.startsWith("this_")
                            ? words.read(asked.replace("this_", "last_") + "_same_days")
                            : before(period);
                    return new ProfitCompared(books, facts, cash ? Basis.CASH : Basis.ACCRUALS, period)
                            .look(period, before);
                });
    }

    /** Of whole months, those before them, as many. */
    private static Period before(Period period) {
        YearMonth first = YearMonth.from(period.from());
        long months = first.until(YearMonth.from(period.to()), ChronoUnit.MONTHS) + 1;
        return new Period(
                first.minusMonths(months).atDay(1), first.minusMonths(1).atEndOfMonth());
    }

    /** The same days a year earlier; a whole month stays whole in February too. */
    private static Period yearBefore(Period period) {
        LocalDate end = period.to().minusYears(1);
        boolean whole = period.to().equals(YearMonth.from(period.to()).atEndOfMonth());
        return new Period(
                period.from().minusYears(1), whole ? YearMonth.from(end).atEndOfMonth() : end);
    }

    private Table look(Period period, Period before) {
        Fact now = profit(period);
        compare(now, profit(before), "than the period before");
        Period year = yearBefore(period);
        if (!year.equals(before)) {
            compare(now, profit(year), "than the year before");
        }
        return table.rule("A running period is compared with as many days.");
    }

    private Fact profit(Period period) {
        XeroReply<ProfitAndLoss> reply = books.xero().profitAndLoss(period, basis);
        Source source = new Evidence(books, reply)
                .of(reply.value().lines().stream()
                        .map(ReportLine::accountId)
                        .filter(Objects::nonNull)
                        .toList());
        table.add(facts.add(
                "income",
                "the business",
                period,
                basis,
                new Value.Amount(reply.value().income()),
                source));
        return table.add(facts.add(
                "net profit",
                "the business",
                period,
                basis,
                new Value.Amount(reply.value().netProfit()),
                source));
    }

    /** The larger less the smaller, so that its name says which way. */
    private void compare(Fact now, Fact before, String than) {
        boolean more = Figures.number(now).compareTo(Figures.number(before)) >= 0;
        Fact larger = more ? now : before;
        Fact smaller = more ? before : now;
        table.add(facts.derive(
                (more ? "more net profit " : "less net profit ") + than,
                "the business",
                now.period(),
                basis,
                Figures.difference(larger, smaller),
                new Formula.Difference(larger.id(), smaller.id())));
        if (Figures.number(before).signum() != 0) {
            table.add(facts.derive(
                    "change in net profit, " + than,
                    "the business",
                    now.period(),
                    basis,
                    Figures.percent(Figures.number(now).subtract(Figures.number(before)), before, now),
                    new Formula.Change(now.id(), before.id())));
        }
    }
}
