package au.pip.ledger.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallBusinessTest {
    private static final Money TURNOVER = Money.aud(300_000_00);

    private final SmallBusiness business = new SmallBusiness(TaxData.standard());

    @ParameterizedTest
    @CsvSource({
        "2025, 5000.00, 300000, 800.00", // 5,000 × 16 %
        "2027, 5000.00, 300000, 800.00",
        "2027, 6250.00, 300000, 1000.00", // 6,250 × 16 % is the most that is given
        "2027, 6256.25, 300000, 1000.00", // 1,001.00
        "2027, 6249.97, 300000, 1000.00", // 999.9952
        "2027, 6249.93, 300000, 999.99", // 999.9888
        "2027, 5000.00, 4999999, 800.00",
        "2027, 5000.00, 5000000, 0.00", // the turnover must be below
    })
    void offsetsPartOfTheTax(int year, String tax, String turnover, String offset) {
        assertThat(business.offset(aud(tax), aud(turnover), new FinancialYear(year)))
                .isEqualTo(aud(offset));
    }

    @Test
    void knowsNoOffsetBeyondTheData() {
        assertThatThrownBy(() -> business.offset(aud("5000"), TURNOVER, new FinancialYear(2028)))
                .isInstanceOf(NotInTaxData.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-30, 19999.99, true",
        "2025-07-01, 19999.99, true",
        "2026-06-30, 19999.99, true",
        "2026-06-30, 20000.00, false", // less than the limit
        // From 1 July 2026 the higher limit is announced only.
        "2026-07-01, 19999.99, false",
        "2026-07-01, 1000.00, false",
        "2026-07-01, 999.99, true",
    })
    void writesAssetsOffByWhatIsLaw(LocalDate firstUsed, String cost, boolean allowed) {
        assertThat(business.writesOff(aud(cost), TURNOVER, firstUsed)).isEqualTo(allowed);
        assertThat(business.writesOff(aud(cost), aud("10000000"), firstUsed)).isFalse();
    }

    @Test
    void saysThatTheWriteOffOf202627IsAnnouncedOnly() {
        TaxFigure limit = TaxData.standard()
                .find(TaxItem.WRITE_OFF_LIMIT, LocalDate.of(2026, 11, 23))
                .orElseThrow();

        assertThat(limit.status()).isEqualTo(TaxStatus.ANNOUNCED);
        assertThat(limit.source().endpoint())
                .isEqualTo("Australian Government: Budget 2026-27, 12 May 2026 (announced), checked 23 Nov 2026");
        assertThatThrownBy(() -> TaxData.standard().law(TaxItem.WRITE_OFF_LIMIT, LocalDate.of(2026, 11, 23)))
                .hasMessage(
                        "I don't know that: the instant asset write-off limit for the year to June 2027 is announced only, not law."
                                + " Check it with the ATO.");
        assertThatThrownBy(() -> business.writesOff(aud("10"), TURNOVER, LocalDate.of(2027, 7, 1)))
                .isInstanceOf(NotInTaxData.class);
    }

    @ParameterizedTest
    @CsvSource({"9999999.99, true", "10000000.00, false"})
    void isAnEntityBelowTenMillion(String turnover, boolean small) {
        assertThat(business.isEntity(aud(turnover), LocalDate.of(2026, 11, 23))).isEqualTo(small);
    }

    @ParameterizedTest
    @CsvSource({
        "49999999.99, 80, 25",
        "50000000.00, 0, 30",
        "200000, 80.1, 30",
        "200000, 0, 25",
    })
    void taxesCompaniesByTurnoverAndPassiveIncome(String turnover, BigDecimal passive, BigDecimal rate) {
        TaxFigure figure = new CompanyTax(TaxData.standard()).rate(new FinancialYear(2027), aud(turnover), passive);

        assertThat(figure.percent()).isEqualTo(rate);
        // 40,000.00 at 25 or 30 percent
        assertThat(figure.of(aud("40000"))).isEqualTo(aud(rate.intValue() == 25 ? "10000" : "12000"));
    }

    private static Money aud(String text) {
        return Money.of(text, Money.AUD);
    }
}
