package au.pip.sandbox.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.sandbox.xero.Fault;
import au.pip.sandbox.xero.SandboxOptions;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What goes wrong on demand, and that it goes wrong where it should. */
class HardDaysTest {
    @Test
    void failsOnlyThePartThatIsMeant() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            JsonNode tokens = caller.signIn();
            Fault unavailable = Fault.of(Fault.Kind.UNAVAILABLE);
            caller.server.failNext(Fault.Part.TOKEN, unavailable, 1);
            caller.server.failNext(Fault.Part.REVOCATION, unavailable, 1);
            caller.server.failNext(unavailable, 1);

            assertThat(caller.refresh(Caller.renewal(tokens)).statusCode()).isEqualTo(503);
            assertThat(caller.server.refreshes()).isZero();
            JsonNode renewed = Caller.tokens(caller.refresh(Caller.renewal(tokens)));
            assertThat(caller.organisation(Caller.access(renewed), Caller.FIRST_ID)
                            .statusCode())
                    .isEqualTo(503);
            assertThat(caller.organisation(Caller.access(renewed), Caller.FIRST_ID)
                            .statusCode())
                    .isEqualTo(200);
            Map<String, String> back = Map.of("client_id", App.PUBLIC_ID, "token", Caller.renewal(renewed));
            assertThat(caller.post(Identity.REVOCATION, back).statusCode()).isEqualTo(503);
            assertThat(caller.post(Identity.REVOCATION, back).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void losesTheAnswerOfARefreshThatIsDone() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String first = Caller.renewal(caller.signIn());
            caller.server.failNext(Fault.Part.TOKEN, Fault.of(Fault.Kind.LOST), 1);

            assertThatThrownBy(() -> caller.refresh(first)).isInstanceOf(IOException.class);

            assertThat(caller.server.refreshes()).isEqualTo(1);
            caller.later(Duration.ofMinutes(29));
            assertThat(caller.refresh(first).statusCode()).isEqualTo(200);
            caller.later(Duration.ofMinutes(1));
            assertThat(caller.refresh(first).statusCode()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"CUT", "HTML_PAGE", "DAY_LIMIT", "INVALID_CLIENT", "INVALID_GRANT", "GATEWAY"})
    void breaksTheTokenEndpointInEachWay(Fault.Kind kind) throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String first = Caller.renewal(caller.signIn());
            caller.server.failNext(Fault.Part.TOKEN, Fault.of(kind), 1);
            if (kind == Fault.Kind.CUT) {
                assertThatThrownBy(() -> caller.refresh(first)).isInstanceOf(IOException.class);
            } else {
                assertThat(caller.refresh(first).statusCode()).isGreaterThanOrEqualTo(400);
            }
            assertThat(caller.refresh(first).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400            | 400 | {\"ErrorNumber\":10,\"Type\":\"ValidationException\",\"Message\":\"A validation exception occurred\",\"Elements\":[{\"ValidationErrors\":",
                "400-volume     | 400 | {\"ErrorNumber\":51,\"Type\":\"HighVolumeException\",",
                "400-grant      | 400 | {\"error\":\"invalid_grant\"}",
                "401            | 401 | {\"Type\":null,\"Title\":\"Unauthorized\",\"Status\":401,\"Detail\":\"TokenExpired\",",
                "401-unknown    | 401 | {\"Type\":null,\"Title\":\"Unauthorized\",\"Status\":401,\"Detail\":\"AuthenticationUnsuccessful\",",
                "401-scope      | 401 | {\"Type\":null,\"Title\":\"Unauthorized\",\"Status\":401,\"Detail\":\"AuthorizationUnsuccessful\",",
                "401-client     | 401 | {\"error\":\"invalid_client\"}",
                "403            | 403 | {\"Type\":null,\"Title\":\"Forbidden\",\"Status\":403,\"Detail\":\"AuthorizationUnsuccessful\",",
                "403-tenant     | 403 | {\"Type\":null,\"Title\":\"Forbidden\",\"Status\":403,\"Detail\":\"AuthenticationUnsuccessful\",",
                "404            | 404 | The resource",
                "412            | 412 | ''",
                "500            | 500 | An error occurred",
                "503            | 503 | ''",
                "503-text       | 503 | The organisation is offline",
                "504            | 504 | ''",
                "html           | 502 | <HTML><HEAD>",
                "200-errors     | 200 | {\"Status\":\"OK\",\"Invoices\":[{\"StatusAttributeString\":\"ERROR\",\"ValidationErrors\":"
            })
    void knowsEachFormOfAnError(String kind, int status, String start) throws Exception {
        try (Caller caller = Caller.atOnce()) {
            assertThat(caller.control("/sandbox/faults?kind=" + kind).body())
                    .isEqualTo("{\"faults\":[\"" + kind + "\"]}");

            HttpResponse<String> answer = caller.organisation(SandboxOptions.DEFAULT_TOKEN, Caller.FIRST_ID);

            assertThat(answer.statusCode()).isEqualTo(status);
            if (start.isEmpty()) {
                assertThat(answer.body()).isEmpty();
            } else {
                assertThat(answer.body()).startsWith(start);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"429, minute, 3", "429-day, day, 67000", "429-concurrent, concurrent, 1", "429-appminute, appminute, 3"
    })
    void knowsEachLimit(String kind, String problem, String retryAfter) throws Exception {
        try (Caller caller = Caller.atOnce()) {
            caller.control("/sandbox/faults?kind=" + kind);

            HttpResponse<String> answer = caller.organisation(SandboxOptions.DEFAULT_TOKEN, Caller.FIRST_ID);

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("X-Rate-Limit-Problem")).hasValue(problem);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue(retryAfter);
        }
    }

