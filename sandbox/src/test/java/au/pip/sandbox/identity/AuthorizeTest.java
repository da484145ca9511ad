package au.pip.sandbox.identity;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.sandbox.xero.SandboxOptions;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What an app may ask a person for, and what the person says. */
class AuthorizeTest {
    private static final Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");

    @Test
    void asksOnAPageThatNeedsNoScript() throws Exception {
        try (Caller caller = asking()) {
            HttpResponse<String> page = caller.authorize();

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
            assertThat(page.body())
                    .contains(Caller.FIRST.organisation().name().replace("&", "&amp;"))
                    .contains(Caller.SECOND.organisation().name().replace("&", "&amp;"))
                    .contains(
                            App.PUBLIC_ID, "Allow access", "Cancel", "color-scheme: light dark", "accounting.invoices")
                    .doesNotContain("<script", " checked");
        }
    }

    @Test
    void connectsWhatThePersonChose() throws Exception {
        try (Caller caller = asking()) {
            String request = request(caller.authorize());
            Map<String, String> back = Caller.back(caller.post(
                    Identity.CONSENT,
                    Map.of("request", request, "decision", "allow", "organisation", Caller.SECOND_ID.toString())));

            assertThat(back).containsEntry("state", "a b&c").containsEntry("scope", Caller.SCOPES);
            String token = Caller.access(Caller.tokens(caller.exchange(back.get("code"))));
            JsonNode connections = caller.connections(token);
            assertThat(connections).hasSize(1);
            assertThat(connections.get(0).get("tenantId").asString()).isEqualTo(Caller.SECOND_ID.toString());
            assertThat(caller.post(Identity.CONSENT, Map.of("request", request, "decision", "allow"))
                            .statusCode())
                    .as("the page again")
                    .isEqualTo(400);
        }
    }

    @Test
    void asksAgainWhenNothingWasChosen() throws Exception {
        try (Caller caller = asking()) {
            String request = request(caller.authorize());
            HttpResponse<String> again = caller.post(Identity.CONSENT, Map.of("request", request, "decision", "allow"));

            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).contains("role=\"alert\"", "Choose at least one organisation");
            assertThat(request(again)).isEqualTo(request);
        }
    }

    @Test
    void tellsTheAppThatThePersonDeclined() throws Exception {
        try (Caller caller = asking()) {
            String request = request(caller.authorize());
            HttpResponse<String> answer =
                    caller.post(Identity.CONSENT, Map.of("request", request, "decision", "cancel"));

            assertThat(answer.headers().firstValue("Location"))
                    .hasValue(Caller.CALLBACK + "?error=access_denied&state=a+b%26c");
            caller.server.consent(Consent.declined());
            assertThat(Caller.back(caller.authorize("state", ""))).isEqualTo(Map.of("error", "access_denied"));
        }
    }

    @Test
    void allowsAtOnceWhatItIsTold() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            assertThat(caller.connections(Caller.access(caller.signIn()))).hasSize(2);
            caller.server.consent(Consent.atOnce(Caller.FIRST_ID));
            JsonNode connections = caller.connections(Caller.access(caller.signIn()));
            assertThat(connections).hasSize(1);
            assertThat(connections.get(0).get("tenantId").asString()).isEqualTo(Caller.FIRST_ID.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/callback",
                "http://127.0.0.1.app.example/callback",
                "http://127.0.0.1@app.example/callback",
                "http://app.example/127.0.0.1",
                "http://localhost:1/callback#here",
                "javascript:alert(1)",
                "http://[bad",
                "/callback",
                ""
            })
    void neverSendsABrowserToAnAddressThatIsNotRegistered(String address) throws Exception {
        try (Caller caller = Caller.atOnce()) {
            HttpResponse<String> answer = caller.authorize("redirect_uri", address);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
            assertThat(answer.body()).contains("invalid_request").doesNotContain("app.example");
        }
    }

    @Test
    void comparesListedAddressesLetterByLetter() throws Exception {
        SandboxOptions options = SandboxOptions.defaults()
                .withApps(App.withoutSecret("listed").withRedirects("https://app.example/back?x=1"))
                .withConsent(Consent.atOnce());
        try (Caller caller = new Caller(options)) {
            assertThat(caller.authorize("client_id", "listed", "redirect_uri", "https://app.example/back?x=1")
                            .headers()
                            .firstValue("Location"))
                    .hasValueSatisfying(
                            address -> assertThat(address).startsWith("https://app.example/back?x=1&code="));
            for (String other : new String[] {"https://app.example/back", "https://app.example/back?x=1&y=2"}) {
                assertThat(caller.authorize("client_id", "listed", "redirect_uri", other)
                                .statusCode())
                        .isEqualTo(400);
            }
            assertThat(caller.authorize("client_id", "listed").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void showsAnUnknownAppAPageOnly() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            for (String id : new String[] {"nobody", App.CUSTOM_ID, ""}) {
                HttpResponse<String> answer = caller.authorize("client_id", id);
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.headers().firstValue("Location")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "scope,               accounting.nonsense,               invalid_scope",
        "scope,               accounting.transactions.read,      invalid_scope",
        "scope,               accounting.journals.read,          invalid_scope",
        "scope,               '',                                invalid_scope",
        "response_type,       token,                             unsupported_response_type",
        "response_type,       '',                                invalid_request",
        "code_challenge,      '',                                invalid_request",
        "code_challenge,      short,                             invalid_request",
        "code_challenge_method, plain,                           invalid_request",
        "code_challenge_method, '',                              invalid_request"
    })
    void tellsTheAppWhatIsWrong(String parameter, String value, String error) throws Exception {
        try (Caller caller = Caller.atOnce()) {
            assertThat(Caller.back(caller.authorize(parameter, value)))
                    .isEqualTo(Map.of("error", error, "state", "a b&c"));
        }
    }

    @Test
    void letsAnOlderAppAskForBroadScopes() throws Exception {
        SandboxOptions options = SandboxOptions.defaults()
                .withApps(App.withoutSecret(App.PUBLIC_ID).withBroadScopes())
                .withConsent(Consent.atOnce());
        try (Caller caller = new Caller(options)) {
            String token = Caller.access(
                    caller.signIn("scope", "offline_access accounting.transactions accounting.reports.read"));
            assertThat(caller.api("Payments", token, Caller.FIRST_ID).statusCode())
                    .isEqualTo(200);
            assertThat(caller.api("Reports/TrialBalance", token, Caller.FIRST_ID)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(caller.api("Contacts", token, Caller.FIRST_ID).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void takesOnlyTheMethodOfEachAddress() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            assertThat(caller.post(Identity.AUTHORIZE, Map.of()).statusCode()).isEqualTo(405);
            for (String path : new String[] {Identity.CONSENT, Identity.TOKEN, Identity.REVOCATION}) {
                assertThat(caller.send(caller.request(path).GET()).statusCode()).isEqualTo(405);
            }
        }
    }

    private static Caller asking() throws Exception {
        return new Caller(SandboxOptions.defaults());
    }

    private static String request(HttpResponse<String> page) {
        Matcher matcher = REQUEST.matcher(page.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
