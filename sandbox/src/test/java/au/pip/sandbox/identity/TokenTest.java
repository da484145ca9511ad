package au.pip.sandbox.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is given for codes, and to whom. */
class TokenTest {
    private static final Map<String, String> WEB_EXCHANGE = Map.of(
            "grant_type", "authorization_code",
            "redirect_uri", Caller.CALLBACK,
            "code_verifier", Caller.VERIFIER);

    @Test
    void givesWhatXeroGives() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            HttpResponse<String> answer = caller.exchange(caller.code());
            JsonNode tokens = Caller.tokens(answer);
            JsonNode claims = Caller.claims(Caller.access(tokens));

            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(tokens.propertyNames())
                    .containsExactly("id_token", "access_token", "expires_in", "token_type", "refresh_token", "scope");
            assertThat(tokens.get("expires_in").asInt()).isEqualTo(1800);
            assertThat(tokens.get("token_type").asString()).isEqualTo("Bearer");
            assertThat(tokens.get("scope").asString()).isEqualTo(Caller.SCOPES);
            assertThat(Caller.access(tokens).split("\\.", -1)).hasSize(3);
            assertThat(claims.get("iss").asString()).isEqualTo("https://identity.xero.com");
            assertThat(claims.get("exp").asLong())
                    .isEqualTo(caller.now().plusSeconds(1800).getEpochSecond());
            assertThat(claims.get("scope")).hasSize(6);
            assertThat(claims.get("authentication_event_id").asString())
                    .isEqualTo(caller.connections(Caller.access(tokens))
                            .get(0)
                            .get("authEventId")
                            .asString());
        }
    }

    @Test
    void givesNoRefreshTokenUnlessAskedTo() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            assertThat(caller.signIn("scope", "accounting.settings.read").propertyNames())
                    .containsExactly("access_token", "expires_in", "token_type", "scope");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "code,          guessed,                                     400, invalid_grant",
        "code_verifier, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, 400, invalid_grant",
        "code_verifier, short,                                       400, invalid_grant",
        "code_verifier, '',                                          400, invalid_grant",
        "redirect_uri,  http://127.0.0.1:8484/callback/,             400, invalid_grant",
        "redirect_uri,  '',                                          400, invalid_request",
        "code,          '',                                          400, invalid_request",
        "grant_type,    '',                                          400, invalid_request",
        "grant_type,    password,                                    400, unsupported_grant_type",
        "grant_type,    client_credentials,                          400, unauthorized_client",
        "client_id,     nobody,                                      401, invalid_client",
        "client_id,     sandbox-web-app,                             401, invalid_client",
        "client_id,     '',                                          401, invalid_client"
    })
    void refusesAnExchangeThatIsNotWhole(String parameter, String value, int status, String error) throws Exception {
        try (Caller caller = Caller.atOnce()) {
            HttpResponse<String> answer = caller.exchange(caller.code(), parameter, value);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
        }
    }

    @Test
    void wantsTheSecretOfAnAppThatHasOne() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            Map<String, String> form = new HashMap<>(WEB_EXCHANGE);
            form.put("code", caller.code("client_id", App.WEB_ID));

            for (String secret : List.of("wrong", "", App.CUSTOM_SECRET)) {
                HttpResponse<String> refused = caller.post(Identity.TOKEN, form, App.WEB_ID, secret);
                assertThat(refused.statusCode()).isEqualTo(401);
                assertThat(refused.body()).isEqualTo("{\"error\":\"invalid_client\"}");
            }
            assertThat(caller.post(Identity.TOKEN, form, App.PUBLIC_ID, "").statusCode())
                    .isEqualTo(401);
            JsonNode tokens = Caller.tokens(caller.post(Identity.TOKEN, form, App.WEB_ID, App.WEB_SECRET));
            assertThat(caller.organisation(Caller.access(tokens), Caller.FIRST_ID)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(caller.refresh(Caller.renewal(tokens)).body())
                    .as("another app's refresh token")
                    .isEqualTo("{\"error\":\"invalid_grant\"}");
        }
    }

    @Test
    void letsAnAppWithASecretGoWithoutPkceButNotHalfWay() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            Map<String, String> form = new HashMap<>(WEB_EXCHANGE);
            form.put("code", caller.code("client_id", App.WEB_ID, "code_challenge", ""));
            assertThat(caller.post(Identity.TOKEN, form, App.WEB_ID, App.WEB_SECRET)
                            .statusCode())
                    .as("a verifier without a challenge")
                    .isEqualTo(400);
            form.remove("code_verifier");
            form.put("code", caller.code("client_id", App.WEB_ID, "code_challenge", ""));
            assertThat(caller.post(Identity.TOKEN, form, App.WEB_ID, App.WEB_SECRET)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void takesACodeForFiveMinutes() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String inTime = caller.code();
            caller.later(Duration.ofSeconds(299));
            assertThat(caller.exchange(inTime).statusCode()).isEqualTo(200);
            String late = caller.code();
            caller.later(Duration.ofMinutes(5));
            assertThat(caller.exchange(late).body()).isEqualTo("{\"error\":\"invalid_grant\"}");
        }
    }

    @Test
    void endsWhatACodeGaveWhenItComesAgain() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String code = caller.code();
            JsonNode tokens = Caller.tokens(caller.exchange(code));
            JsonNode others = caller.signIn();

            assertThat(caller.exchange(code).body()).isEqualTo("{\"error\":\"invalid_grant\"}");

            assertThat(caller.refresh(Caller.renewal(tokens)).statusCode()).isEqualTo(400);
            assertThat(caller.organisation(Caller.access(tokens), Caller.FIRST_ID)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(caller.organisation(Caller.access(others), Caller.FIRST_ID)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void readsNothingButForms() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            for (HttpRequest.Builder request : List.of(
                    caller.posted(Identity.TOKEN, "{}").setHeader("Content-Type", "application/json"),
                    caller.posted(Identity.TOKEN, "client_id=%zz"),
                    caller.posted(Identity.TOKEN, "x=" + "y".repeat(70_000)))) {
                HttpResponse<String> answer = caller.send(request);
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_request\"}");
            }
        }
    }

    @Test
    void showsNoSecretOfAnApp() {
        assertThat(App.defaults().toString()).contains(App.WEB_ID).doesNotContain("secret");
    }
}