    @Test
    void failsInTheMiddleOfARun() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String token = Caller.access(caller.signIn());
            caller.server.failNext(Fault.of(Fault.Kind.NONE), 2);
            caller.server.failNext(Fault.of(Fault.Kind.TOKEN_EXPIRED), 1);

            for (int status : new int[] {200, 200, 401, 200}) {
                assertThat(caller.organisation(token, Caller.FIRST_ID).statusCode())
                        .isEqualTo(status);
            }
        }
    }

    @Test
    void sendsABodyInPieces() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            caller.control("/sandbox/faults?kind=slow-body&millis=300&on=token");
            String code = caller.code();
            long started = System.nanoTime();

            JsonNode tokens = Caller.tokens(caller.exchange(code));

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
            assertThat(caller.organisation(Caller.access(tokens), Caller.FIRST_ID)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void takesAScopeAway() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            JsonNode tokens = caller.signIn();
            caller.control("/sandbox/identity?do=remove-scope&scope=accounting.invoices.read");

            assertThat(caller.api("Invoices", Caller.access(tokens), Caller.FIRST_ID)
                            .body())
                    .contains("AuthorizationUnsuccessful");
            assertThat(Caller.tokens(caller.refresh(Caller.renewal(tokens)))
                            .get("scope")
                            .asString())
                    .isEqualTo(Caller.SCOPES.replace(" accounting.invoices.read", ""));
            assertThat(caller.api("Invoices", Caller.access(caller.signIn()), Caller.FIRST_ID)
                            .statusCode())
                    .as("a new consent")
                    .isEqualTo(200);
        }
    }

    @Test
    void disconnectsAnOrganisationFromItsSide() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String token = Caller.access(caller.signIn());
            caller.control("/sandbox/identity?do=disconnect&tenant=" + Caller.FIRST_ID);

            assertThat(caller.organisation(token, Caller.FIRST_ID).statusCode()).isEqualTo(403);
            assertThat(caller.organisation(token, Caller.SECOND_ID).statusCode())
                    .isEqualTo(200);
            assertThat(caller.connections(token)).hasSize(1);
            assertThatThrownBy(() -> caller.server.disconnect(UUID.randomUUID()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void endsAllSignIns() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            JsonNode tokens = caller.signIn();
            caller.control("/sandbox/identity?do=end-sign-ins");

            assertThat(caller.organisation(Caller.access(tokens), Caller.FIRST_ID)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(caller.refresh(Caller.renewal(tokens)).body()).isEqualTo("{\"error\":\"invalid_grant\"}");
        }
    }

    @Test
    void letsAccessTokensRunOutEarly() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            JsonNode tokens = caller.signIn();
            caller.control("/sandbox/identity?do=expire-access-tokens");

            assertThat(caller.organisation(Caller.access(tokens), Caller.FIRST_ID)
                            .body())
                    .contains("TokenExpired");
            JsonNode renewed = Caller.tokens(caller.refresh(Caller.renewal(tokens)));
            assertThat(caller.organisation(Caller.access(renewed), Caller.FIRST_ID)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void tellsHowThingsStandWithoutTokens() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            JsonNode tokens = caller.signIn();
            caller.refresh(Caller.renewal(tokens));

            HttpResponse<String> state = caller.send(caller.bearer("/sandbox/identity", SandboxOptions.DEFAULT_TOKEN));

            assertThat(Caller.json(state).get("refreshes").asInt()).isEqualTo(1);
            assertThat(Caller.json(state).get("signIns").get(0).get("tenants")).hasSize(2);
            assertThat(state.body()).doesNotContain(Caller.renewal(tokens), Caller.access(tokens));
        }
    }

    @Test
    void isControlledByTheFixedTokenOnly() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String token = Caller.access(caller.signIn());
            for (String path : new String[] {"/sandbox/identity", "/sandbox/faults"}) {
                assertThat(caller.send(caller.bearer(path, token)).statusCode()).isEqualTo(401);
            }
            for (String wrong : new String[] {
                "identity",
                "identity?do=nothing",
                "identity?do=remove-scope",
                "identity?do=disconnect&tenant=x",
                "faults?kind=503&on=moon"
            }) {
                assertThat(caller.control("/sandbox/" + wrong).statusCode())
                        .as(wrong)
                        .isEqualTo(400);
            }
            assertThat(caller.control("/sandbox/nothing").statusCode()).isEqualTo(404);
        }
    }
}
