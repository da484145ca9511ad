package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private static final Currency JPY = Currency.getInstance("JPY");

    @Property
    void everyAmountSurvivesTheWireExactly(@ForAll long cents) {
        Money money = Money.aud(cents);
        String plain = money.toDecimal().toPlainString();

        assertThat(fields("{\"Total\":" + plain + "}").money("Total", Money.AUD))
                .isEqualTo(money);
        assertThat(fields("{\"Total\":\"" + plain + "\"}").money("Total", Money.AUD))
                .isEqualTo(money);
    }

    @Test
    void keepsDecimalPlacesThatADoubleWouldLose() {
        assertThat(fields("{\"Rate\":0.672310000000000000001}").decimal("Rate"))
                .isEqualTo(new BigDecimal("0.672310000000000000001"));
        assertThat(fields("{\"UnitAmount\":1.2345}").decimal("UnitAmount")).isEqualTo(new BigDecimal("1.2345"));
        assertThat(fields("{\"Total\":10.0000}").money("Total", Money.AUD)).isEqualTo(Money.aud(1000));
        assertThat(fields("{\"Total\":1200}").money("Total", JPY)).isEqualTo(new Money(1200, JPY));
    }

    @Test
    void refusesAnAmountFinerThanACent() {
        assertThatThrownBy(() -> fields("{\"Total\":10.005}").money("Total", Money.AUD))
                .isInstanceOf(XeroException.Malformed.class)
                .hasMessageContaining("Total is not an amount of AUD");
    }

    @Test
    void refusesANumberOfAbsurdSizeAtOnce() {
        assertThatThrownBy(() -> fields("{\"Total\":1e999999999}").money("Total", Money.AUD))
                .isInstanceOf(XeroException.Malformed.class)
                .hasMessageContaining("too many digits");
        assertThatThrownBy(() -> fields("{\"Total\":1e-999999999}").money("Total", Money.AUD))
                .isInstanceOf(XeroException.Malformed.class);
    }

    @Test
    void takesMissingNullAndEmptyForTheSame() {
        Fields fields = fields("{\"A\":null,\"B\":\"\",\"C\":[]}");

        for (String name : new String[] {"A", "B", "C", "D"}) {
            assertThat(fields.text(name)).isNull();
            assertThat(fields.decimal(name)).isNull();
            assertThat(fields.date(name)).isNull();
            assertThat(fields.list(name, each -> each)).isEmpty();
            assertThat(fields.flag(name)).isFalse();
        }
    }

    @Test
    void refusesAWrongKindRatherThanGuess() {
        Fields fields = fields("{\"Total\":\"ten\",\"Date\":\"soon\",\"Day\":1.5,\"CurrencyCode\":\"AU$\"}");

        assertThatThrownBy(() -> fields.money("Total", Money.AUD)).isInstanceOf(XeroException.Malformed.class);
        assertThatThrownBy(() -> fields.date("Date")).isInstanceOf(XeroException.Malformed.class);
        assertThatThrownBy(() -> fields.whole("Day")).isInstanceOf(XeroException.Malformed.class);
        assertThatThrownBy(() -> fields.currency("CurrencyCode", () -> Money.AUD))
                .isInstanceOf(XeroException.Malformed.class);
        assertThatThrownBy(() -> fields.requiredText("InvoiceID")).hasMessageContaining("InvoiceID is missing");
    }

    @Test
    void knowsXerosWordsAndKeepsNewOnesApart() {
        assertThat(fields("{\"T\":\"NoTax\"}").choice("T", LineAmounts.OTHER)).isEqualTo(LineAmounts.NO_TAX);
        assertThat(fields("{\"T\":\"SPEND-TRANSFER\"}").choice("T", BankTransaction.Type.OTHER))
                .isEqualTo(BankTransaction.Type.SPEND_TRANSFER);
        assertThat(fields("{\"T\":\"GDPRREQUEST\"}").choice("T", Contact.Status.OTHER))
                .isEqualTo(Contact.Status.GDPR_REQUEST);
        assertThat(fields("{\"T\":\"INVENTED\"}").choice("T", Invoice.Status.OTHER))
                .isEqualTo(Invoice.Status.OTHER);
        assertThat(fields("{}").choice("T", Invoice.Status.OTHER)).isEqualTo(Invoice.Status.OTHER);
    }

    @Test
    void prefersTheDateTextAndFallsBackToTheMilliseconds() {
        assertThat(fields("{\"Date\":\"/Date(0)/\",\"DateString\":\"2026-06-30T00:00:00\"}")
                        .date("Date"))
                .isEqualTo("2026-06-30");
        assertThat(fields("{\"Date\":\"/Date(1782777600000+0000)/\"}").date("Date"))
                .isEqualTo("2026-06-30");
    }

    private static Fields fields(String json) {
        return new Fields(WireJson.parse(json.getBytes(StandardCharsets.UTF_8)), "Test");
    }
}
