package au.pip.sandbox.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How a sign-in is renewed, and how it ends. */
class RefreshTest {
    private static final String GONE = "{\"error\":\"invalid_grant\"}";

    @Test
    void changesTheTokenWithEachRefresh() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            JsonNode first = caller.signIn();
            JsonNode second = Caller.tokens(caller.refresh(Caller.renewal(first)));
            JsonNode third = Caller.tokens(caller.refresh(Caller.renewal(second)));

            assertThat(third.propertyNames()).containsExactlyElementsOf(first.propertyNames());
            assertThat(Caller.renewal(second)).isNotEqualTo(Caller.renewal(first));
            assertThat(Caller.renewal(third)).isNotEqualTo(Caller.renewal(second));
            assertThat(Caller.claims(Caller.access(third)).get("authentication_event_id"))
                    .isEqualTo(Caller.claims(Caller.access(first)).get("authentication_event_id"));
            for (JsonNode tokens : new JsonNode[] {first, second, third}) {
                assertThat(caller.organisation(Caller.access(tokens), Caller.FIRST_ID)
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(caller.server.refreshes()).isEqualTo(2);
            assertThat(caller.refresh(Caller.renewal(first)).body())
                    .as("the one before the last")
                    .isEqualTo(GONE);
            assertThat(caller.server.refreshes()).isEqualTo(2);
        }
    }

    @Test
    void takesThePreviousTokenForThirtyMinutes() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String first = Caller.renewal(caller.signIn());
            caller.refresh(first);
            caller.later(Duration.ofSeconds(1799));
            String again = Caller.renewal(Caller.tokens(caller.refresh(first)));
            caller.later(Duration.ofSeconds(1));
            assertThat(caller.refresh(first).body())
                    .as("30 minutes after its first use")
                    .isEqualTo(GONE);
            assertThat(caller.refresh(again).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void endsWhatALostAnswerGaveWhenTheOldTokenComesAgain() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String first = Caller.renewal(caller.signIn());
            String lost = Caller.renewal(Caller.tokens(caller.refresh(first)));
            String found = Caller.renewal(Caller.tokens(caller.refresh(first)));
            assertThat(caller.refresh(lost).body()).isEqualTo(GONE);
            assertThat(caller.refresh(found).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void forgetsATokenThatNobodyUsedForSixtyDays() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            String first = Caller.renewal(caller.signIn());
            caller.later(Duration.ofDays(60).minusSeconds(1));
            String second = Caller.renewal(Caller.tokens(caller.refresh(first)));
            caller.later(Duration.ofDays(60));
            assertThat(caller.refresh(second).body()).isEqualTo(GONE);
        }
    }

    @Test
    void refusesTokensThatItNeverGave() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            caller.signIn();
            for (String token : new String[] {"guess", Caller.access(caller.signIn())}) {
                HttpResponse<String> answer = caller.refresh(token);
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body()).isEqualTo(GONE);
            }
            assertThat(caller.post(Identity.TOKEN, Map.of("grant_type", "refresh_token", "client_id", App.PUBLIC_ID))
                            .body())
                    .isEqualTo("{\"error\":\"invalid_request\"}");
        }
    }

    @Test
    void endsASignInThatIsGivenBack() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            JsonNode tokens = caller.signIn();
            JsonNode others = caller.signIn();
            Map<String, String> form = Map.of("client_id", App.PUBLIC_ID, "token", Caller.renewal(tokens));

            assertThat(caller.post(Identity.REVOCATION, form).statusCode()).isEqualTo(200);

            assertThat(caller.refresh(Caller.renewal(tokens)).body()).isEqualTo(GONE);
            assertThat(caller.connections(Caller.access(tokens))).isEmpty();
            assertThat(caller.organisation(Caller.access(tokens), Caller.FIRST_ID)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(caller.post(Identity.REVOCATION, form).statusCode())
                    .as("a second time")
                    .isEqualTo(200);
            assertThat(caller.connections(Caller.access(others))).hasSize(2);
        }
    }

    @Test
    void takesATokenBackOnlyFromItsApp() throws Exception {
        try (Caller caller = Caller.atOnce()) {
            JsonNode tokens = caller.signIn();
            Map<String, String> form = Map.of("token", Caller.renewal(tokens));

            assertThat(caller.post(Identity.REVOCATION, form).statusCode()).isEqualTo(401);
            assertThat(caller.post(Identity.REVOCATION, form, App.WEB_ID, "wrong")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(caller.post(Identity.REVOCATION, form, App.WEB_ID, App.WEB_SECRET)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(caller.post(Identity.REVOCATION, Map.of("client_id", App.PUBLIC_ID))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(caller.refresh(Caller.renewal(tokens)).statusCode()).isEqualTo(200);
        }
    }
}
