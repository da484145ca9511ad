package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.ledger.tax.FinancialYear;
import au.pip.xero.ProfitAndLoss;
import au.pip.xero.ReportLine;
import au.pip.xero.XeroReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The profit of the tax year so far, and what the whole year would bring if it went on like that: times the year's days,
 * by the days so far.
 *
 * @param daysSoFar counts, as {@code daysInYear}
 * @param annual profit of the whole year
 * @param turnover income of the whole year in the same way; only held against limits
 */
record YearProfit(
        FinancialYear year,
        Period soFar,
        Workings workings,
        Fact profit,
        Fact daysSoFar,
        Fact daysInYear,
        Fact annual,
        Money turnover) {
    /** Fewer days tell nothing of a year. */
    private static final int FEWEST_DAYS = 28;

    static final String NOTE = "It takes the year to go on as it did so far, with this profit as the only income.";

    /** @throws BadArgument when too little of the year is over */
    static YearProfit of(Books books, FactBook facts, Basis basis) {
        LocalDate today = books.today();
        FinancialYear year = FinancialYear.of(today);
        Period soFar = year.period().upTo(today);
        if (soFar.days() < FEWEST_DAYS) {
            throw new BadArgument(
                    "I don't know yet: too little of the tax year is over to tell its profit from. Ask again in August.");
        }
        XeroReply<ProfitAndLoss> reply = books.xero().profitAndLoss(soFar, basis);
        Source source = new Evidence(books, reply)
                .of(reply.value().lines().stream()
                        .map(ReportLine::accountId)
                        .filter(Objects::nonNull)
                        .toList());
        Workings workings = new Workings(facts, soFar, basis);
        Fact profit = workings.read("net profit", reply.value().netProfit(), source);
        Fact daysSoFar = workings.read("days of the tax year so far", new Value.Count(soFar.days()), source);
        Fact daysInYear = workings.read(
                "days in the tax year", new Value.Count(year.period().days()), source);
        return new YearProfit(
                year,
                soFar,
                workings,
                profit,
                daysSoFar,
                daysInYear,
                workings.proportion("net profit of the whole year at this rate", profit, daysInYear, daysSoFar),
                annual(reply.value().income().plus(reply.value().otherIncome()), year, soFar));
    }

    private static Money annual(Money income, FinancialYear year, Period soFar) {
        return Money.rounded(
                income.toDecimal()
                        .multiply(BigDecimal.valueOf(year.period().days()))
                        .divide(BigDecimal.valueOf(soFar.days()), 10, RoundingMode.HALF_UP),
                income.currency());
    }
}
