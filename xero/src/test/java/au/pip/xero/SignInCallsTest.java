package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.xero.FakeXero.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a sign-in reaches, and what becomes of a token that Xero refuses in the middle of a run. */
class SignInCallsTest {
    private static final String LINK = "7cb59f93-2964-421d-bb5e-a0f7a4572a44";
    private static final Reply EXPIRED = Reply.of(
            401,
            "application/json",
            "{\"Type\":null,\"Title\":\"Unauthorized\",\"Status\":401,\"Detail\":\"TokenExpired\",\"Extensions\":{}}");

    private final FakeXero xero = new FakeXero();
    private final XeroHttp http = new XeroHttp(xero.settings());

    @AfterEach
    void close() {
        http.close();
        xero.close();
    }

    @Test
    void asksForWhatOneSignInConnected() {
        xero.on("/connections", "[]");

        XeroApi.connections(http, () -> FakeXero.TOKEN, "d99ecdfe-391d-43d2-b834-17636ba90e8d");

        assertThat(xero.seen.getFirst().rawQuery()).isEqualTo("authEventId=d99ecdfe-391d-43d2-b834-17636ba90e8d");
    }

    @Test
    void disconnectsOneLink() {
        xero.on("/connections/" + LINK, Reply.of(204, "application/json", ""));

        XeroApi.disconnect(http, () -> FakeXero.TOKEN, LINK);

        assertThat(xero.seen).singleElement().satisfies(seen -> {
            assertThat(seen.method()).isEqualTo("DELETE");
            assertThat(seen.path()).isEqualTo("/connections/" + LINK);
            assertThat(seen.headers().get("Authorization")).containsExactly("Bearer " + FakeXero.TOKEN);
            assertThat(seen.headers()).doesNotContainKey("Xero-tenant-id");
        });
    }

    @Test
    void disconnectingWhatIsGoneIsNoFailure() {
        xero.on("/connections/" + LINK, Reply.of(503, "text/plain", ""), Reply.of(404, "text/plain", "gone"));

        XeroApi.disconnect(http, () -> FakeXero.TOKEN, LINK);

        assertThat(xero.seen).extracting(FakeXero.Seen::method).containsExactly("DELETE", "DELETE");
    }

    @Test
    void makesACallOnceMoreWithAnotherToken() {
        xero.on("TaxRates", EXPIRED, Reply.json("{\"TaxRates\":[]}"));

        api("old", "new").taxRates();

        assertThat(bearers()).containsExactly("Bearer old", "Bearer new");
    }

    @Test
    void makesItOnceMoreAndNotAgain() {
        xero.on("TaxRates", EXPIRED);

        assertThatExceptionOfType(XeroException.Unauthorized.class)
                .isThrownBy(() -> api("old", "new").taxRates());

        assertThat(bearers()).containsExactly("Bearer old", "Bearer new");
    }

    @Test
    void makesItOnceWhenThereIsNoOtherToken() {
        xero.on("TaxRates", EXPIRED);

        assertThatExceptionOfType(XeroException.Unauthorized.class)
                .isThrownBy(() -> api("old", "old").taxRates());

        assertThat(bearers()).containsExactly("Bearer old");
    }

    private List<String> bearers() {
        return xero.seen.stream()
                .map(seen -> seen.headers().get("Authorization").getFirst())
                .toList();
    }

    private XeroApi api(String first, String second) {
        return new XeroApi(
                http,
                new AccessTokens() {
                    private String now = first;

                    @Override
                    public String token() {
                        return now;
                    }

                    @Override
                    public String insteadOf(String refused) {
                        now = second;
                        return second;
                    }
                },
                FakeXero.TENANT);
    }
}
