package au.pip.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.xero.XeroException;
import au.pip.xero.auth.Scopes;
import au.pip.xero.auth.TokenSet;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an instance and its person meet with, through the client that instances have. */
class SignInTest {
    private World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                World.HOME,
                "https://books.example/pip/xero/callback",
                "http://127.0.0.1:8484/xero/callback",
                "http://[::1]:8484/xero/callback",
                "http://localhost/xero/callback"
            })
    void handsTheTokensToTheInstanceThatBegan(String returnTo) {
        Instance instance = world.instance(returnTo);

        HttpResponse<String> back = world.signIn(world.browser(), instance);
        Map<String, String> answer = Words.of(Browser.location(back).getRawQuery());
        world.secrets.add(answer.getOrDefault("code", ""));

        assertThat(Browser.location(back).toString()).startsWith(returnTo + "?code=");
        assertThat(answer).containsOnlyKeys("code", "state").containsEntry("state", instance.state());
        TokenSet tokens = instance.fetch(answer.getOrDefault("code", ""));
        assertThat(world.secrets).contains(tokens.access(), tokens.refresh());
        assertThat(tokens.scopes()).isEqualTo(Scopes.ofPerson("granular"));
        assertThat(Duration.between(Instant.now(), tokens.expiresAt()))
                .isBetween(Duration.ofSeconds(1700), Duration.ofSeconds(1800));
    }

    @Test
    void saysWhereTheSignInGoesAndAsksXeroForNothingBefore() {
        HttpResponse<String> page = world.browser()
                .get(world.instance("https://Books.Example:8443/~ann/xero/callback")
                        .link());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1>Connect Xero to books.example:8443?</h1>", "Continue to Xero")
                .contains("the Pip at <strong>https://Books.Example:8443/~ann/xero/callback</strong> can read");
        assertThat(page.headers().firstValue("Location")).isEmpty();
        assertThat(world.identity.asked).isEmpty();
        assertThat(world.browser()
                        .get(world.instance("http://localhost:8484/xero/callback")
                                .link())
                        .body())
                .contains("the Pip that runs on this machine, at <strong>http://localhost:8484/xero/callback</strong>");
    }

    @Test
    void asksXeroForItselfAlone() {
        Instance instance = world.instance();
        URI xero = world.continued(world.browser(), instance.link());

        assertThat(Words.of(xero.getRawQuery()))
                .containsEntry("client_id", PretendIdentity.APP)
                .containsEntry("redirect_uri", world.at("/oauth/callback").toString())
                .containsEntry("scope", Scopes.text(Scopes.ofPerson("granular")));
        assertThat(xero.toString()).doesNotContain(instance.state()).doesNotContain("books.example");
    }

    @ParameterizedTest
    @CsvSource({
        "error=access_denied&error_description=no+thanks, access_denied",
        "error=invalid_scope, invalid_scope",
        "error=temporarily_unavailable, temporarily_unavailable",
        "error=unauthorized_client&error_description=%3Cscript%3E, server_error",
        "error=%0d%0aSet-Cookie:x, server_error"
    })
    void sendsXerosRefusalBackInAFixedWord(String consent, String error) {
        world.identity.consent = consent;
        Instance instance = world.instance();

        HttpResponse<String> back = world.signIn(world.browser(), instance);

        assertThat(Browser.location(back)).hasToString(World.HOME + "?error=" + error + "&state=" + instance.state());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error=unauthorized_client&error_description=App+needs+to+complete+certification+before+they+can+connect+to+more+Xero+organisations",
                "error=connection+limit&error_description=",
                "error=x&error_description=Maximum+number+of+tenants+already+connected"
            })
    void saysPlainlyThatTheAppHasNoFreePlace(String consent) {
        world.identity.consent = consent;
        Instance instance = world.instance();

        HttpResponse<String> back = world.signIn(world.browser(), instance);

        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.body())
                .contains("This proxy's Xero app has no free place", "Use an app of your own")
                .contains("href=\"" + World.HOME + "?error=no_free_place&amp;state=" + instance.state() + "\"");
    }

    @Test
    void knowsAFullAppByTheWordsOfItsSetting() {
        world.close();
        world = new World("PROXY_FULL_APP", "app_full, zu viele");
        world.identity.tokens = "400 {\"error\":\"app_full\"}";
        assertThat(world.signIn(world.browser(), world.instance()).body()).contains("no free place");

        world.identity.tokens = null;
        world.identity.consent = "error=denied&error_description=Zu+Viele+Verbindungen";
        assertThat(world.signIn(world.browser(), world.instance()).body()).contains("no free place");

        world.identity.consent = "error=x&error_description=connection+limit";
        assertThat(Browser.location(world.signIn(world.browser(), world.instance()))
                        .toString())
                .contains("error=server_error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | temporarily_unavailable",
                "200 <html> | temporarily_unavailable",
                "502 <html> | temporarily_unavailable",
                "400 {\"error\":\"invalid_grant\"} | invalid_grant",
                "400 {\"error\":\"invalid_client\"} | app_refused"
            })
    void tellsTheInstanceWhyThereAreNoTokens(String tokens, String error) {
        world.identity.tokens = tokens + " ";
        Instance instance = world.instance();

        HttpResponse<String> back = world.signIn(world.browser(), instance);

        assertThat(Browser.location(back)).hasToString(World.HOME + "?error=" + error + "&state=" + instance.state());
    }

    @Test
    void tellsItsOperatorThatXeroDoesNotKnowTheApp() {
        world.close();
        world = new World("XERO_CLIENT_SECRET", "an-old-secret-of-the-app");

        assertThat(Browser.location(world.signIn(world.browser(), world.instance()))
                        .toString())
                .contains("error=app_refused");
        assertThat(world.logged()).contains("invalid_client", "Check XERO_CLIENT_ID and XERO_CLIENT_SECRET");
        HttpResponse<String> renewal = world.call("/oauth/refresh", Map.of("refresh_token", RandomWord.next()));
        assertThat(renewal.statusCode()).isEqualTo(400);
        assertThat(renewal.body()).isEqualTo("{\"error\":\"app_refused\"}");
    }

    @Test
    void tellsItsOperatorThatAWebPageCameInPlaceOfXerosAnswer() {
        world.identity.tokens = "200 <!DOCTYPE html><p>Sign in to this network</p>";

        world.signIn(world.browser(), world.instance());

        assertThat(world.logged())
                .contains("trouble: Xero answered", "web page")
                .doesNotContain("this network</p>");
    }

    @Test
    void renewsAndGivesBack() {
        Instance instance = world.instance();
        TokenSet first = instance.fetch(world.code(world.browser(), instance));

        TokenSet second = instance.client().renew(first);
        assertThat(second.access()).isNotEqualTo(first.access());
        assertThat(second.refresh()).isNotEqualTo(first.refresh());
        assertThat(second.scopes()).isEqualTo(first.scopes());

        assertThat(world.identity.knows(String.valueOf(second.refresh()))).isTrue();
        instance.client().revoke(second);
        assertThat(world.identity.knows(String.valueOf(second.refresh()))).isFalse();
        assertThatThrownBy(() -> instance.client().renew(second)).isInstanceOf(XeroException.SignInNeeded.class);
        assertThat(world.call("/oauth/refresh", Map.of("refresh_token", RandomWord.next()))
                        .body())
                .isEqualTo("{\"error\":\"invalid_grant\"}");
    }

    @Test
    void letsAnInstanceTryAgainWhenXeroIsAway() {
        Instance instance = world.instance();
        TokenSet tokens = instance.fetch(world.code(world.browser(), instance));
        world.identity.tokens = "503 ";

        assertThatThrownBy(() -> instance.client().renew(tokens)).isInstanceOf(XeroException.Unavailable.class);

        world.identity.tokens = null;
        assertThat(instance.client().renew(tokens).access()).isNotEmpty();
    }

    @Test
    void losesOnlyWhatWasUnderWayWhenItStartsAgain() {
        Browser browser = world.browser();
        Instance connected = world.instance();
        TokenSet tokens = connected.fetch(world.code(browser, connected));
        Instance fetching = world.instance();
        String code = world.code(browser, fetching);
        URI callback = world.consented(
                browser, world.continued(browser, world.instance().link()));

        world.restart();

        assertThat(browser.get(callback).statusCode()).isEqualTo(400);
        assertThatThrownBy(() -> fetching.fetch(code)).isInstanceOf(XeroException.SignInNeeded.class);
        assertThat(connected.client().renew(tokens).access()).isNotEmpty();
        Instance again = world.instance();
        assertThat(again.fetch(world.code(browser, again)).access()).isNotEmpty();
    }

    @Test
    void carriesTheLongestSignInInOneCookie() {
        Instance plain = world.instance(World.LONGEST_HOME);
        String state = RandomWord.next().repeat(11) + "a".repeat(39);
        world.secrets.add(state);
        Instance instance = new Instance(plain.client(), plain.returnTo(), state, plain.verifier());
        Browser browser = world.browser();

        URI callback = world.consented(browser, world.continued(browser, instance.link()));

        assertThat(browser.cookies.get(world.proxy.address().getAuthority()))
                .hasSize(1)
                .allSatisfy((name, value) ->
                        assertThat("__Host-" + name + "=" + value).hasSizeLessThan(4096));
        assertThat(Browser.location(browser.get(callback)).toString()).startsWith(World.LONGEST_HOME + "?code=");
    }

    @Test
    void isWell() {
        HttpResponse<String> health = world.browser().get(world.at("/health"));

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"ok\"}");
        world.secrets.add("nothing-was-secret-here");
    }
}
