package au.pip.sandbox.xero;

import au.pip.sandbox.books.Account;
import au.pip.sandbox.books.AccountType;
import au.pip.sandbox.books.JournalEntry;
import au.pip.sandbox.books.JournalLine;
import au.pip.sandbox.books.SourceType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What went in and out of each bank account in a range of days. As in Xero, the first cell of a row names its account
 * under {@code accountID}, where every other report says {@code account}.
 */
final class BankSummaryReport {
    private final Reports reports;

    BankSummaryReport(Reports reports) {
        this.reports = reports;
    }

    Object report(Query query, Instant now) throws BadRequest {
        LocalDate from = query.date("fromDate", reports.today().withDayOfMonth(1));
        LocalDate to = query.date("toDate", YearMonth.from(from).atEndOfMonth());
        if (from.isAfter(to)) {
            throw new BadRequest("fromDate lies after toDate");
        }
        List<Map<String, Object>> inside = new ArrayList<>();
        Moved all = new Moved(0, 0, 0);
        for (Account account : reports.accounts(wanted -> wanted.type() == AccountType.BANK)) {
            Moved moved = moved(account, from, to);
            inside.add(ReportRows.row(
                    "Row",
                    List.of(
                            ReportRows.cell(account.name(), "accountID", account.id()),
                            ReportRows.cell(ReportRows.amount(moved.opening())),
                            ReportRows.cell(ReportRows.amount(moved.received()), "account", account.id()),
                            ReportRows.cell(ReportRows.amount(moved.spent()), "account", account.id()),
                            ReportRows.cell(ReportRows.amount(moved.closing())))));
            all = all.plus(moved);
        }
        inside.add(ReportRows.summary(
                "Total", ReportRows.amounts(List.of(all.opening(), all.received(), all.spent(), all.closing()))));
        List<Map<String, Object>> rows = List.of(
                ReportRows.header(
                        List.of("Bank Accounts", "Opening Balance", "Cash Received", "Cash Spent", "Closing Balance")),
                ReportRows.section("", inside));
        return reports.report(
                "Bank Summary",
                "BankSummary",
                "From " + ReportRows.longDate(from) + " to " + ReportRows.longDate(to),
                rows,
                now);
    }

    /** Balances that a business brought along are no money received. */
    private Moved moved(Account account, LocalDate from, LocalDate to) {
        Moved moved = new Moved(0, 0, 0);
        for (JournalEntry entry : reports.books().journal()) {
            for (JournalLine line : entry.lines()) {
                if (line.accountCode().equals(account.code()) && !entry.date().isAfter(to)) {
                    boolean opening = entry.date().isBefore(from) || entry.sourceType() == SourceType.CONVERSION;
                    moved = moved.plus(
                            opening
                                    ? new Moved(line.amount(), 0, 0)
                                    : new Moved(0, Math.max(line.amount(), 0), Math.max(-line.amount(), 0)));
                }
            }
        }
        return moved;
    }

    /** Cents in and out of an account. */
    private record Moved(long opening, long received, long spent) {
        long closing() {
            return opening + received - spent;
        }

        Moved plus(Moved other) {
            return new Moved(opening + other.opening, received + other.received, spent + other.spent);
        }
    }
}
