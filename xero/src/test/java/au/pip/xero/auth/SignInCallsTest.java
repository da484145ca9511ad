package au.pip.xero.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.xero.XeroException;
import au.pip.xero.auth.FakeIdentity.Reply;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInCallsTest {
    private static final URI CALLBACK = URI.create("http://localhost:8484/xero/callback");
    private static final BrowserSignIn.Begun BEGUN =
            new BrowserSignIn.Begun("the-state", "the-challenge", CALLBACK, Set.of("accounting.settings.read"));
    private static final TokenSet OLD =
            new TokenSet("old-access", "old-refresh", Instant.EPOCH, Set.of("accounting.settings.read"));

    private final FakeIdentity identity = new FakeIdentity();

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void sendsTheBrowserToXeroWithStateAndChallenge() {
        assertThat(new OwnApp(identity.addresses(), "app id", null).address(BEGUN))
                .hasToString("https://login.example/identity/connect/authorize?response_type=code&client_id=app%20id"
                        + "&redirect_uri=http%3A%2F%2Flocalhost%3A8484%2Fxero%2Fcallback"
                        + "&scope=accounting.settings.read&state=the-state&code_challenge=the-challenge"
                        + "&code_challenge_method=S256");
    }

    @Test
    void sendsTheBrowserToTheProxyWithTheAddressToComeBackTo() {
        assertThat(new ThroughProxy(URI.create("https://connect.example/base/")).address(BEGUN))
                .hasToString("https://connect.example/base/oauth/authorize"
                        + "?return_to=http%3A%2F%2Flocalhost%3A8484%2Fxero%2Fcallback"
                        + "&scope=accounting.settings.read&state=the-state&code_challenge=the-challenge"
                        + "&code_challenge_method=S256");
    }

    @Test
    void anAppWithoutASecretNamesItselfInTheForm() {
        identity.on(Reply.tokens("access", "refresh"));

        TokenSet tokens = new OwnApp(identity.addresses(), "app", null).exchange("the code", "the-verifier", CALLBACK);

        assertThat(tokens.access()).isEqualTo("access");
        assertThat(tokens.refresh()).isEqualTo("refresh");
        assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "accounting.settings.read", "offline_access");
        assertThat(tokens.expiresAt())
                .isBetween(Instant.now().plusSeconds(1770), Instant.now().plusSeconds(1800));
        assertThat(identity.seen).singleElement().satisfies(seen -> {
            assertThat(seen.path()).isEqualTo("/connect/token");
            assertThat(seen.form())
                    .isEqualTo("grant_type=authorization_code&code=the%20code"
                            + "&redirect_uri=http%3A%2F%2Flocalhost%3A8484%2Fxero%2Fcallback"
                            + "&code_verifier=the-verifier&client_id=app");
            assertThat(seen.headers()).doesNotContainKey("Authorization");
            assertThat(seen.headers().get("Content-type")).containsExactly("application/x-www-form-urlencoded");
        });
    }

    @Test
    void anAppWithASecretShowsItInTheHeaderAndTheVerifierToo() {
        identity.on(Reply.tokens("access", "refresh"));

        new OwnApp(identity.addresses(), "app", "s+cr:t").exchange("code", "the-verifier", CALLBACK);

        assertThat(identity.seen).singleElement().satisfies(seen -> {
            // Basic of app:s%2Bcr%3At, each part encoded as a form's (RFC 6749, 2.3.1).
            assertThat(seen.headers().get("Authorization")).containsExactly("Basic YXBwOnMlMkJjciUzQXQ=");
            assertThat(seen.form()).contains("code_verifier=the-verifier").doesNotContain("client_id", "cr");
        });
    }

    @Test
    void renewsWithTheRefreshTokenAndKeepsWhatAnAnswerDoesNotName() {
        identity.on(Reply.json(200, "{\"access_token\":\"new\",\"expires_in\":1800}"));

        TokenSet tokens = new OwnApp(identity.addresses(), "app", null).renew(OLD);

        assertThat(identity.seen.getFirst().form())
                .isEqualTo("grant_type=refresh_token&refresh_token=old-refresh&client_id=app");
        assertThat(tokens.refresh()).isEqualTo("old-refresh");
        assertThat(tokens.scopes()).containsExactly("accounting.settings.read");
    }

    @Test
    void aCustomConnectionAsksAnewEachTime() {
        identity.on(Reply.json(200, "{\"access_token\":\"custom\",\"expires_in\":1800,\"token_type\":\"Bearer\"}"));
        CustomConnection custom =
                new CustomConnection(identity.addresses(), "app", "secret", Set.of("accounting.settings.read"));

        TokenSet tokens = custom.renew(CustomConnection.nothingYet());
        custom.revoke(tokens);

        assertThat(tokens.access()).isEqualTo("custom");
        assertThat(tokens.refresh()).isNull();
        assertThat(identity.seen).singleElement().satisfies(seen -> {
            assertThat(seen.form()).isEqualTo("grant_type=client_credentials&scope=accounting.settings.read");
            assertThat(seen.headers().get("Authorization")).containsExactly("Basic YXBwOnNlY3JldA==");
        });
    }

    @Test
    void theProxyIsShownTheVerifierAndNoApp() {
        identity.on(Reply.tokens("access", "refresh"));
        ThroughProxy proxy = new ThroughProxy(identity.base());

        proxy.exchange("code", "the-verifier", CALLBACK);
        proxy.renew(OLD);
        identity.on(Reply.json(200, "{}"));
        proxy.revoke(OLD);

        assertThat(identity.seen)
                .extracting(seen -> seen.path() + " " + seen.form())
                .containsExactly(
                        "/oauth/exchange code=code&code_verifier=the-verifier"
                                + "&return_to=http%3A%2F%2Flocalhost%3A8484%2Fxero%2Fcallback",
                        "/oauth/refresh refresh_token=old-refresh", "/oauth/revoke token=old-refresh");
    }

    @Test
    void revokingWhatIsGoneAlreadyIsNoFailure() {
        OwnApp app = new OwnApp(identity.addresses(), "app", null);

        identity.on(Reply.of(200, "text/plain", ""));
        app.revoke(OLD);
        identity.on(Reply.json(400, "{\"error\":\"invalid_grant\"}"));
        app.revoke(OLD);

        assertThat(identity.seen)
                .extracting(seen -> seen.path() + " " + seen.form())
                .containsOnly("/connect/revocation token=old-refresh&client_id=app");
        identity.on(Reply.json(400, "{\"error\":\"invalid_client\"}"));
        assertThatExceptionOfType(XeroException.AppRefused.class).isThrownBy(() -> app.revoke(OLD));
    }

    @ParameterizedTest
    @CsvSource({
        "400, '{\"error\":\"invalid_client\"}', AppRefused, XERO_CLIENT_SECRET",
        "401, '{\"error\":\"invalid_client\"}', AppRefused, XERO_CLIENT_SECRET",
        "400, '{\"error\":\"unauthorized_client\"}', AppRefused, XERO_OAUTH_MODE",
        "400, '{\"error\":\"invalid_scope\"}', AppRefused, XERO_SCOPES",
        "400, '{\"error\":\"invalid_request\"}', AppRefused, redirect address",
        "400, '{\"error\":\"invalid_grant\"}', SignInNeeded, Connect Xero again",
        "400, '', Unavailable, status 400",
        "403, '<HTML><HEAD></HEAD></HTML>', Unavailable, status 403",
        "429, '{\"error\":\"slow_down\"}', Unavailable, Try again",
        "302, '', Unavailable, status 302",
        "500, '{\"error\":\"server_error\"}', Unavailable, Try again",
        "503, '', Unavailable, Try again",
        "504, 'gateway', Unavailable, Try again",
        "200, '  <!DOCTYPE html><html></html>', Unavailable, firewall",
        "200, '{\"access_token\"', Malformed, not whole JSON",
        "200, '{\"token_type\":\"Bearer\"}', Malformed, no access token",
    })
    void tellsWhatARefusalMeans(int status, String body, String kind, String words) {
        identity.on(Reply.of(status, "application/json", body));

        assertThatThrownBy(() -> new OwnApp(identity.addresses(), "app", "the-client-secret").renew(OLD))
                .isInstanceOf(XeroException.class)
                .satisfies(failure ->
                        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind))
                .hasMessageContaining(words)
                .satisfies(SignInCallsTest::showsNoSecret);
    }

    @ParameterizedTest
    @CsvSource({
        "400, '{\"error\":\"app_refused\"}', AppRefused, Xero refused the app of the proxy at 127.0.0.1. Tell whoever",
        "400, '{\"error\":\"invalid_request\"}', AppRefused, Check XERO_PROXY_URL",
        "400, '{\"error\":\"invalid_grant\"}', SignInNeeded, Connect Xero again",
        "404, '<html>no such page</html>', Unavailable, 'does not answer as a proxy for Pip does (status 404). Check'",
        "302, '', Unavailable, Check XERO_PROXY_URL",
        "429, '{\"error\":\"temporarily_unavailable\"}', Unavailable, Try again in a few minutes",
        "502, '<html>', Unavailable, tell whoever runs the proxy",
        "503, '{\"error\":\"temporarily_unavailable\"}', Unavailable, Try again in a few minutes",
        "200, '<html>', Unavailable, answered a sign-in with a web page. Check XERO_PROXY_URL",
    })
    void tellsWhatAProxysRefusalMeansInItsOwnWords(int status, String body, String kind, String words) {
        identity.on(Reply.of(status, "application/json", body));

        assertThatThrownBy(() -> new ThroughProxy(identity.base()).renew(OLD))
                .isInstanceOf(XeroException.class)
                .satisfies(failure ->
                        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind))
                .hasMessageContaining(words)
                .hasMessageNotContainingAny("XERO_CLIENT", "developer.xero.com", "status.xero.com")
                .satisfies(SignInCallsTest::showsNoSecret);
    }

    @Test
    void aCodeThatIsSpentIsNotToldAsASignInOfSixtyDaysAgo() {
        identity.on(Reply.json(400, "{\"error\":\"invalid_grant\"}"));

        assertThatExceptionOfType(XeroException.SignInNeeded.class)
                .isThrownBy(() -> new OwnApp(identity.addresses(), "app", null).exchange("code", "v", CALLBACK))
                .withMessage("Xero does not take the code of this sign-in: it was used already, or came too late."
                        + " Begin again.");
        assertThatExceptionOfType(XeroException.SignInNeeded.class)
                .isThrownBy(() -> new ThroughProxy(identity.base()).exchange("code", "v", CALLBACK))
                .withMessageStartingWith("The proxy at 127.0.0.1 does not take the code of this sign-in");
    }

    @Test
    void showsNothingOfAnErrorThatIsNoWord() {
        identity.on(Reply.json(400, "{\"error\":\"old-refresh is <b>wrong</b>\"}"));

        assertThatThrownBy(() -> new OwnApp(identity.addresses(), "app", null).renew(OLD))
                .isInstanceOf(XeroException.Unavailable.class)
                .satisfies(SignInCallsTest::showsNoSecret);
    }

    @Test
    void anAnswerThatBreaksOffOrNeverEndsIsNoAnswer() {
        identity.on(Reply.cut());
        assertThatExceptionOfType(XeroException.Unreachable.class)
                .isThrownBy(() -> new OwnApp(identity.addresses(), "app", null).renew(OLD))
                .withMessageContaining("could not be reached at 127.0.0.1");

        identity.on(identity.stalling());
        assertThatExceptionOfType(XeroException.Unreachable.class)
                .isThrownBy(() -> new TokenCalls(new Counterpart.Xero(), Duration.ofMillis(300))
                        .tokens(URI.create(identity.base() + "/connect/token"), Map.of("a", "b"), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999", "-5", "\"soon\""})
    void takesAnOddEndOfATokenForADayAtMost(String expires) {
        identity.on(Reply.json(200, "{\"access_token\":\"new\",\"expires_in\":" + expires + "}"));

        TokenSet tokens = new OwnApp(identity.addresses(), "app", null).renew(OLD);

        assertThat(tokens.expiresAt())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(86_400));
    }

    @Test
    void textFormsShowNoToken() {
        assertThat(OLD.toString()).doesNotContain("old-access", "old-refresh").contains("accounting.settings.read");
        assertThat(new AppKeys("app", "the-client-secret").toString()).doesNotContain("the-client-secret");
    }

    private static void showsNoSecret(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            assertThat(each.toString()).doesNotContain("old-refresh", "old-access", "the-client-secret");
        }
    }
}
