package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.xero.ProfitAndLoss;
import au.pip.xero.ReportLine;
import au.pip.xero.XeroReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/** A plan that the person tells of, which stands in no books, beside what really came of it, on accruals. */
final class OwnPlan {
    private static final List<String> MEASURES = List.of("income", "expenses", "net_profit");

    private OwnPlan() {}

    static BooksTool over(Books books, FactBook facts, PersonsAmounts said) {
        return new BooksTool(
                new Schema()
                        .choice("measure", MEASURES.toArray(String[]::new))
                        .text("planned", "the person's own amount")
                        .text("period", "as for profit_and_loss")
                        .require("planned")
                        .require("period")
                        .tool("own_plan", "An amount the person planned against actual (budget has Xero's own)."),
                "Comparing with your plan",
                arguments -> look(books, facts, said, arguments));
    }

    private static Table look(Books books, FactBook facts, PersonsAmounts said, Arguments arguments) {
        Period period = BooksTools.periods(books).read(arguments.required("period"));
        String measure = arguments.choice("measure", "income", MEASURES);
        Money planned = said.read(
                "planned", arguments.required("planned"), books.organisation().baseCurrency());
        XeroReply<ProfitAndLoss> reply = books.xero().profitAndLoss(period, Basis.ACCRUALS);
        Source source = new Evidence(books, reply)
                .of(reply.value().lines().stream()
                        .map(ReportLine::accountId)
                        .filter(Objects::nonNull)
                        .toList());
        Money came = switch (measure) {
            case "expenses" -> reply.value().costOfSales().plus(reply.value().expenses());
            case "net_profit" -> reply.value().netProfit();
            default -> reply.value().income();
        };
        String name = measure.equals("expenses") ? "cost of sales and expenses" : measure.replace('_', ' ');
        Table table = new Table(
                "Your plan for %s against %s, accruals basis".formatted(name, period.label()),
                books.organisation().name());
        Fact real = table.add(facts.add(name, "the business", period, Basis.ACCRUALS, new Value.Amount(came), source));
        table.add(facts.derive(
                name + " above your plan",
                "the business",
                period,
                Basis.ACCRUALS,
                new Value.Amount(came.minus(planned)),
                new Formula.Less(real.id(), planned, "your plan")));
        if (planned.minor() > 0) {
            table.add(facts.derive(
                    name + ", share of your plan",
                    "the business",
                    period,
                    Basis.ACCRUALS,
                    new Value.Percent(BigDecimal.valueOf(came.minor())
                            .multiply(BigDecimal.valueOf(100))
                            .divide(BigDecimal.valueOf(planned.minor()), 1, RoundingMode.HALF_UP)),
                    new Formula.PercentOfAmount(real.id(), planned, "your plan")));
        }
        return period.to().equals(books.today())
                ? table.rule("The period is still running: the actual figure is so far.")
                : table;
    }
}
