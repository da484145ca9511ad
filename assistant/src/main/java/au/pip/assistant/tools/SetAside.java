package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.tax.CompanyTax;
import au.pip.ledger.tax.TaxData;
import au.pip.xero.Account;
import au.pip.xero.BankTransaction;
import au.pip.xero.BankTransactionQuery;
import au.pip.xero.DateRange;
import au.pip.xero.LineItem;
import au.pip.xero.Organisation;
import au.pip.xero.SalesTaxBasis;
import au.pip.xero.TrialBalance;
import au.pip.xero.XeroReply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What should lie ready for the tax office by today: income tax on the profit so far, less instalments paid; GST of the
 * activity statements that are open; withheld tax and super that the books hold as owed.
 */
final class SetAside {
    private static final String TOTAL = "to put away for tax";

    private final Books books;
    private final FactBook facts;
    private final TaxData data = TaxData.standard();
    private final Table table;

    private SetAside(Books books, FactBook facts) {
        this.books = books;
        this.facts = facts;
        this.table = new Table(
                "What to put away for tax by " + Period.day(books.today()).label(),
                books.organisation().name());
    }

    static BooksTool over(Books books, FactBook facts) {
        return TaxTool.of(
                new Schema()
                        .choice("basis", "accruals", "cash")
                        .tool("tax_to_set_aside", "How much to put away for tax by today (estimate)."),
                "Working out tax to put away",
                books,
                arguments -> new SetAside(books, facts).look(arguments));
    }

    private Table look(Arguments arguments) {
        Basis basis = arguments
                        .choice("basis", "accruals", List.of("accruals", "cash"))
                        .equals("cash")
                ? Basis.CASH
                : Basis.ACCRUALS;
        Organisation organisation = books.organisation();
        if (!TaxTool.isSoleTrader(organisation) && !TaxTool.isCompany(organisation)) {
            throw TaxTool.otherKind(organisation);
        }
        YearProfit profit = YearProfit.of(books, facts, basis);
        XeroReply<List<Account>> chart = books.xero().accounts();
        Workings workings = profit.workings();
        List<Fact> shown = new ArrayList<>(List.of(profit.profit(), profit.annual()));
        Fact incomeTax = TaxTool.isSoleTrader(organisation) ? ofPerson(profit, shown) : ofCompany(profit, shown);
        List<Fact> parts = new ArrayList<>(List.of(lessInstalments(incomeTax, profit, chart, shown)));
        owedInBooks(chart, workings, parts);
        Fact total = withGst(parts, workings, organisation, chart);
        table.add(total);
        parts.forEach(table::add);
        shown.forEach(table::add);
        return table.note("An estimate. " + TaxTool.GENERAL);
    }

    private Fact ofPerson(YearProfit profit, List<Fact> shown) {
        table.note(YearProfit.NOTE);
        if (Workings.money(profit.annual()).minor() <= 0) {
            return noTax(profit);
        }
        table.note(PersonalTax.NOTE);
        PersonalTax tax = PersonalTax.on(profit, data);
        shown.addAll(List.of(tax.total(), tax.incomeTax(), tax.levy(), tax.offset()));
        return profit.workings().proportion("income tax so far", tax.total(), profit.daysSoFar(), profit.daysInYear());
    }

    private Fact ofCompany(YearProfit profit, List<Fact> shown) {
        if (Workings.money(profit.profit()).minor() <= 0) {
            return noTax(profit);
        }
        table.note(
                "It takes the company for a base rate entity, which its turnover allows where no more of its income is"
                        + " passive than the law says; losses of earlier years are not taken off.");
        Fact rate =
                profit.workings().known(new CompanyTax(data).rate(profit.year(), profit.turnover(), BigDecimal.ZERO));
        shown.add(rate);
        return profit.workings().percentOf("income tax so far", rate, profit.profit());
    }

    private Fact noTax(YearProfit profit) {
        table.rule("There is no profit so far, so no income tax is counted.");
        Money zero = Money.zero(Workings.money(profit.profit()).currency());
        return profit.workings().read("income tax so far", zero, profit.profit().source());
    }

    private Fact lessInstalments(Fact tax, YearProfit profit, XeroReply<List<Account>> chart, List<Fact> shown) {
        LedgerAccounts accounts = LedgerAccounts.incomeTax(chart);
        Money zero = Money.zero(Workings.money(tax).currency());
        XeroReply<Gathered> bank = books.xero()
                .bankTransactions(
                        BankTransactionQuery.all()
                                .withStatus(BankTransaction.Status.AUTHORISED)
                                .dated(DateRange.of(profit.soFar())),
                        () -> new Gathered(zero),
                        (paid, each) -> add(paid, each, accounts));
        if (bank.value().records() == 0) {
            table.rule("No instalments were found in money spent on an income tax account this year.");
            return tax;
        }
        Fact paid = profit.workings()
                .read(
                        "instalments of income tax paid",
                        bank.value().total(),
                        bank.value().source(new Evidence(books, bank, chart)));
        shown.add(paid);
        return profit.workings().difference("income tax so far, less instalments", tax, paid);
    }

    private static void add(Gathered paid, BankTransaction transaction, LedgerAccounts accounts) {
        for (LineItem line : transaction.lines()) {
            Money amount = line.amount();
            if (amount != null && accounts.hold(line.accountId(), line.accountCode())) {
                paid.add(
                        transaction.type() == BankTransaction.Type.SPEND ? amount : amount.negate(),
                        transaction.bankTransactionId());
            }
        }
    }

    private void owedInBooks(XeroReply<List<Account>> chart, Workings workings, List<Fact> parts) {
        XeroReply<TrialBalance> balances = books.xero().trialBalance(books.today());
        add("tax withheld from wages, not paid yet", LedgerAccounts.withholding(chart), balances, workings, parts);
        add("super not paid yet", LedgerAccounts.superOwed(chart), balances, workings, parts);
    }

    private void add(
            String measure,
            LedgerAccounts accounts,
            XeroReply<TrialBalance> balances,
            Workings workings,
            List<Fact> parts) {
        Money owed =
                Balance.owed(balances.value(), accounts, books.organisation().baseCurrency());
        if (owed.minor() > 0) {
            parts.add(workings.read(measure, owed, new Evidence(books, balances).of(accounts.ids())));
        }
    }

    /** Adds GST to the parts; a refund is taken off. */
    private Fact withGst(
            List<Fact> parts, Workings workings, Organisation organisation, XeroReply<List<Account>> chart) {
        if (organisation.salesTaxBasis() == SalesTaxBasis.NONE) {
            table.rule("It is not registered for GST in Xero, so there is none to put away.");
            return workings.sum(TOTAL, parts);
        }
        OpenStatements statements = OpenStatements.of(books, facts, LedgerAccounts.gst(chart));
        table.note(statements.note());
        List<Fact> refunds = new ArrayList<>();
        List<Fact> toPay = new ArrayList<>(parts);
        for (GstPosition.Position gst : statements.positions()) {
            (gst.isRefund() ? refunds : toPay).add(gst.net());
            parts.add(gst.net());
        }
        Fact total = workings.sum(refunds.isEmpty() ? TOTAL : "to put away before GST refunds", toPay);
        for (Fact refund : refunds) {
            total = workings.difference(TOTAL, total, refund);
        }
        return total;
    }
}
