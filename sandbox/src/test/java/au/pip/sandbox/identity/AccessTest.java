package au.pip.sandbox.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.sandbox.xero.Limits;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a token opens: which organisations, which records, for how long. */
class AccessTest {
    /** Xero's own Java library writes it with a capital. */
    @Test
    void listsConnectionsHoweverTheAddressIsWritten() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String token = Caller.access(caller.signIn());

            assertThat(Caller.json(caller.send(caller.bearer("/Connections", token))))
                    .isEqualTo(Caller.json(caller.send(caller.bearer("/connections", token))))
                    .hasSize(2);
        }
    }

    @Test
    void opensTheOrganisationsOfItsSignIn() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String both = Caller.access(caller.signIn());
            caller.server.consent(Consent.atOnce(Caller.FIRST_ID));
            String one = Caller.access(caller.signIn());

            assertThat(caller.organisation(both, Caller.FIRST_ID).body())
                    .contains(Caller.FIRST.organisation().name());
            assertThat(caller.organisation(both, Caller.SECOND_ID).body())
                    .contains(Caller.SECOND.organisation().name());
            assertThat(caller.organisation(one, Caller.FIRST_ID).statusCode()).isEqualTo(200);
            HttpResponse<String> other = caller.organisation(one, Caller.SECOND_ID);
            assertThat(other.statusCode()).isEqualTo(403);
            assertThat(other.body()).contains("\"Detail\":\"AuthenticationUnsuccessful\"");
            assertThat(caller.send(caller.bearer("/api.xro/2.0/Organisation", both)
                                    .header("Accept", "application/json"))
                            .statusCode())
                    .as("without a tenant id")
                    .isEqualTo(403);
        }
    }

    @Test
    void stopsWhenTheTokenRunsOut() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String token = Caller.access(caller.signIn());
            caller.later(Duration.ofSeconds(1799));
            assertThat(caller.organisation(token, Caller.FIRST_ID).statusCode()).isEqualTo(200);
            caller.later(Duration.ofSeconds(1));
            HttpResponse<String> late = caller.organisation(token, Caller.FIRST_ID);
            assertThat(late.statusCode()).isEqualTo(401);
            assertThat(late.body()).contains("\"Detail\":\"TokenExpired\"");
            assertThat(caller.send(caller.bearer("/connections", token)).statusCode())
                    .isEqualTo(401);
            HttpResponse<String> never = caller.organisation("never", Caller.FIRST_ID);
            assertThat(never.statusCode()).isEqualTo(401);
            assertThat(never.body()).contains("\"Detail\":\"AuthenticationUnsuccessful\"");
        }
    }

    @Test
    void opensFilesByTheirOwnScopeAndNotesByTheirRecords() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String invoices = Caller.access(caller.signIn("scope", "offline_access accounting.invoices.read"));
            String files = Caller.access(caller.signIn("scope", "offline_access accounting.attachments.read"));
            String bill = "Invoices/"
                    + Caller.FIRST.paperwork().attachments().getFirst().recordId();

            assertThat(caller.api(bill + "/History", invoices, Caller.FIRST_ID).statusCode())
                    .isEqualTo(200);
            assertThat(caller.api(bill + "/Attachments", invoices, Caller.FIRST_ID)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(caller.api(bill + "/Attachments", files, Caller.FIRST_ID).statusCode())
                    .isEqualTo(200);
            assertThat(caller.api(bill + "/History", files, Caller.FIRST_ID).statusCode())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Organisation,                                accounting.settings",
        "Accounts,                                    accounting.settings",
        "TaxRates,                                    accounting.settings",
        "Contacts,                                    accounting.contacts",
        "Invoices,                                    accounting.invoices",
        "CreditNotes,                                 accounting.invoices",
        "Payments,                                    accounting.payments",
        "BankTransactions,                            accounting.banktransactions",
        "ManualJournals,                              accounting.manualjournals",
        "Reports/ProfitAndLoss,                       accounting.reports.profitandloss",
        "Reports/BalanceSheet,                        accounting.reports.balancesheet",
        "Reports/TrialBalance,                        accounting.reports.trialbalance",
        "Reports/BankSummary,                         accounting.reports.banksummary",
        "Reports/BudgetSummary,                       accounting.reports.budgetsummary",
        "Reports/ExecutiveSummary,                    accounting.reports.executivesummary",
        "Quotes,                                      accounting.invoices",
        "PurchaseOrders,                              accounting.invoices",
        "Overpayments,                                accounting.payments",
        "Prepayments,                                 accounting.payments",
        "BankTransfers,                               accounting.banktransactions",
        "Items,                                       accounting.settings",
        "TrackingCategories,                          accounting.settings",
        "Currencies,                                  accounting.settings",
        "ContactGroups,                               accounting.contacts"
    })
    void opensWhatItsScopesSay(String path, String area) throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String all = String.join(" ", Scopes.all());
            String without = all.replace(area + ".read", "").strip();
            String refused = Caller.access(caller.signIn("scope", without));
            String allowed = Caller.access(caller.signIn("scope", "offline_access " + area + ".read"));

            HttpResponse<String> answer = caller.api(path, refused, Caller.FIRST_ID);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("\"Detail\":\"AuthorizationUnsuccessful\"");
            assertThat(caller.api(path, allowed, Caller.FIRST_ID).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void tellsConnectionsByTheirSignIn() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String token = Caller.access(caller.signIn());
            String event = Caller.claims(token).get("authentication_event_id").asString();

            assertThat(Caller.tokens(caller.send(caller.bearer("/connections?authEventId=" + event, token))))
                    .hasSize(2);
            assertThat(Caller.tokens(
                            caller.send(caller.bearer("/connections?authEventId=" + UUID.randomUUID(), token))))
                    .isEmpty();
            assertThat(caller.connections(token).get(0).propertyNames())
                    .containsExactly(
                            "id",
                            "authEventId",
                            "tenantId",
                            "tenantType",
                            "tenantName",
                            "createdDateUtc",
                            "updatedDateUtc");
        }
    }

    @Test
    void endsOneConnection() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String token = Caller.access(caller.signIn());
            JsonNode connections = caller.connections(token);
            String first = connections.get(0).get("id").asString();
            String stranger = caller.connections(Caller.access(caller.signIn()))
                    .get(0)
                    .get("id")
                    .asString();

            assertThat(delete(caller, stranger, token)).isEqualTo(404);
            assertThat(delete(caller, connections.get(0).get("tenantId").asString(), token))
                    .as("by the organisation's id")
                    .isEqualTo(404);
            assertThat(delete(caller, "none", token)).isEqualTo(404);
            assertThat(delete(caller, first, token)).isEqualTo(204);
            assertThat(delete(caller, first, token)).isEqualTo(404);
            assertThat(caller.connections(token)).hasSize(1);
            assertThat(caller.organisation(token, Caller.FIRST_ID).statusCode()).isEqualTo(403);
            assertThat(caller.organisation(token, Caller.SECOND_ID).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void leavesTheFixedTokenWhatItWas() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String fixed = SandboxOptions.DEFAULT_TOKEN;
            JsonNode connections = caller.connections(fixed);
            assertThat(connections).hasSize(2);
            assertThat(delete(caller, connections.get(0).get("id").asString(), fixed))
                    .isEqualTo(405);
            caller.server.disconnect(Caller.FIRST_ID);
            caller.server.removeScope("accounting.settings.read");
            caller.server.endSignIns();
            caller.server.expireAccessTokens();
            caller.later(Duration.ofDays(100));
            assertThat(caller.organisation(fixed, Caller.FIRST_ID).statusCode()).isEqualTo(200);
            assertThat(caller.organisation(fixed, Caller.SECOND_ID).statusCode())
                    .isEqualTo(200);
            assertThat(caller.connections(fixed)).isEqualTo(connections);
        }
    }

    @Test
    void countsTheCallsOfEachOrganisationByThemselves() throws Exception {
        try (Caller caller = new Caller(SandboxOptions.defaults().withLimits(new Limits(5, 1, 100)))) {
            String fixed = SandboxOptions.DEFAULT_TOKEN;
            assertThat(caller.organisation(fixed, Caller.FIRST_ID).statusCode()).isEqualTo(200);
            assertThat(caller.organisation(fixed, Caller.FIRST_ID).statusCode()).isEqualTo(429);
            HttpResponse<String> second = caller.organisation(fixed, Caller.SECOND_ID);
            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(second.headers().firstValue("X-MinLimit-Remaining")).hasValue("0");
            assertThat(second.headers().firstValue("X-AppMinLimit-Remaining")).hasValue("9998");
        }
    }

    @Test
    void givesACustomConnectionItsOneOrganisation() throws Exception {
        App app = App.customConnection(App.CUSTOM_ID, App.CUSTOM_SECRET).of(Caller.SECOND_ID);
        try (Caller caller = new Caller(SandboxOptions.defaults().withApps(app))) {
            Map<String, String> form = Map.of("grant_type", "client_credentials", "scope", "accounting.settings.read");
            JsonNode tokens = Caller.tokens(caller.post(Identity.TOKEN, form, App.CUSTOM_ID, App.CUSTOM_SECRET));

            assertThat(tokens.propertyNames()).containsExactly("access_token", "expires_in", "token_type", "scope");
            String token = Caller.access(tokens);
            assertThat(caller.connections(token)).hasSize(1);
            assertThat(caller.send(caller.bearer("/api.xro/2.0/Organisation", token)
                                    .header("Accept", "application/json"))
                            .body())
                    .as("without a tenant id")
                    .contains(Caller.SECOND.organisation().name());
            assertThat(caller.organisation(token, Caller.FIRST_ID).statusCode()).isEqualTo(403);
            assertThat(caller.api("Contacts", token, Caller.SECOND_ID).statusCode())
                    .isEqualTo(401);
            assertThat(caller.post(Identity.TOKEN, form, App.CUSTOM_ID, "wrong").body())
                    .isEqualTo("{\"error\":\"invalid_client\"}");
            for (String scope : List.of("offline_access", "accounting.nonsense")) {
                Map<String, String> wrong = Map.of("grant_type", "client_credentials", "scope", scope);
                assertThat(caller.post(Identity.TOKEN, wrong, App.CUSTOM_ID, App.CUSTOM_SECRET)
                                .body())
                        .isEqualTo("{\"error\":\"invalid_scope\"}");
            }
            assertThat(caller.post(
                                    Identity.TOKEN,
                                    Map.of("grant_type", "refresh_token", "refresh_token", "x"),
                                    App.CUSTOM_ID,
                                    App.CUSTOM_SECRET)
                            .body())
                    .isEqualTo("{\"error\":\"unauthorized_client\"}");
        }
    }

    @Test
    void servesEachOrganisationOnce() {
        assertThatThrownBy(() -> SandboxServer.start(List.of(Caller.FIRST, Caller.FIRST), SandboxOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SandboxServer.start(List.of(), SandboxOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int delete(Caller caller, String id, String token) throws Exception {
        HttpRequest.Builder request = caller.bearer("/connections/" + id, token).DELETE();
        return caller.send(request).statusCode();
    }
}
