package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.xero.BudgetSummary;
import au.pip.xero.ProfitAndLoss;
import au.pip.xero.ReportLine;
import au.pip.xero.XeroReply;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The budget of whole months beside what really came of them. Where the actual figures do not cover the same days, as in
 * the running month, no difference is made.
 */
final class BudgetCheck {
    private final Books books;
    private final FactBook facts;
    private final Table table;
    private final Period budgeted;
    private final Period actual;
    private final Source budgetSource;
    private final Source actualSource;

    private BudgetCheck(
            Books books,
            FactBook facts,
            Period actual,
            Period budgeted,
            XeroReply<BudgetSummary> budget,
            XeroReply<ProfitAndLoss> profit) {
        this.books = books;
        this.facts = facts;
        this.budgeted = budgeted;
        this.actual = actual;
        this.table = new Table(
                "Budget of %s against %s, %s basis".formatted(budgeted.label(), actual.label(), Basis.ACCRUALS.word()),
                books.organisation().name());
        this.budgetSource = new Evidence(books, budget).of(ids(budget.value().lines()));
        this.actualSource = new Evidence(books, profit).of(ids(profit.value().lines()));
    }

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema()
                        .text("period", "as for profit_and_loss, whole months")
                        .choice("detail", "totals", "accounts")
                        .require("period")
                        .tool("budget", "Budget against actual."),
                "Reading the budget",
                arguments -> look(books, facts, arguments));
    }

    private static Table look(Books books, FactBook facts, Arguments arguments) {
        Period actual = BooksTools.periods(books).read(arguments.required("period"));
        boolean detailed = arguments
                .choice("detail", "totals", List.of("totals", "accounts"))
                .equals("accounts");
        YearMonth first = YearMonth.from(actual.from());
        YearMonth last = YearMonth.from(actual.to());
        long months = ChronoUnit.MONTHS.between(first, last) + 1;
        if (months > 12) {
            throw new BadArgument("A budget is read for at most 12 months at once, not " + months + ".");
        }
        XeroReply<BudgetSummary> budget = books.xero().budgetSummary(first, (int) months);
        Period budgeted = new Period(first.atDay(1), last.atEndOfMonth());
        if (budget.value().isEmpty()) {
            return new Table(
                            "Budget of " + budgeted.label(),
                            books.organisation().name())
                    .rule("Xero holds no budget for these months.");
        }
        XeroReply<ProfitAndLoss> profit = books.xero().profitAndLoss(actual, Basis.ACCRUALS);
        return new BudgetCheck(books, facts, actual, budgeted, budget, profit)
                .filled(budget.value(), profit.value(), detailed);
    }

    private Table filled(BudgetSummary budget, ProfitAndLoss profit, boolean detailed) {
        add("net profit", "the business", budget.netProfit(), profit.netProfit());
        add("income", "the business", budget.income(), profit.income());
        add("cost of sales", "the business", budget.costOfSales(), profit.costOfSales());
        add("other income", "the business", budget.otherIncome(), profit.otherIncome());
        add("expenses", "the business", budget.expenses(), profit.expenses());
        if (detailed) {
            for (ReportLine line : budget.lines()) {
                Money came = came(line, profit);
                add(FactTable.cell(line.section()), FactTable.name(line.label()), line.amount(), came);
            }
            for (ReportLine line : profit.lines()) {
                if (budget.lines().stream().noneMatch(each -> same(each, line))) {
                    add(FactTable.cell(line.section()), FactTable.name(line.label()), null, line.amount());
                }
            }
        }
        return budgeted.equals(actual)
                ? table
                : table.note("The budget is of whole months, what came of it is of " + actual.label() + " only.");
    }

    private void add(String measure, String subject, @Nullable Money budget, Money came) {
        if (came.isZero() && (budget == null || budget.isZero())) {
            return;
        }
        Fact real =
                table.add(facts.add(measure, subject, actual, Basis.ACCRUALS, new Value.Amount(came), actualSource));
        Money meant = Objects.requireNonNullElse(
                budget, Money.zero(books.organisation().baseCurrency()));
        Fact planned = table.add(
                facts.add("budgeted " + measure, subject, budgeted, null, new Value.Amount(meant), budgetSource));
        if (budgeted.equals(actual)) {
            table.add(facts.derive(
                    measure + " above budget",
                    subject,
                    actual,
                    Basis.ACCRUALS,
                    new Value.Amount(came.minus(meant)),
                    new Formula.Difference(real.id(), planned.id())));
        }
    }

    private static Money came(ReportLine budget, ProfitAndLoss profit) {
        return profit.lines().stream()
                .filter(line -> same(budget, line))
                .map(ReportLine::amount)
                .reduce(Money::plus)
                .orElse(Money.zero(budget.amount().currency()));
    }

    /** The same account: by its id where both reports name it, by its name otherwise. */
    private static boolean same(ReportLine one, ReportLine other) {
        return one.accountId() != null && other.accountId() != null
                ? one.accountId().equalsIgnoreCase(other.accountId())
                : one.label().equalsIgnoreCase(other.label());
    }

    private static List<String> ids(List<ReportLine> lines) {
        return lines.stream()
                .map(ReportLine::accountId)
                .filter(Objects::nonNull)
                .toList();
    }
}
