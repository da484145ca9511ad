package au.pip.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");

    @ParameterizedTest
    @CsvSource({"123450, '$1,234.50'", "-2000, -$20.00", "0, $0.00", "5, $0.05", "123456789012, '$1,234,567,890.12'"})
    void showsDollarsAsAustraliansWriteThem(long cents, String shown) {
        assertThat(Money.aud(cents).display()).isEqualTo(shown);
    }

    @Test
    void namesOtherCurrencies() {
        assertThat(new Money(9900, USD).display()).isEqualTo("USD 99.00");
        assertThat(new Money(-1500, JPY).display()).isEqualTo("-JPY 1,500");
    }

    @ParameterizedTest
    @CsvSource({"13600, 0.654321, 20785", "1, 2, 1", "1, 2.000001, 0", "-1, 2, -1", "100, 1, 100"})
    void convertsByDividingAndRoundsHalfUp(long minor, String rate, long cents) {
        assertThat(new Money(minor, USD).convert(new BigDecimal(rate), Money.AUD))
                .isEqualTo(Money.aud(cents));
    }

    @Test
    void neverMixesCurrencies() {
        assertThatThrownBy(() -> Money.aud(1).plus(new Money(1, USD))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.aud(1).compareTo(new Money(1, USD)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsFinerThanTheMinorUnit() {
        assertThatThrownBy(() -> Money.of("1.005", Money.AUD)).isInstanceOf(ArithmeticException.class);
        assertThat(Money.rounded(new BigDecimal("1.005"), Money.AUD)).isEqualTo(Money.aud(101));
    }

    @Test
    void overflowsLoudly() {
        assertThatThrownBy(() -> Money.aud(Long.MAX_VALUE).plus(Money.aud(1))).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void readsBackWhatItWrites(@ForAll @LongRange(min = -10_000_000_000L, max = 10_000_000_000L) long cents) {
        Money money = Money.aud(cents);
        assertThat(Money.of(money.toDecimal().toPlainString(), Money.AUD)).isEqualTo(money);
    }
}
