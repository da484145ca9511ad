package au.pip.ledger.tax;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.ledger.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GstTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Gst gst = new Gst(TaxData.standard());

    @ParameterizedTest
    @CsvSource({"110.00, 10.00", "82.50, 7.50", "100.00, 9.09", "0.06, 0.01", "0.05, 0.00"}) // an eleventh
    void findsTheTaxWithinAPrice(String price, String tax) {
        assertThat(gst.within(aud(price), DAY)).isEqualTo(aud(tax));
    }

    @ParameterizedTest
    @CsvSource({
        "74999.99, false, ANNUALLY",
        "75000.00, false, QUARTERLY",
        "149999.99, true, ANNUALLY",
        "150000.00, true, QUARTERLY",
        "19999999.99, false, QUARTERLY",
        "20000000.00, false, MONTHLY",
    })
    void reportsAsOftenAsTheTurnoverSays(String turnover, boolean nonProfit, Gst.Cycle cycle) {
        assertThat(gst.cycle(aud(turnover), nonProfit, DAY)).isEqualTo(cycle);
        assertThat(gst.mustRegister(aud(turnover), nonProfit, DAY)).isEqualTo(cycle != Gst.Cycle.ANNUALLY);
    }

    @Test
    void mayUseCashBelowTenMillionAndNeedsInvoicesAboveASmallAmount() {
        assertThat(gst.mayUseCash(aud("9999999.99"), DAY)).isTrue();
        assertThat(gst.mayUseCash(aud("10000000.00"), DAY)).isFalse();
        assertThat(gst.needsTaxInvoice(aud("82.50"), DAY)).isFalse();
        assertThat(gst.needsTaxInvoice(aud("82.51"), DAY)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "4000, 1000, 500, true",
        "3999.99, 1000, 500, false",
        "4000, 999.99, 500, false",
        "4000, 1000, 499.99, false",
    })
    void entersIndividualsIntoInstalmentsWhoReachAllThree(String income, String payable, String notional, boolean in) {
        assertThat(new Instalments(TaxData.standard()).individual(aud(income), aud(payable), aud(notional), DAY))
                .isEqualTo(in);
    }

    @ParameterizedTest
    @CsvSource({"1999999.99, 499.99, false", "2000000, 0, true", "0, 500, true"})
    void entersCompaniesIntoInstalmentsThatReachEither(String income, String notional, boolean in) {
        assertThat(new Instalments(TaxData.standard()).company(aud(income), aud(notional), DAY))
                .isEqualTo(in);
    }

    private static Money aud(String text) {
        return Money.of(text, Money.AUD);
    }
}
