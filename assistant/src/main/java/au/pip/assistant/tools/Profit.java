package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.Basis;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.xero.ProfitAndLoss;
import au.pip.xero.ReportLine;
import au.pip.xero.XeroReply;
import java.util.List;
import java.util.Objects;

/** Profit and loss over a period: the totals, and the accounts when they are asked for. */
final class Profit {
    private Profit() {}

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema()
                        .text("period", PeriodWords.SHORT_HELP)
                        .choice("basis", "accruals", "cash")
                        .choice("detail", "totals", "accounts")
                        .require("period")
                        .tool("profit_and_loss", "Income, costs, expenses and net profit of a period."),
                "Reading profit and loss",
                arguments -> look(books, facts, arguments));
    }

    private static Table look(Books books, FactBook facts, Arguments arguments) {
        Period period = BooksTools.periods(books).read(arguments.required("period"));
        Basis basis = arguments
                        .choice("basis", "accruals", List.of("accruals", "cash"))
                        .equals("cash")
                ? Basis.CASH
                : Basis.ACCRUALS;
        boolean detailed = arguments
                .choice("detail", "totals", List.of("totals", "accounts"))
                .equals("accounts");
        XeroReply<ProfitAndLoss> reply = books.xero().profitAndLoss(period, basis);
        ProfitAndLoss report = reply.value();
        Table table = new Table(
                "Profit and loss for %s, %s basis".formatted(period.label(), basis.word()),
                books.organisation().name());
        Evidence evidence = new Evidence(books, reply);
        Source source = evidence.of(report.lines().stream()
                .map(ReportLine::accountId)
                .filter(Objects::nonNull)
                .toList());
        Adder adder = new Adder(table, facts, period, basis, source);
        adder.add("net profit", "the business", report.netProfit());
        adder.add("income", "the business", report.income());
        adder.addUnlessZero("cost of sales", report.costOfSales());
        adder.addUnlessZero("other income", report.otherIncome());
        adder.add("expenses", "the business", report.expenses());
        if (detailed) {
            for (ReportLine line : report.lines()) {
                adder.add(FactTable.cell(line.section()), FactTable.name(line.label()), line.amount());
            }
        }
        return table;
    }

    private record Adder(Table table, FactBook facts, Period period, Basis basis, Source source) {
        void add(String measure, String subject, Money amount) {
            table.add(facts.add(measure, subject, period, basis, new Value.Amount(amount), source));
        }

        void addUnlessZero(String measure, Money amount) {
            if (!amount.isZero()) {
                add(measure, "the business", amount);
            }
        }
    }
}
