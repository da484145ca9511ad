package au.pip.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.xero.XeroException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each attack that docs/security/oauth-proxy.md lists, tried over HTTP. */
class AttacksTest {
    private final World world = new World();
    private final Browser victim = world.browser();
    private final Browser attacker = world.browser();

    @AfterEach
    void close() {
        world.close();
    }

    private static void assertNobodyIsSentAnywhere(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Location")).isEmpty();
        assertThat(response.body()).contains("<h1>This did not work</h1>");
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("{\"error\":\"invalid_grant\"}");
    }

    /** A link with the attacker's state and challenge, to the victim's instance: the tokens open for neither. */
    @Test
    void anAttackersLinkGivesTokensToNobody() {
        Instance attackers = world.instance();
        Instance victims = world.instance();

        HttpResponse<String> back = world.signIn(victim, attackers);
        String code = Words.of(Browser.location(back).getRawQuery()).getOrDefault("code", "");
        world.secrets.add(code);

        assertThat(Browser.location(back).getHost()).isEqualTo("books.example");
        assertThat(back.body()).isEmpty();
        assertThatThrownBy(() -> victims.fetch(code)).isInstanceOf(XeroException.SignInNeeded.class);
    }

    /** The attacker begins, and lets the victim do the part at Xero. */
    @Test
    void aVictimsBrowserDoesNotFinishAnAttackersSignIn() {
        URI xero = world.continued(
                attacker, world.instance("https://evil.example/xero/callback").link());

        URI callback = world.consented(victim, xero);

        assertNobodyIsSentAnywhere(victim.get(callback));
        assertThat(world.identity.asked).isEmpty();
    }

    /** The same, with the victim in the middle of a sign-in of their own. */
    @Test
    void aSignInUnderWayDoesNotTakeAnothersCallback() {
        URI attackers = world.consented(
                attacker,
                world.continued(
                        attacker,
                        world.instance("https://evil.example/xero/callback").link()));
        Instance instance = world.instance();
        URI own = world.consented(victim, world.continued(victim, instance.link()));

        assertNobodyIsSentAnywhere(victim.get(attackers));

        assertThat(Browser.location(victim.get(own)).getHost()).isEqualTo("books.example");
    }

