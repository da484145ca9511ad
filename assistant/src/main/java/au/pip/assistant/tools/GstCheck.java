package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.xero.Account;
import au.pip.xero.BankTransaction;
import au.pip.xero.BankTransactionQuery;
import au.pip.xero.DateRange;
import au.pip.xero.LineItem;
import au.pip.xero.ManualJournal;
import au.pip.xero.ManualJournalQuery;
import au.pip.xero.Organisation;
import au.pip.xero.TrialBalance;
import au.pip.xero.XeroReply;
import java.time.LocalDate;
import java.util.List;

/**
 * Holds the GST that the lines come to against the GST account. The account's movement over the period, with what was
 * paid out of it put back and what journals posted straight to it taken off, is the GST of the lines on accruals; a cash
 * basis differs from that by what is not paid yet. What is left is a difference that nothing explains.
 */
final class GstCheck {
    private final Books books;
    private final Period period;
    private final LedgerAccounts account;
    private final XeroReply<List<Account>> chart;
    private final Workings workings;

    private GstCheck(Books books, FactBook facts, Period period) {
        this.books = books;
        this.period = period;
        this.chart = books.xero().accounts();
        this.account = LedgerAccounts.gst(chart);
        this.workings = new Workings(facts, period, Basis.ACCRUALS);
    }

    static BooksTool over(Books books, FactBook facts) {
        return TaxTool.of(
                new Schema()
                        .text("period", "default: the BAS period to date")
                        .tool("gst_check", "Does the GST account agree with the GST on the lines?"),
                "Comparing GST with the GST account",
                books,
                arguments -> {
                    String asked = arguments.text("period");
                    Period period = asked == null
                            ? GstPosition.basPeriod(books.organisation().salesTaxPeriod(), books.today())
                            : BooksTools.periods(books).read(asked);
                    return new GstCheck(books, facts, period).look(facts);
                });
    }

    private Table look(FactBook facts) {
        Organisation organisation = books.organisation();
        Basis basis = GstPosition.basis(organisation);
        if (account.isEmpty()) {
            throw new BadArgument("The chart of accounts of %s has no GST account, so there is nothing to compare with."
                    .formatted(FactTable.cell(organisation.name())));
        }
        Fact closing = balance("GST account balance", period.to(), facts);
        Fact opening = balance("GST account balance before", period.from().minusDays(1), facts);
        Fact booked = booked(workings.difference("movement of the GST account", closing, opening));
        GstLines accruals = GstLines.accruals(books, period);
        Fact lines = workings.difference(
                "GST on the lines",
                GstPosition.add(facts, "GST on sales", period, Basis.ACCRUALS, accruals.sales()),
                GstPosition.add(facts, "GST on purchases", period, Basis.ACCRUALS, accruals.purchases()));
        Fact difference = workings.difference("difference between GST account and lines", booked, lines);
        Table table = new Table("The GST account and the GST on the lines, " + period.label(), organisation.name());
        table.add(difference);
        table.add(closing);
        table.add(booked);
        table.add(lines);
        if (basis == Basis.CASH) {
            unpaid(facts, lines, table);
        }
        return table.note(
                Workings.money(difference).isZero()
                        ? "They agree: nothing is left to explain."
                        : "The difference is not explained by payments, by journals on the GST account, or by timing. Look"
                                + " for tax changed by hand, bills of the tax office coded to GST, and revalued documents.");
    }

    /** Credits positive: what is owed. */
    private Fact balance(String measure, LocalDate day, FactBook facts) {
        XeroReply<TrialBalance> reply = books.xero().trialBalance(day);
        Money balance =
                Balance.owed(reply.value(), account, books.organisation().baseCurrency());
        return new Workings(facts, Period.day(day), Basis.ACCRUALS)
                .read(measure, balance, new Evidence(books, reply, chart).of(account.ids()));
    }

    /** The movement with payments put back and journals of the account itself taken off. */
    private Fact booked(Fact movement) {
        DateRange dates = DateRange.of(period);
        Money zero = Money.zero(books.organisation().baseCurrency());
        XeroReply<Gathered> paid = books.xero()
                .bankTransactions(
                        BankTransactionQuery.all()
                                .withStatus(BankTransaction.Status.AUTHORISED)
                                .dated(dates),
                        () -> new Gathered(zero),
                        this::paid);
        XeroReply<List<ManualJournal>> journals = books.xero()
                .manualJournals(ManualJournalQuery.all()
                        .withStatus(ManualJournal.Status.POSTED)
                        .dated(dates));
        Gathered posted = new Gathered(zero);
        journals.value().forEach(journal -> posted(posted, journal));
        Fact booked = movement;
        if (paid.value().records() > 0) {
            Fact fact = workings.read(
                    "paid out of the GST account",
                    paid.value().total(),
                    paid.value().source(new Evidence(books, paid, chart)));
            booked = workings.sum("GST booked to the account, payments put back", List.of(booked, fact));
        }
        if (posted.records() > 0) {
            Fact fact = workings.read(
                    "posted to the GST account by journals",
                    posted.total(),
                    posted.source(new Evidence(books, journals, chart)));
            booked = workings.difference("GST booked to the account, without journals on it", booked, fact);
        }
        return booked;
    }

    private void paid(Gathered paid, BankTransaction transaction) {
        for (LineItem line : transaction.lines()) {
            Money amount = line.amount();
            if (amount != null && account.hold(line.accountId(), line.accountCode())) {
                paid.add(
                        transaction.type() == BankTransaction.Type.SPEND ? amount : amount.negate(),
                        transaction.bankTransactionId());
            }
        }
    }

    private void posted(Gathered posted, ManualJournal journal) {
        for (ManualJournal.Line line : journal.lines()) {
            if (account.hold(line.accountId(), line.accountCode())) {
                posted.add(line.amount().negate(), journal.manualJournalId());
            }
        }
    }

    private void unpaid(FactBook facts, Fact lines, Table table) {
        GstLines cash = GstLines.cash(books, period);
        Workings paid = new Workings(facts, period, Basis.CASH);
        Fact net = paid.difference(
                "GST on what was paid",
                GstPosition.add(facts, "GST on sales", period, Basis.CASH, cash.sales()),
                GstPosition.add(facts, "GST on purchases", period, Basis.CASH, cash.purchases()));
        table.add(net);
        table.add(workings.difference("GST by timing: invoiced less paid", lines, net));
        table.note(
                "The activity statement is on a cash basis; the GST account holds unpaid invoices and bills too, so the"
                        + " two differ by timing.");
    }
}
