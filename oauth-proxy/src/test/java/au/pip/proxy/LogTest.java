package au.pip.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.xero.XeroException;
import au.pip.xero.auth.TokenSet;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody who reads the log finds there; every other test looks for what it must not hold as it ends. */
class LogTest {
    @Test
    void tellsRoutesAndStatusesAndNothingOfAnybody() {
        String lines;
        try (World world = new World()) {
            Instance instance = world.instance();
            Browser browser = world.browser();
            TokenSet tokens = instance.fetch(world.code(browser, instance));
            instance.client().revoke(instance.client().renew(tokens));
            assertThatThrownBy(() -> instance.fetch(RandomWord.next())).isInstanceOf(XeroException.class);
            browser.get(world.at("/oauth/callback?code=" + RandomWord.next() + "&state=" + instance.state()));
            browser.get(world.at("/somebody/" + instance.state()));
            world.identity.consent = "error=odd_word&error_description=" + instance.state();
            browser.get(world.consented(browser, world.continued(browser, instance.link())));
            browser.get(world.instance("https://books.example/mallory").link());
            lines = world.logged();
        }

        assertThat(lines.lines().map(line -> line.replaceFirst("^\\S+Z ", "").replaceFirst(" \\d+ ms$", "")))
                .containsExactly(
                        "GET /oauth/authorize 200",
                        "POST /oauth/authorize 303",
                        "GET /oauth/callback 303",
                        "POST /oauth/exchange 200",
                        "POST /oauth/refresh 200",
                        "POST /oauth/revoke 200",
                        "failed, from 127.0.0.1: invalid_grant, This is no longer good. Connect Xero again.",
                        "POST /oauth/exchange 400",
                        "failed, from 127.0.0.1: invalid_request, This sign-in was not begun in this browser, is"
                                + " finished, or took longer than ten minutes. Nothing was connected. Go back to Pip and"
                                + " connect Xero from there.",
                        "GET /oauth/callback 400",
                        "elsewhere 404",
                        "GET /oauth/authorize 200",
                        "POST /oauth/authorize 303",
                        "trouble: Xero refused a sign-in (odd_word)",
                        "failed, from 127.0.0.1: server_error",
                        "GET /oauth/callback 303",
                        "failed, from 127.0.0.1: invalid_request, The return address (return_to) has to end with"
                                + " /xero/callback: nothing behind it, and before it plain folders only.",
                        "GET /oauth/authorize 400");
        assertThat(lines).doesNotContain("books.example");
    }

    @Test
    void namesTheNetworkOfAFailureAndNoAddressInIt() {
        try (World world = new World("PROXY_TRUSTED", "127.0.0.1")) {
            world.secrets.add("nothing-is-secret-yet");
            world.call("/oauth/exchange", Map.of(), "X-Forwarded-For", "forged, 2001:db8:1:2:3:4:5:6, 127.0.0.1");

            assertThat(world.logged())
                    .contains("failed, from 20010db800010002/64: invalid_request, The parameter code is missing.")
                    .doesNotContain("forged")
                    .doesNotContain("3:4:5:6");
        }
    }

    /** What stops a test from passing because nothing was caught. */
    @Test
    void noticesASecretInTheLog() {
        World world = new World();
        URI link = world.instance().link();
        world.browser().get(link);

        System.err.println("as a careless line would: " + link);

        assertThatThrownBy(world::close).isInstanceOf(AssertionError.class);
    }

    @Test
    void onHttpsTheCookiesAreOfThisHostAlone() {
        try (World world =
                new World("PROXY_PUBLIC_URL", "https://connect.example.org/", "PROXY_TRUSTED", "127.0.0.1")) {
            Browser browser = world.browser();
            Instance instance = world.instance();
            HttpResponse<String> page = browser.get(instance.link());
            assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-pip-page=")
                    .endsWith("; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure");
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();

            HttpResponse<String> gone =
                    browser.post(world.at("/oauth/authorize"), Map.of("ticket", Browser.ticket(page)));
            assertThat(gone.headers().allValues("Set-Cookie"))
                    .hasSize(2)
                    .allSatisfy(cookie -> assertThat(cookie)
                            .startsWith("__Host-")
                            .endsWith("; Path=/; Max-Age=" + (cookie.contains("page") ? 0 : 600)
                                    + "; HttpOnly; SameSite=Lax; Secure"));
            URI callback = world.consented(browser, Browser.location(gone));
            assertThat(callback.toString()).startsWith("https://connect.example.org/oauth/callback?code=");
            URI here = world.at(callback.toString().substring("https://connect.example.org".length()));
            assertThat(Browser.location(browser.get(here)).toString()).startsWith(World.HOME + "?code=");
        }
    }
}
