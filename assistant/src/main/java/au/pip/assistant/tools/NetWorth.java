package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.Basis;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.xero.BalanceSheet;
import au.pip.xero.ReportLine;
import au.pip.xero.XeroReply;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The balance sheet's totals at the end of a day. */
final class NetWorth {
    private NetWorth() {}

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema()
                        .text("date", "YYYY-MM-DD, default today")
                        .tool("balance_sheet", "Assets, liabilities, net assets, equity."),
                "Reading the balance sheet",
                arguments -> look(books, facts, arguments));
    }

    private static Table look(Books books, FactBook facts, Arguments arguments) {
        LocalDate day = Objects.requireNonNullElse(arguments.date("date"), books.today());
        XeroReply<BalanceSheet> reply = books.xero().balanceSheet(day, Basis.ACCRUALS);
        BalanceSheet sheet = reply.value();
        Source source = new Evidence(books, reply)
                .of(sheet.lines().stream()
                        .map(ReportLine::accountId)
                        .filter(Objects::nonNull)
                        .toList());
        Map<String, Money> totals = new LinkedHashMap<>();
        totals.put("net assets", sheet.netAssets());
        totals.put("assets", sheet.assets());
        totals.put("liabilities", sheet.liabilities());
        totals.put("equity", sheet.equity());
        Table table = new Table(
                "Balance sheet at the end of " + Period.day(day).label(),
                books.organisation().name());
        totals.forEach((measure, amount) -> table.add(
                facts.add(measure, "the business", Period.day(day), Basis.ACCRUALS, new Value.Amount(amount), source)));
        return table;
    }
}