    /** The attacker's account would be connected in the victim's Pip. */
    @Test
    void anAttackersCodeFromXeroIsNotTakenInAVictimsSignIn() {
        URI attackers = world.consented(
                attacker, world.continued(attacker, world.instance().link()));
        URI own = world.continued(victim, world.instance().link());
        Map<String, String> mixed = Words.of(attackers.getRawQuery());
        mixed.put("state", Words.of(own.getRawQuery()).getOrDefault("state", ""));

        HttpResponse<String> back = victim.get(world.at("/oauth/callback?" + Words.text(mixed)));

        assertThat(Browser.location(back).toString()).startsWith(World.HOME + "?error=invalid_grant&");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?code=abcdefgh&state=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
                "?code=abcdefgh&state=",
                "?code=abcdefgh",
                "?error=access_denied",
                ""
            })
    void aForgedStateGoesNowhere(String query) {
        world.continued(victim, world.instance().link());

        assertNobodyIsSentAnywhere(victim.get(world.at("/oauth/callback" + query)));
        assertThat(world.identity.asked).isEmpty();
    }

    @Test
    void aReplayedStateGoesNowhere() {
        URI callback =
                world.consented(victim, world.continued(victim, world.instance().link()));
        Map<String, Map<String, String>> cookies = new LinkedHashMap<>();
        victim.cookies.forEach((host, jar) -> cookies.put(host, new LinkedHashMap<>(jar)));
        assertThat(victim.get(callback).statusCode()).isEqualTo(303);

        victim.cookies.putAll(cookies);

        assertNobodyIsSentAnywhere(victim.get(callback));
        assertThat(world.identity.asked).hasSize(1);
    }

    @Test
    void aLateStateGoesNowhere() {
        URI callback =
                world.consented(victim, world.continued(victim, world.instance().link()));

        world.clock.advance(Duration.ofMinutes(10));

        assertNobodyIsSentAnywhere(victim.get(callback));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pip-sign-in=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "pip-sign-in=", "pip-sign-in=%00<>"})
    void aMadeUpCookieGoesNowhere(String cookie) {
        URI callback = world.consented(
                attacker, world.continued(attacker, world.instance().link()));
        victim.cookies.put(callback.getAuthority(), new LinkedHashMap<>(Map.of("pip-sign-in", cookie.substring(12))));

        assertNobodyIsSentAnywhere(victim.get(callback));
    }

    /** What was sealed for the page's form is not taken as the cookie of the same sign-in. */
    @Test
    void aTicketIsNoCookie() {
        String ticket = Browser.ticket(attacker.get(world.instance().link()));
        URI xero = Browser.location(attacker.post(world.at("/oauth/authorize"), Map.of("ticket", ticket)));
        URI callback = world.consented(attacker, xero);
        victim.cookies.put(callback.getAuthority(), new LinkedHashMap<>(Map.of("pip-sign-in", ticket)));

        assertNobodyIsSentAnywhere(victim.get(callback));
    }

    /** Another host of the same domain may plant a cookie beside the real one. */
    @Test
    void aPlantedSecondCookieGoesNowhere() {
        URI callback =
                world.consented(victim, world.continued(victim, world.instance().link()));
        victim.cookies.getOrDefault(callback.getAuthority(), Map.of()).put("x", "1; pip-sign-in=planted-by-another");

        assertNobodyIsSentAnywhere(victim.get(callback));
    }

    @Test
    void nobodyGoesToXeroWithoutPressingTheButtonInTheirOwnBrowser() {
        String ticket = Browser.ticket(attacker.get(
                world.instance("https://evil.example/xero/callback").link()));
        victim.get(world.instance().link());

        assertNobodyIsSentAnywhere(victim.post(world.at("/oauth/authorize"), Map.of("ticket", ticket)));
        assertNobodyIsSentAnywhere(world.browser().post(world.at("/oauth/authorize"), Map.of("ticket", ticket)));
        assertNobodyIsSentAnywhere(attacker.post(world.at("/oauth/authorize"), Map.of("ticket", "x" + ticket)));
    }

    @Test
    void theButtonWorksOnceAndForTenMinutes() {
        String ticket = Browser.ticket(victim.get(world.instance().link()));
        Map<String, String> jar = new LinkedHashMap<>(
                victim.cookies.getOrDefault(world.proxy.address().getAuthority(), Map.of()));
        assertThat(victim.post(world.at("/oauth/authorize"), Map.of("ticket", ticket))
                        .statusCode())
                .isEqualTo(303);
        victim.cookies.put(world.proxy.address().getAuthority(), jar);
        assertNobodyIsSentAnywhere(victim.post(world.at("/oauth/authorize"), Map.of("ticket", ticket)));

        String late = Browser.ticket(victim.get(world.instance().link()));
        world.clock.advance(Duration.ofMinutes(10));
        assertNobodyIsSentAnywhere(victim.post(world.at("/oauth/authorize"), Map.of("ticket", late)));
    }

    @Test
    void noPageCanBeFramedKeptOrMadeToRunAnything() {
        HttpResponse<String> page = victim.get(world.instance().link());

        assertThat(page.headers().map()).containsKey("set-cookie");
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("pip-page=")
                .endsWith("; Path=/; Max-Age=600; HttpOnly; SameSite=Lax");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(page.body()).doesNotContain("<script");
    }

    @Test
    void aCodeIsGoodOnce() {
        Instance instance = world.instance();
        String code = world.code(victim, instance);
        instance.fetch(code);

        assertThatThrownBy(() -> instance.fetch(code)).isInstanceOf(XeroException.SignInNeeded.class);
        assertThat(world.proxy.handover.size()).isZero();
    }

    @Test
    void aStolenCodeIsWorthNothingWithoutItsVerifierAndIsBurntByTheTry() {
        Instance instance = world.instance();
        String code = world.code(victim, instance);

        assertRefused(world.call(
                "/oauth/exchange", Map.of("code", code, "code_verifier", RandomWord.next(), "return_to", World.HOME)));

        assertThatThrownBy(() -> instance.fetch(code)).isInstanceOf(XeroException.SignInNeeded.class);
    }

    @Test
    void aCodeIsGoodForItsReturnAddressOnly() {
        Instance instance = world.instance();
        String code = world.code(victim, instance);

        assertRefused(world.call(
                "/oauth/exchange",
                Map.of(
                        "code",
                        code,
                        "code_verifier",
                        instance.verifier(),
                        "return_to",
                        "https://books.example/pip/xero/callback")));
    }

    @Test
    void aLateCodeIsWorthNothing() {
        Instance instance = world.instance();
        String code = world.code(victim, instance);

        world.clock.advance(Handover.LONGEST);

        assertThatThrownBy(() -> instance.fetch(code)).isInstanceOf(XeroException.SignInNeeded.class);
    }

    @Test
    void aGuessedCodeIsWorthNothing() {
        Instance instance = world.instance();
        String code = world.code(victim, instance);

        assertThatThrownBy(() -> instance.fetch(RandomWord.next())).isInstanceOf(XeroException.SignInNeeded.class);

        assertThat(instance.fetch(code).access()).isNotEmpty();
    }

    /** Scopes that write, and parameters that would mean two things. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scope | offline_access accounting.invoices",
                "scope | accounting.transactions",
                "scope | payroll.employees.read",
                "scope | accounting.invoices.read  accounting.payments.read",
                "state | short",
                "state | white space in the state",
                "state | abcdefghijklmnop%0d%0a",
                "code_challenge | abc",
                "code_challenge_method | plain",
                "code_challenge | ''",
                "return_to | ''"
            })
    void anUnsafeSignInDoesNotBegin(String name, String value) {
        Map<String, String> query = Words.of(world.instance().link().getRawQuery());
        query.put(name, value);

        assertNobodyIsSentAnywhere(victim.get(world.at("/oauth/authorize?" + Words.text(query))));
        query.remove(name);
        assertNobodyIsSentAnywhere(victim.get(world.at("/oauth/authorize?" + Words.text(query))));
    }

    @Test
    void aParameterThatIsThereTwiceIsRefused() {
        URI link = world.instance().link();

        assertNobodyIsSentAnywhere(victim.get(URI.create(link + "&return_to=https%3A%2F%2Fevil.example")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://books.example/xero/callback",
                "http://127.0.0.1.evil.example/xero/callback",
                "http://127.0.0.2/xero/callback",
                "http://0.0.0.0/xero/callback",
                "http://2130706433/xero/callback",
                "http://[::ffff:127.0.0.1]/xero/callback",
                "http://localhost.evil.example/xero/callback",
                "http://localhost@evil.example/xero/callback",
                "https://books.example@evil.example/xero/callback",
                "https://books.example\\@evil.example/xero/callback",
                "https://books.example#@evil.example/xero/callback",
                "https://evil.example/xero/callback#code",
                "https:evil.example/xero/callback",
                "https:///evil.example/xero/callback",
                "//evil.example/xero/callback",
                "/xero/callback",
                "evil.example/xero/callback",
                "javascript:alert(1)",
                "javascript://books.example/%0aalert(1)/xero/callback",
                "data:text/html,x/xero/callback",
                "file:///xero/callback",
                "ftp://books.example/xero/callback",
                "pip://books.example/xero/callback",
                "https://books.example:99999/xero/callback",
                "https://books.example/\r\nSet-Cookie: a=b/xero/callback",
                "https://books.example/ x/xero/callback",
                "https://b\u00fccher.example/xero/callback",
                "https://%65vil.example/xero/callback"
            })
    void noOpenRedirect(String returnTo) {
        Map<String, String> query = Words.of(world.instance().link().getRawQuery());
        query.put("return_to", returnTo);

        assertNobodyIsSentAnywhere(victim.get(world.at("/oauth/authorize?" + Words.text(query))));
    }

    /** Pages of somebody else's on a host that the person knows, and what might be read as one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://books.example/",
                "https://books.example/~mallory",
                "https://books.example/xero/callback/",
                "https://books.example/xero/callback/../../mallory",
                "https://books.example/mallory/../xero/callback",
                "https://books.example/mallory/%2e%2e/xero/callback",
                "https://books.example/mallory%2fxero/callback",
                "https://books.example/mallory%3f/xero/callback",
                "https://books.example/mallory;/xero/callback",
                "https://books.example//xero/callback",
                "https://books.example/mallory?x=/xero/callback",
                "https://books.example/xero/callback?",
                "https://books.example/xero/callback?book=1",
                "https://books.example/xero/callback?code=mine",
                "http://localhost:8484/mallory"
            })
    void nobodyIsSentToAPageThatIsNoPips(String returnTo) {
        Map<String, String> query = Words.of(world.instance().link().getRawQuery());
        query.put("return_to", returnTo);

        HttpResponse<String> page = victim.get(world.at("/oauth/authorize?" + Words.text(query)));

        assertNobodyIsSentAnywhere(page);
        assertThat(page.body()).contains("has to end with /xero/callback");
    }

    @Test
    void nobodyIsSentBackToTheProxyItselfOrToAnEndlessAddress() {
        Map<String, String> query = Words.of(world.instance().link().getRawQuery());
        query.put("return_to", world.at("/xero/callback").toString());
        assertNobodyIsSentAnywhere(victim.get(world.at("/oauth/authorize?" + Words.text(query))));

        query.put("return_to", World.LONGEST_HOME.replace("/aaa", "/aaaa"));
        assertNobodyIsSentAnywhere(victim.get(world.at("/oauth/authorize?" + Words.text(query))));
    }
}
