package au.pip.assistant.xero;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.xero.auth.CustomConnection;
import au.pip.xero.auth.OwnApp;
import au.pip.xero.auth.Scopes;
import au.pip.xero.auth.XeroAddresses;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionStepsTest {
    private static final XeroAddresses NOWHERE =
            XeroAddresses.of(URI.create("http://127.0.0.1:9"), URI.create("http://127.0.0.1:9"));
    private static final String INVOICES = "accounting.invoices.read";

    @Test
    void connectingAgainGrantsWhatIsAskedFor() {
        assertThat(browser(Scopes.ofPerson("")).toGrant(List.of(INVOICES)))
                .isEqualTo(
                        "Connect Xero again and grant every permission: ./pip xero connect, or at the top of Pip's page.");
        assertThat(browser(Scopes.withDrafts(Scopes.ofPerson(""))).toGrant(List.of(INVOICES)))
                .startsWith("Connect Xero again");
    }

    @Test
    void whatTheSettingsLeaveOutIsAddedThereFirst() {
        assertThat(browser(Scopes.ofPerson("accounting.settings.read")).toGrant(List.of(INVOICES)))
                .isEqualTo(
                        "Pip does not ask for accounting.invoices.read: add it to XERO_SCOPES where Pip runs, or leave"
                                + " XERO_SCOPES out, and start Pip again, then connect Xero again: ./pip xero connect, or at the"
                                + " top of Pip's page.");
    }

    @Test
    void aCustomConnectionIsTickedAtXero() {
        assertThat(custom(Scopes.ofApp("")).toGrant(List.of(INVOICES)))
                .isEqualTo("Tick accounting.invoices.read for the custom connection at"
                        + " https://developer.xero.com/app/manage and authorise the connection again.");
        assertThat(custom(Set.of("accounting.settings.read")).toGrant(List.of(INVOICES)))
                .startsWith("Pip does not ask for accounting.invoices.read: add it to XERO_SCOPES")
                .contains(". Tick accounting.invoices.read for the custom connection");
    }

    @Test
    void namesTheScopeAsTheAppWouldAskForIt() {
        assertThat(browser(Scopes.ofPerson("")).scope("accounting.invoices")).isEqualTo(INVOICES);
        assertThat(browser(Scopes.ofPerson("broad")).scope("accounting.invoices"))
                .isEqualTo("accounting.transactions.read");
        assertThat(browser(Scopes.ofPerson("broad")).scope("accounting.reports.profitandloss"))
                .isEqualTo("accounting.reports.read");
    }

    private static ConnectionSteps browser(Set<String> scopes) {
        return new ConnectionSteps(
                new WayIn.Browser(new OwnApp(NOWHERE, "app", null), scopes, Issuer.own("app", NOWHERE)), () -> false);
    }

    private static ConnectionSteps custom(Set<String> scopes) {
        return new ConnectionSteps(
                WayIn.Custom.of(new CustomConnection(NOWHERE, "app", "secret", scopes), scopes, "app"), () -> false);
    }
}
