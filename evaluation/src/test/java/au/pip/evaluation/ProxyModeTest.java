package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.sandbox.identity.App;
import au.pip.sandbox.identity.Consent;
import au.pip.sandbox.xero.SandboxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A Pip without an app of its own, the proxy's program with its app, and the pretend Xero: three that meet by HTTP. */
@Tag("slow")
class ProxyModeTest {
    private static final String QUESTION = "Who owes me money?";

    @TempDir
    private Path folder;

    private int port;
    private Program proxy;
    private XeroWorld world;

    @BeforeEach
    void start() throws IOException {
        int xero = freePort();
        port = freePort();
        proxy = proxy(xero, App.WEB_SECRET);
        world = new XeroWorld(
                folder,
                SandboxOptions.defaults().withPort(xero).withConsent(Consent.atOnce()),
                "XERO_OAUTH_MODE",
                "proxy",
                "XERO_PROXY_URL",
                "http://127.0.0.1:" + port + "/",
                "XERO_CLIENT_ID",
                "");
        world.chooses(world.large);
    }

    @AfterEach
    void noSecretIsTold() {
        String told = proxy.errors() + world.program.errors();
        proxy.close();
        world.close();
        assertThat(told).doesNotContain(App.WEB_SECRET);
    }

    private Program proxy(int xero, String secret) {
        String pretend = "http://127.0.0.1:" + xero;
        Program started = Program.start(
                folder,
                "oauth-proxy",
                "au.pip.proxy.Main",
                Map.of(
                        "PROXY_PORT",
                        Integer.toString(port),
                        "PROXY_PUBLIC_URL",
                        "http://127.0.0.1:" + port,
                        "XERO_CLIENT_ID",
                        App.WEB_ID,
                        "XERO_CLIENT_SECRET",
                        secret,
                        "XERO_LOGIN_URL",
                        pretend,
                        "XERO_IDENTITY_URL",
                        pretend));
        started.awaitLine("(proxy ready) on ");
        return started;
    }

    /** As whoever runs it does when its secret has changed. */
    private void restartProxy(String secret) {
        proxy.terminate();
        proxy = proxy(world.xero.port(), secret);
    }

    private PlainBrowser.Page connected() throws Exception {
        PlainBrowser browser = new PlainBrowser();
        PlainBrowser.Page page = world.connect(browser);
        assertThat(page.text())
                .containsPattern("the Pip that runs on this machine, at <strong>http://localhost:\\d+/xero/callback<");
        return browser.press(page);
    }

    private void runOut() throws Exception {
        world.forgetReplies();
        world.xero.expireAccessTokens();
    }

    @Test
    void connectsAsksRenewsAndDisconnects() throws Exception {
        assertThat(connected().text()).contains("Connected to Xero");
        assertThat(world.ask(QUESTION).path("text").asString()).contains(world.largeName());
        assertThat(proxy.errors()).contains("POST /oauth/exchange 200");

        restartProxy(App.WEB_SECRET);
        runOut();
        assertThat(world.ask(QUESTION).path("text").asString()).contains(world.largeName());
        assertThat(world.xero.refreshes()).isEqualTo(1);
        assertThat(proxy.errors()).contains("POST /oauth/refresh 200");

        Client.Reply left = world.pip.send("DELETE", "/api/xero/organisations/" + world.idOf(world.largeName()), "");
        assertThat(left.body().path("organisations").size()).isZero();
        assertThat(proxy.errors()).contains("POST /oauth/revoke 200");
        assertThat(signIns().size()).isZero();
    }

    @Test
    void saysPlainlyThatXeroRefusesTheProxysApp() throws Exception {
        restartProxy("a-secret-of-last-year");
        PlainBrowser.Page refused = connected();
        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.text()).contains("Xero refused the app of the proxy", "Tell whoever runs the proxy");
        assertThat(proxy.errors()).contains("failed, from 127.0.0.1: app_refused", "invalid_client");

        restartProxy(App.WEB_SECRET);
        connected();
        assertThat(world.ask(QUESTION).path("text").asString()).contains(world.largeName());
        restartProxy("a-secret-of-last-year");
        runOut();
        JsonNode answer = world.ask(QUESTION);
        assertThat(answer.path("text").asString() + answer.path("error").asString())
                .contains("Xero refused the app of the proxy at 127.0.0.1. Tell whoever runs the proxy");

        restartProxy(App.WEB_SECRET);
        assertThat(world.ask(QUESTION).path("text").asString())
                .as("nobody has to connect again")
                .contains(world.largeName());
    }

    private JsonNode signIns() throws Exception {
        return new Client(world.xero.url())
                .send("GET", "/sandbox/identity", "", "Authorization", "Bearer " + SandboxOptions.DEFAULT_TOKEN)
                .body()
                .path("signIns");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
