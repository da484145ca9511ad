package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.sandbox.identity.Consent;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A callback that is forged, replayed or another browser's connects nothing, and each gets a clear page. */
@Tag("slow")
class XeroAttacksTest {
    private static final String UNKNOWN = "Pip knows no such sign-in";

    @TempDir
    private static Path folder;

    private static XeroWorld world;
    private final PlainBrowser browser = new PlainBrowser();

    @BeforeAll
    static void start() {
        world = new XeroWorld(folder);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void allow() {
        world.chooses(world.large);
    }

    @AfterEach
    void nothingIsConnected() throws Exception {
        assertThat(world.organisations().path("organisations").size()).isZero();
    }

    /** Where the browser is sent back to, without going there. */
    private URI back() throws Exception {
        URI xero = browser.redirect(world.begin().path("url").asString());
        return browser.redirect(xero.toString());
    }

    private void refused(PlainBrowser.Page page, String words) {
        assertThat(page.status()).isBetween(400, 502);
        assertThat(page.header("content-type")).startsWith("text/html");
        assertThat(page.header("content-security-policy")).contains("default-src 'none'");
        assertThat(page.header("cache-control")).isEqualTo("no-store");
        assertThat(page.text()).contains("<h1>Not connected</h1>", words, "./pip xero connect");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?code=x",
                "?state=x&code=x",
                "?state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA&code=x",
                "?state=%7B%22userId%22%3A%22ann%22%7D&code=x",
                "?state=%3Cscript%3Ealert(1)%3C%2Fscript%3E&code=%3Cscript%3E&error=%3Cscript%3E",
                "?error=access_denied"
            })
    void aForgedCallback(String query) throws Exception {
        PlainBrowser.Page page = browser.open("http://localhost:" + port() + "/xero/callback" + query);

        refused(page, UNKNOWN);
        assertThat(page.text()).doesNotContain("<script", "alert", "userId");
    }

    @Test
    void aCallbackInAnotherBrowser() throws Exception {
        URI back = back();

        refused(new PlainBrowser().open(back.toString()), "begun in another browser");
        refused(browser.open(back.toString()), UNKNOWN);
    }

    @Test
    void anAttackersCodeWithTheVictimsState() throws Exception {
        PlainBrowser mallory = new PlainBrowser();
        URI attackers = mallory.redirect(
                mallory.redirect(world.begin().path("url").asString()).toString());
        URI victims = back();

        refused(browser.open(victims.toString().replaceFirst("code=[^&]+", code(attackers))), "came too late");
    }

    @Test
    void aReplayedCallbackConnectsNothingMore() throws Exception {
        URI back = back();
        assertThat(browser.open(back.toString()).text()).contains("Connected to Xero");
        world.pip.send("DELETE", "/api/xero/organisations/" + world.idOf(world.largeName()), "");

        refused(browser.open(back.toString()), UNKNOWN);
    }

    @Test
    void aTicketThatWasUsed() throws Exception {
        String url = world.begin().path("url").asString();
        browser.redirect(url);

        refused(browser.open(url), UNKNOWN);
        refused(browser.open(url.replaceFirst("[^/]+$", "no-ticket")), UNKNOWN);
    }

    @Test
    void aPersonWhoDeclined() throws Exception {
        world.xero.consent(Consent.declined());
        JsonNode begun = world.begin();

        refused(browser.open(begun.path("url").asString()), "You declined at Xero");

        JsonNode told = world.pip
                .send("GET", "/api/xero/sign-ins/" + begun.path("id").asString(), "")
                .body();
        assertThat(told.path("state").asString()).isEqualTo("refused");
        assertThat(told.path("message").asString()).startsWith("You declined at Xero");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_scope, XERO_SCOPES",
        "unauthorized_client, XERO_CLIENT_ID",
        "temporarily_unavailable, status.xero.com",
        "<b>anything</b>, status.xero.com"
    })
    void whatXeroMaySay(String error, String words) throws Exception {
        String state = back().toString().replaceFirst(".*[?&](state=[^&]+).*", "$1");

        PlainBrowser.Page page = browser.open("http://localhost:" + port() + "/xero/callback?" + state + "&error="
                + java.net.URLEncoder.encode(error, java.nio.charset.StandardCharsets.UTF_8));

        refused(page, words);
        assertThat(page.text()).doesNotContain("anything");
    }

    @Test
    void anotherSitesPageThatBeginsASignIn() throws Exception {
        String reply = world.pip.raw("POST /api/xero/sign-ins HTTP/1.1\nHost: 127.0.0.1:" + port()
                + "\nOrigin: http://evil.example\nContent-Type: application/json\nContent-Length: 2\n"
                + "Connection: close\n\n{}");

        assertThat(reply).startsWith("HTTP/1.1 403").doesNotContain("/xero/sign-in/");
    }

    private static String code(URI back) {
        return back.toString().replaceFirst(".*[?&](code=[^&]+).*", "$1");
    }

    private static int port() {
        return URI.create(world.pip.address()).getPort();
    }
}
