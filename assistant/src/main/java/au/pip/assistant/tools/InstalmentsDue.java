package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.FactBook;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import au.pip.ledger.tax.DueDate;
import au.pip.ledger.tax.DueDates;
import au.pip.ledger.tax.FinancialYear;
import au.pip.ledger.tax.TaxData;
import au.pip.ledger.tax.TaxItem;
import au.pip.xero.Organisation;
import java.time.LocalDate;
import java.util.List;

/** PAYG instalments: when the next is due, who is entered into them, and what is not known of the amounts. */
final class InstalmentsDue {
    private static final List<TaxItem> OF_PERSONS =
            List.of(TaxItem.INSTALMENT_INCOME, TaxItem.INSTALMENT_TAX_PAYABLE, TaxItem.INSTALMENT_NOTIONAL_TAX);
    private static final List<TaxItem> OF_COMPANIES =
            List.of(TaxItem.INSTALMENT_COMPANY_INCOME, TaxItem.INSTALMENT_COMPANY_NOTIONAL_TAX);

    private InstalmentsDue() {}

    static BooksTool over(Books books, FactBook facts) {
        return TaxTool.of(
                new Schema().tool("payg_instalments", "PAYG instalments: who pays them, when, what is known."),
                "Looking up PAYG instalments",
                books,
                _ -> look(books, facts));
    }

    private static Table look(Books books, FactBook facts) {
        Organisation organisation = books.organisation();
        boolean company = TaxTool.isCompany(organisation);
        if (!company && !TaxTool.isSoleTrader(organisation)) {
            throw TaxTool.otherKind(organisation);
        }
        TaxData data = TaxData.standard();
        LocalDate today = books.today();
        Table table =
                new Table("PAYG instalments of " + (company ? "a company" : "a sole trader"), organisation.name());
        DueDate due = new DueDates(data).nextOfQuarters(TaxItem.INSTALMENT_QUARTER_DAYS, today);
        Workings workings = new Workings(facts, Period.day(today), null);
        table.add(facts.add(
                "quarterly PAYG instalment due",
                Workings.SUBJECT,
                due.period(),
                null,
                new Value.Day(due.day()),
                due.rule().source()));
        for (TaxItem item : company ? OF_COMPANIES : OF_PERSONS) {
            table.add(workings.known(data.law(item, today)));
        }
        table.add(workings.known(data.law(TaxItem.INSTALMENT_VARIATION_SHARE, today)));
        data.find(TaxItem.GDP_FACTOR, today)
                .ifPresentOrElse(
                        factor -> table.add(workings.known(factor)),
                        () -> table.note(
                                "I don't know the GDP adjustment for %s; the amount on your statement holds it."
                                        .formatted(FinancialYear.of(today).label())));
        table.note(
                company
                        ? "The tax office enters a company that reaches either limit by its last assessment."
                        : "The tax office enters a person who reaches all three limits by their last assessment.");
        return table.rule("The amount or rate is on the activity statement (T7 or T2), which Xero does not tell.");
    }
}
