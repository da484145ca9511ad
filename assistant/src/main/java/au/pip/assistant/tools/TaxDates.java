package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import au.pip.ledger.tax.DueDate;
import au.pip.ledger.tax.DueDates;
import au.pip.ledger.tax.SuperGuarantee;
import au.pip.ledger.tax.TaxData;
import au.pip.ledger.tax.TaxItem;
import au.pip.xero.Organisation;
import au.pip.xero.SalesTaxBasis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The next dates of the tax office for one organisation, the soonest first. */
final class TaxDates {
    /** How far back a payday is looked for: wages are paid monthly at the longest. */
    private static final int PAYDAY_REACH = 31;

    private final Books books;
    private final FactBook facts;
    private final DueDates dates = new DueDates(TaxData.standard());
    private final LocalDate today;
    private final List<Fact> found = new ArrayList<>();

    private TaxDates(Books books, FactBook facts) {
        this.books = books;
        this.facts = facts;
        this.today = books.today();
    }

    static BooksTool over(Books books, FactBook facts) {
        return TaxTool.of(
                new Schema().tool("tax_dates", "Next ATO dates: BAS, PAYG instalments, super, returns."),
                "Looking up the tax office's dates",
                books,
                _ -> new TaxDates(books, facts).look());
    }

    private Table look() {
        Organisation organisation = books.organisation();
        Table table = new Table(
                "Next dates of the tax office after " + Period.day(today).label(), organisation.name());
        statements(organisation, table);
        add(
                "PAYG instalment due, for those who pay them",
                dates.nextOfQuarters(TaxItem.INSTALMENT_QUARTER_DAYS, today));
        if (TaxTool.isSoleTrader(organisation)) {
            add("income tax return due, lodged yourself", dates.nextOfYears(TaxItem.RETURN_DAY, today));
            add(
                    "income tax return due at the latest through an agent",
                    dates.nextOfYears(TaxItem.RETURN_DAY_AGENT, today));
        } else {
            table.rule("When its income tax return is due depends on the organisation: ask its agent or the ATO.");
        }
        wages(table);
        found.sort(Comparator.comparing(TaxDates::day));
        found.forEach(table::add);
        return table.note(
                "A date may be later still where a state has a public holiday. Agents have dates of their own: they are"
                        + " what is possible, the agent knows.");
    }

    private void statements(Organisation organisation, Table table) {
        if (organisation.salesTaxBasis() == SalesTaxBasis.NONE) {
            table.rule("It is not registered for GST in Xero, so no activity statement for GST is due.");
            return;
        }
        switch (organisation.salesTaxPeriod()) {
            case MONTHLY -> add("activity statement due", dates.nextOfMonths(TaxItem.BAS_MONTH_DAY, today));
            case ANNUALLY -> add("annual GST return due", dates.nextOfYears(TaxItem.GST_YEAR_DAY, today));
            case QUARTERLY1, QUARTERLY2, QUARTERLY3 -> {
                DueDate own = dates.nextOfQuarters(TaxItem.BAS_QUARTER_DAYS, today);
                DueDate agent = dates.nextOfQuarters(TaxItem.BAS_QUARTER_DAYS_AGENT, today);
                add("activity statement due, lodged yourself", own);
                add("activity statement due, possible through an agent", agent);
            }
            case TWO_MONTHLY, SIX_MONTHLY, NONE, OTHER ->
                table.rule("Xero gives no GST period that Pip knows, so the activity statement's date is not known.");
        }
    }

    private void wages(Table table) {
        Wages wages = Wages.of(books, new Period(today.minusDays(PAYDAY_REACH), today));
        if (wages.isEmpty()) {
            table.rule("No wages were found in the last month, so no date for super is told.");
            return;
        }
        LocalDate payday = wages.paydays().lastKey();
        DueDate due = new SuperGuarantee(TaxData.standard()).due(payday);
        add(due.day().isBefore(today) ? "super for the last payday was due" : "super due for the last payday", due);
        add("Single Touch Payroll finalisation due", dates.nextOfYears(TaxItem.STP_FINALISATION_DAY, today));
    }

    private void add(String measure, DueDate due) {
        found.add(add(measure, due, due.day()));
        if (due.isMoved()) {
            add(measure + ", before it moves to a business day", due, due.written());
        }
    }

    private Fact add(String measure, DueDate due, LocalDate day) {
        return facts.add(
                measure,
                Workings.SUBJECT,
                due.period(),
                null,
                new Value.Day(day),
                due.rule().source());
    }

    private static LocalDate day(Fact fact) {
        if (fact.value() instanceof Value.Day(LocalDate day)) {
            return day;
        }
        throw new IllegalStateException(fact.measure() + " is no day");
    }
}
