package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.FactBook;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.xero.ExecutiveSummary;
import au.pip.xero.XeroReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Xero's executive summary of a month, beside the month before. Ratios are left out: no kind of fact holds one. */
final class MonthSummary {
    private MonthSummary() {}

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema()
                        .text("month", "YYYY-MM")
                        .tool(
                                "executive_summary",
                                "A month beside the one before: cash, profit, margins, debtor days."),
                "Reading the executive summary",
                arguments -> look(books, facts, arguments));
    }

    private static Table look(Books books, FactBook facts, Arguments arguments) {
        YearMonth month = month(arguments.text("month"), books);
        XeroReply<ExecutiveSummary> reply = books.xero().executiveSummary(month);
        Table table = new Table(
                "Executive summary of " + Period.month(month).label(),
                books.organisation().name());
        Source source = new Evidence(books, reply).of(List.of());
        for (ExecutiveSummary.Line line : reply.value().lines()) {
            add(table, facts, books, line, line.now(), month, source);
            add(table, facts, books, line, line.before(), month.minusMonths(1), source);
        }
        return YearMonth.from(books.today()).equals(month)
                ? table.rule("The month is not over: its figures are those so far.")
                : table;
    }

    private static void add(
            Table table,
            FactBook facts,
            Books books,
            ExecutiveSummary.Line line,
            @Nullable BigDecimal number,
            YearMonth month,
            Source source) {
        if (number == null || line.unit() == ExecutiveSummary.Unit.RATIO) {
            return;
        }
        Value value = switch (line.unit()) {
            case MONEY ->
                new Value.Amount(
                        ExecutiveSummary.amount(number, books.organisation().baseCurrency()));
            case PERCENT -> new Value.Percent(number.setScale(1, RoundingMode.HALF_UP));
            case COUNT, DAYS, RATIO -> new Value.Count(ExecutiveSummary.whole(number));
        };
        String measure = FactTable.cell(line.label()).toLowerCase(Locale.ROOT);
        table.add(facts.add(
                line.unit() == ExecutiveSummary.Unit.DAYS ? measure + ", rounded" : measure,
                "the business",
                Period.month(month).upTo(books.today()),
                null,
                value,
                source));
    }

    private static YearMonth month(@Nullable String text, Books books) {
        try {
            YearMonth month = text == null ? YearMonth.from(books.today()) : YearMonth.parse(text);
            if (month.isAfter(YearMonth.from(books.today()))) {
                throw new BadArgument("The month " + month + " is still to come.");
            }
            return month;
        } catch (DateTimeException _) {
            throw new BadArgument("The argument 'month' is a month such as 2026-10.");
        }
    }
}
