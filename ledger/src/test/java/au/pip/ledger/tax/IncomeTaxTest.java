package au.pip.ledger.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.ledger.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Worked by hand from the brackets. Up to 45,000: 26,800 at 16, 15 or 14 percent is 4,288.00, 4,020.00 or 3,752.00; up
 * to 135,000 another 90,000 at 30 percent, 27,000.00; up to 190,000 another 55,000 at 37 percent, 20,350.00.
 */
class IncomeTaxTest {
    private final TaxData data = TaxData.standard();

    @ParameterizedTest
    @CsvSource({
        // 2024-25 and 2025-26, at each boundary to the dollar
        "2025, 0, 0.00",
        "2025, 18200, 0.00",
        "2025, 18201, 0.16", // 1 × 16 %
        "2025, 45000, 4288.00", // 26,800 × 16 %
        "2025, 45001, 4288.30",
        "2025, 135000, 31288.00", // 4,288 + 90,000 × 30 %
        "2025, 135001, 31288.37",
        "2025, 190000, 51638.00", // 31,288 + 55,000 × 37 %
        "2025, 190001, 51638.45",
        "2026, 18201, 0.16",
        "2026, 45000, 4288.00",
        "2026, 80000, 14788.00", // 4,288 + 35,000 × 30 %
        "2026, 250000, 78638.00", // 51,638 + 60,000 × 45 %
        // 2026-27
        "2027, 18200, 0.00",
        "2027, 18201, 0.15",
        "2027, 45000, 4020.00", // 26,800 × 15 %
        "2027, 45001, 4020.30",
        "2027, 80000, 14520.00", // 4,020 + 35,000 × 30 %
        "2027, 135000, 31020.00",
        "2027, 135001, 31020.37",
        "2027, 190000, 51370.00",
        "2027, 190001, 51370.45",
        // 2027-28
        "2028, 18201, 0.14",
        "2028, 45000, 3752.00", // 26,800 × 14 %
        "2028, 135000, 30752.00",
        "2028, 190000, 51102.00",
        "2028, 190001, 51102.45",
    })
    void taxesEachDollarAtTheRateOfItsBracket(int year, String income, String tax) {
        IncomeTax rates = IncomeTax.resident(data, new FinancialYear(year));

        assertThat(rates.on(Money.of(income, Money.AUD))).isEqualTo(Money.of(tax, Money.AUD));
    }

    @Test
    void taxesNothingOnALoss() {
        assertThat(IncomeTax.resident(data, new FinancialYear(2027)).on(Money.aud(-500_00)))
                .isEqualTo(Money.aud(0));
    }

    @Test
    void roundsHalfACentUp() {
        // 18,200.10 − 18,200 = 0.10 at 15 percent is 1.5 cents.
        assertThat(IncomeTax.resident(data, new FinancialYear(2027)).on(Money.aud(18_200_10)))
                .isEqualTo(Money.aud(2));
    }

    @Test
    void tellsTheStepThatAnIncomeFallsIn() {
        IncomeTax rates = IncomeTax.resident(data, new FinancialYear(2027));

        assertThat(rates.step(Money.aud(80_000_00)))
                .isEqualTo(
                        new IncomeTax.Step(Money.aud(45_000_00), Money.aud(4_020_00), new java.math.BigDecimal("30")));
        assertThat(rates.step(Money.aud(45_000_00)).over()).isEqualTo(Money.aud(18_200_00));
    }

    @Test
    void knowsNoYearThatIsNotInTheData() {
        assertThatThrownBy(() -> IncomeTax.resident(data, new FinancialYear(2029)))
                .isInstanceOf(NotInTaxData.class)
                .hasMessage(
                        "I don't know that: Pip's tax data has no resident income tax rates for the year to June 2029."
                                + " Check it with the ATO.");
        assertThatThrownBy(() -> IncomeTax.resident(data, new FinancialYear(2024)))
                .isInstanceOf(NotInTaxData.class);
    }

    @ParameterizedTest
    @CsvSource({"80000, 1600.00", "100.25, 2.01"}) // 100.25 × 2 % = 2.005
    void leviesForMedicare(String income, String levy) {
        TaxFigure rate = data.law(TaxItem.MEDICARE_LEVY, new FinancialYear(2027).last());

        assertThat(rate.of(Money.of(income, Money.AUD))).isEqualTo(Money.of(levy, Money.AUD));
    }
}
