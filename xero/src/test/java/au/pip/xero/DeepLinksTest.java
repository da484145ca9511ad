package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DeepLinksTest {
    private static final String ID = "a03ffcd2-5d91-4c7e-b483-318584e9e439";

    @Test
    void sendsSalesAndBillsToTheirOwnPages() {
        DeepLinks links = new DeepLinks(DeepLinks.XERO, "!mBdtL");

        assertThat(links.invoice(invoice("ACCREC"))).isEqualTo("https://go.xero.com/app/!mBdtL/invoicing/view/" + ID);
        assertThat(links.invoice(invoice("ACCPAY"))).isEqualTo("https://go.xero.com/app/!mBdtL/bills/view/" + ID);
        assertThat(links.quote(ID)).isEqualTo("https://go.xero.com/app/!mBdtL/quotes/view/" + ID);
        assertThat(links.contact(ID)).isEqualTo("https://go.xero.com/app/!mBdtL/contacts/contact/" + ID);
        assertThat(links.bankTransaction(ID))
                .isEqualTo("https://go.xero.com/organisationlogin/default.aspx?shortcode=!mBdtL"
                        + "&redirecturl=/Bank/ViewTransaction.aspx?bankTransactionID=" + ID);
    }

    @Test
    void doesWithoutAShortCode() {
        DeepLinks links = new DeepLinks(URI.create("http://127.0.0.1:9"), "");

        assertThat(links.invoice(invoice("ACCPAY"))).isEqualTo("http://127.0.0.1:9/bills/view/" + ID);
        assertThat(links.manualJournal(ID)).isEqualTo("http://127.0.0.1:9/Journal/View.aspx?invoiceID=" + ID);
    }

    @Test
    void putsNothingIntoALinkThatIsNoId() {
        DeepLinks links = new DeepLinks(DeepLinks.XERO, "!x&redirecturl=https://evil.example");

        assertThat(links.shortCode()).isEmpty();
        assertThatThrownBy(() -> links.contact("../../logout")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Invoice invoice(String type) {
        String json = "{\"InvoiceID\":\"%s\",\"Type\":\"%s\",\"CurrencyCode\":\"AUD\",\"SubTotal\":1,\"Total\":1}"
                .formatted(ID, type);
        Fields fields = new Fields(WireJson.parse(json.getBytes(StandardCharsets.UTF_8)), "Invoices");
        return Invoice.parse(fields, () -> {
            throw new AssertionError("the currency is given");
        });
    }
}
