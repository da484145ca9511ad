package au.pip.assistant.tools;

import au.pip.ledger.Fact;
import au.pip.ledger.Money;
import au.pip.ledger.Value;
import au.pip.ledger.tax.IncomeTax;
import au.pip.ledger.tax.SmallBusiness;
import au.pip.ledger.tax.TaxData;
import au.pip.ledger.tax.TaxFigure;
import au.pip.ledger.tax.TaxItem;
import java.time.LocalDate;
import java.util.List;

/**
 * A sole trader's tax on the profit of a whole year, written down step by step: income tax, the Medicare levy, less the
 * small business income tax offset.
 *
 * @param total what is left to pay of the three
 */
record PersonalTax(Fact incomeTax, Fact levy, Fact offset, Fact total) {
    static final String NOTE =
            "The levy is told in full and the low income tax offset is left out: both may be lower on low incomes.";

    /** @throws au.pip.ledger.tax.NotInTaxData when a rate of that year is not known */
    static PersonalTax on(YearProfit profit, TaxData data) {
        Workings workings = profit.workings();
        LocalDate day = profit.year().last();
        IncomeTax rates = IncomeTax.resident(data, profit.year());
        Money income = Workings.money(profit.annual());
        IncomeTax.Step step = rates.step(income);
        Fact over =
                workings.known("income from which the bracket begins", rates.figure(), new Value.Amount(step.over()));
        Fact base = workings.known("income tax below that bracket", rates.figure(), new Value.Amount(step.base()));
        Fact rate = workings.known(
                "income tax rate within that bracket", rates.figure(), new Value.Percent(step.percent()));
        Fact above = workings.difference("income within that bracket", profit.annual(), over);
        Fact tax = workings.sum(
                "income tax of the year",
                List.of(base, workings.percentOf("income tax within that bracket", rate, above)));
        Fact levy = workings.percentOf(
                "Medicare levy of the year", workings.known(data.law(TaxItem.MEDICARE_LEVY, day)), profit.annual());
        Fact offset = offset(profit, data, tax);
        return new PersonalTax(
                tax,
                levy,
                offset,
                workings.difference(
                        "tax of the year", workings.sum("income tax and Medicare levy", List.of(tax, levy)), offset));
    }

    private static Fact offset(YearProfit profit, TaxData data, Fact tax) {
        Workings workings = profit.workings();
        LocalDate day = profit.year().last();
        Money offset = new SmallBusiness(data).offset(Workings.money(tax), profit.turnover(), profit.year());
        TaxFigure most = data.law(TaxItem.SMALL_BUSINESS_OFFSET_MOST, day);
        if (offset.isZero() && !Workings.money(tax).isZero()) {
            TaxFigure limit = data.law(TaxItem.SMALL_BUSINESS_OFFSET_TURNOVER, day);
            return workings.known("small business income tax offset", limit, new Value.Amount(offset));
        }
        return offset.equals(most.amount())
                ? workings.known("small business income tax offset", most, most.single())
                : workings.percentOf(
                        "small business income tax offset",
                        workings.known(data.law(TaxItem.SMALL_BUSINESS_OFFSET, day)),
                        tax);
    }
}
