package au.pip.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.agent.ToolResult;
import au.pip.ledger.Fact;
import au.pip.ledger.Money;
import au.pip.ledger.Value;
import au.pip.sandbox.books.Balances;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.Company;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is worked out for tax, over the pretend Xero, against sums made here. */
class TaxSumsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    private final TaxBooks served = new TaxBooks();

    @AfterEach
    void close() throws Exception {
        served.close();
    }

    @Test
    void putsAwayASoleTradersTaxStepByStep() throws InterruptedException {
        Books truth = TaxBooks.of(Company.SOLE_TRADER, TODAY);

        ToolResult result = served.ask(truth, "tax_to_set_aside", Map.of());

        BigDecimal profit = profit(truth, TODAY);
        assertThat(served.amount("net profit")).isEqualTo(aud(profit));
        // 1 July to 23 November 2026 is 31 + 31 + 30 + 31 + 23 = 146 days of 365.
        BigDecimal annual = cents(
                profit.multiply(BigDecimal.valueOf(365)).divide(BigDecimal.valueOf(146), 10, RoundingMode.HALF_UP));
        assertThat(served.amount("net profit of the whole year at this rate")).isEqualTo(aud(annual));
        BigDecimal tax = incomeTaxOf202627(annual);
        BigDecimal offset = cents(tax.multiply(new BigDecimal("0.16"))).min(new BigDecimal("1000"));
        BigDecimal year =
                tax.add(cents(annual.multiply(new BigDecimal("0.02")))).subtract(offset);
        assertThat(served.amount("income tax of the year")).isEqualTo(aud(tax));
        assertThat(served.amount("small business income tax offset")).isEqualTo(aud(offset));
        assertThat(served.amount("tax of the year")).isEqualTo(aud(year));
        BigDecimal soFar =
                cents(year.multiply(BigDecimal.valueOf(146)).divide(BigDecimal.valueOf(365), 10, RoundingMode.HALF_UP));
        assertThat(served.amount("income tax so far")).isEqualTo(aud(soFar));
        Fact gst = served.fact("GST to pay", "GST refund due");
        Money expected = gst.measure().equals("GST to pay")
                ? aud(soFar).plus(served.amount(gst))
                : aud(soFar).minus(served.amount(gst));
        assertThat(served.amount("to put away for tax")).isEqualTo(expected);
        assertThat(result.content())
                .contains("General information, not tax advice.")
                .contains("No instalments were found");
        assertThat(served.facts().all())
                .anySatisfy(each -> assertThat(each.source().endpoint()).contains("Act No. 28 of 2025 (law)"));
    }

    @Test
    void putsAwayACompanysTaxAndWhatItsBooksHold() throws InterruptedException {
        Books truth = TaxBooks.of(Company.PTY_LTD, TODAY);

        served.ask(truth, "tax_to_set_aside", Map.of());

        BigDecimal profit = profit(truth, TODAY);
        BigDecimal tax = profit.signum() <= 0 ? BigDecimal.ZERO : cents(profit.multiply(new BigDecimal("0.25")));
        assertThat(served.amount("income tax so far")).isEqualTo(aud(tax));
        Balances journal = new Balances(truth.journal());
        long withheld = -journal.at("825", TODAY);
        assertThat(withheld).isPositive();
        assertThat(served.amount("tax withheld from wages, not paid yet")).isEqualTo(Money.aud(withheld));
        long unpaid = -journal.at("826", TODAY);
        Money parts = aud(tax).plus(Money.aud(withheld)).plus(Money.aud(Math.max(0, unpaid)));
        Fact gst = served.fact("GST to pay", "GST refund due");
        assertThat(served.amount("to put away for tax"))
                .isEqualTo(
                        gst.measure().equals("GST to pay")
                                ? parts.plus(served.amount(gst))
                                : parts.minus(served.amount(gst)));
    }

    @Test
    void addsTheStatementBeforeWhileItIsNeitherDueNorPaid() throws InterruptedException {
        // The pretend company pays on the 24th of the month after the quarter; 28 October is the due day.
        Books early = TaxBooks.of(Company.PTY_LTD, LocalDate.of(2026, 10, 10));
        ToolResult open = served.ask(early, "tax_to_set_aside", Map.of());
        assertThat(open.content()).contains("and of the one before it, which is not due yet");
        List<Fact> both = gst();
        assertThat(both)
                .extracting(each -> each.period().label())
                .containsExactly("1 Oct – 10 Oct 2026", "1 Jul – 30 Sep 2026");
        Money total = served.amount("income tax so far")
                .plus(served.amount("tax withheld from wages, not paid yet"))
                .plus(unpaidSuper());
        for (Fact each : both) {
            boolean refund = each.measure().equals("GST refund due");
            total = refund ? total.minus(served.amount(each)) : total.plus(served.amount(each));
        }
        assertThat(served.facts().all().stream()
                        .filter(each -> each.measure().equals("to put away for tax"))
                        .map(served::amount)
                        .toList())
                .last()
                .isEqualTo(total);

        served.forget();
        Books paid = TaxBooks.of(Company.PTY_LTD, LocalDate.of(2026, 10, 27));
        assertThat(served.ask(paid, "tax_to_set_aside", Map.of()).content())
                .contains("money was booked to the GST account");
        assertThat(gst()).hasSize(1);

        served.forget();
        Books late = TaxBooks.of(Company.PTY_LTD, LocalDate.of(2026, 10, 29));
        assertThat(served.ask(late, "tax_to_set_aside", Map.of()).content()).contains("was due already");
    }

    private List<Fact> gst() {
        return served.facts().all().stream()
                .filter(each ->
                        each.measure().equals("GST to pay") || each.measure().equals("GST refund due"))
                .toList();
    }

    private Money unpaidSuper() {
        return served.facts().all().stream()
                .filter(each -> each.measure().equals("super not paid yet"))
                .map(served::amount)
                .findFirst()
                .orElse(Money.aud(0));
    }

    @Test
    void saysThatItIsTooEarlyAndThatTheYearIsNotKnown() throws InterruptedException {
        assertThat(served.ask(TaxBooks.of(Company.SOLE_TRADER, LocalDate.of(2026, 7, 27)), "tax_to_set_aside", Map.of())
                        .content())
                .startsWith("I don't know yet: too little of the tax year is over");
        assertThat(served.ask(TaxBooks.of(Company.SOLE_TRADER, LocalDate.of(2028, 2, 29)), "tax_to_set_aside", Map.of())
                        .content())
                .startsWith("I don't know that: Pip's tax data has no Medicare levy for the year to June 2028.");
        assertThat(served.ask(TaxBooks.of(Company.PTY_LTD, LocalDate.of(2028, 2, 29)), "super_due", Map.of())
                        .content())
                .startsWith("I don't know that: Pip's tax data has no super guarantee rate for the year to June 2028.");
        assertThat(served.facts().all()).noneMatch(each -> each.measure().startsWith("super guarantee"));
    }

    @Test
    void tellsSuperByPayday() throws InterruptedException {
        Books truth = TaxBooks.of(Company.PTY_LTD, TODAY);

        served.ask(truth, "super_due", Map.of());

        Balances journal = new Balances(truth.journal());
        long wages = journal.between("477", OCTOBER, TODAY);
        assertThat(served.amount("wages")).isEqualTo(Money.aud(wages));
        assertThat(served.amount("super guarantee on the wages"))
                .isEqualTo(aud(cents(BigDecimal.valueOf(wages, 2).multiply(new BigDecimal("0.12")))));
        assertThat(served.amount("super not paid yet")).isEqualTo(Money.aud(-journal.at("826", TODAY)));
        // The last payday before 23 November is a Thursday; seven business days on is the Monday after next.
        LocalDate payday = truth.manualJournals().stream()
                .filter(each -> each.narration().startsWith("Wages"))
                .map(each -> each.date())
                .max(LocalDate::compareTo)
                .orElseThrow();
        Fact due = served.facts().all().stream()
                .filter(each -> each.measure().equals("super due by")
                        && each.period().from().equals(payday))
                .findFirst()
                .orElseThrow();
        assertThat(due.value()).isEqualTo(new Value.Day(payday.plusDays(11)));
    }

    @Test
    void saysThatASoleTraderOwesThemselvesNoSuper() throws InterruptedException {
        assertThat(served.ask(TaxBooks.of(Company.SOLE_TRADER, TODAY), "super_due", Map.of())
                        .content())
                .contains("A sole trader owes no super guarantee for themselves.")
                .contains("super guarantee rate | the law | 1 Jul 2026 – 30 Jun 2027 | 12%");
    }

    @Test
    void comparesCompanyAndSoleTrader() throws InterruptedException {
        Books truth = TaxBooks.of(Company.SOLE_TRADER, TODAY);

        ToolResult result = served.ask(truth, "company_or_sole_trader", Map.of());

        BigDecimal annual = cents(profit(truth, TODAY)
                .multiply(BigDecimal.valueOf(365))
                .divide(BigDecimal.valueOf(146), 10, RoundingMode.HALF_UP));
        Money company = aud(cents(annual.multiply(new BigDecimal("0.25"))));
        assertThat(served.amount("tax of the year as a company")).isEqualTo(company);
        Money less = served.amount("tax of the year").minus(company);
        assertThat(served.amount(served.fact("less tax as a company", "more tax as a company")))
                .isEqualTo(less.abs());
        assertThat(result.content().split("not tax advice", -1)).hasSize(2);
    }

    /** From the brackets of 2026-27, worked here with their base amounts. */
    private static BigDecimal incomeTaxOf202627(BigDecimal income) {
        if (income.compareTo(new BigDecimal("18200")) <= 0) {
            return new BigDecimal("0.00");
        }
        String[] bracket = income.compareTo(new BigDecimal("45000")) <= 0
                ? new String[] {"18200", "0", "0.15"}
                : income.compareTo(new BigDecimal("135000")) <= 0
                        ? new String[] {"45000", "4020", "0.30"}
                        : income.compareTo(new BigDecimal("190000")) <= 0
                                ? new String[] {"135000", "31020", "0.37"}
                                : new String[] {"190000", "51370", "0.45"};
        return cents(income.subtract(new BigDecimal(bracket[0])).multiply(new BigDecimal(bracket[2])))
                .add(new BigDecimal(bracket[1]));
    }

    private static BigDecimal profit(Books truth, LocalDate today) {
        Balances journal = new Balances(truth.journal());
        long profit = truth.accounts().stream()
                .filter(each -> each.accountClass().isProfitAndLoss())
                .mapToLong(each -> -journal.between(each.code(), JULY, today))
                .sum();
        return BigDecimal.valueOf(profit, 2);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static Money aud(BigDecimal amount) {
        return Money.exact(amount, Money.AUD);
    }
}
