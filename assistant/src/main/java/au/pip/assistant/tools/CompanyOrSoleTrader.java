package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.tax.CompanyTax;
import au.pip.ledger.tax.TaxData;
import au.pip.xero.Organisation;
import java.math.BigDecimal;

/** The income tax on this year's profit, held by a sole trader or kept in a company. */
final class CompanyOrSoleTrader {
    private CompanyOrSoleTrader() {}

    static BooksTool over(Books books, FactBook facts) {
        return TaxTool.of(
                new Schema()
                        .tool("company_or_sole_trader", "Tax on this year's profit as a company or as a sole trader."),
                "Comparing company and sole trader",
                books,
                _ -> look(books, facts));
    }

    private static Table look(Books books, FactBook facts) {
        Organisation organisation = books.organisation();
        if (!TaxTool.isSoleTrader(organisation) && !TaxTool.isCompany(organisation)) {
            throw TaxTool.otherKind(organisation);
        }
        TaxData data = TaxData.standard();
        YearProfit profit = YearProfit.of(books, facts, Basis.ACCRUALS);
        Workings workings = profit.workings();
        Table table = new Table(
                "Company or sole trader, at the profit of " + profit.year().label(), organisation.name());
        if (Workings.money(profit.annual()).minor() <= 0) {
            table.add(profit.profit());
            return table.note("There is no profit so far, so there is no income tax to compare. " + TaxTool.GENERAL);
        }
        PersonalTax personal = PersonalTax.on(profit, data);
        Fact rate = workings.known(new CompanyTax(data).rate(profit.year(), profit.turnover(), BigDecimal.ZERO));
        Fact company = workings.percentOf("tax of the year as a company", rate, profit.annual());
        boolean dearer = Workings.money(personal.total()).compareTo(Workings.money(company)) >= 0;
        table.add(
                dearer
                        ? workings.difference("less tax as a company", personal.total(), company)
                        : workings.difference("more tax as a company", company, personal.total()));
        table.add(personal.total());
        table.add(company);
        table.add(profit.annual());
        table.add(rate);
        table.note(YearProfit.NOTE);
        if (TaxTool.isCompany(organisation)) {
            table.rule("The profit is after wages that the company pays, its owner's too.");
        }
        return table.note(
                "The company's tax is on profit that stays in it: what its owner takes out as wages or dividends"
                        + " is taxed in their hands, less what franking credits give back. Set-up, yearly fees, super for the"
                        + " owner and how debts and losses fall differ too. "
                        + PersonalTax.NOTE
                        + " "
                        + TaxTool.GENERAL);
    }
}
