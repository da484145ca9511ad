package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.sandbox.identity.App;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The settings come to name a proxy, or another app, than an organisation was connected through. */
@Tag("slow")
class XeroAnotherWayTest {
    private static final String QUESTION = "Who owes me money?";

    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer proxy;

    @BeforeEach
    void listen() throws Exception {
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        proxy.start();
    }

    @AfterEach
    void close() {
        proxy.stop(0);
    }

    private void throughProxy(XeroWorld world) {
        world.startAnew(
                "XERO_OAUTH_MODE",
                "proxy",
                "XERO_PROXY_URL",
                "http://127.0.0.1:" + proxy.getAddress().getPort(),
                "XERO_CLIENT_ID",
                "");
    }

    @Test
    void aProxyIsShownNoTokenOfTheAppBefore() throws Exception {
        try (XeroWorld world = new XeroWorld(folder)) {
            world.chooses(world.large);
            world.connect(new PlainBrowser());
            world.xero.expireAccessTokens();
            throughProxy(world);

            for (int question = 0; question < 2; question++) {
                assertThat(world.ask(QUESTION).path("error").asString())
                        .startsWith(world.largeName() + " was connected through an app of your own")
                        .contains("./pip xero connect", "XERO_OAUTH_MODE=own");
            }
            JsonNode only = world.organisations().path("organisations").get(0);
            assertThat(only.path("state").asString()).isEqualTo("elsewhere");
            assertThat(only.path("current").asBoolean()).isFalse();
            String path = "/api/xero/organisations/" + only.path("id").asString();
            Client.Reply chosen = world.pip.send("POST", path + "/choice", "{}");
            assertThat(chosen.status()).isEqualTo(400);
            assertThat(chosen.body().path("message").asString()).contains("through an app of your own");
            assertThat(asked).isEmpty();
            assertThat(world.xero.refreshes()).isZero();

            world.startAnew();
            assertThat(world.ask(QUESTION).path("text").asString()).contains(world.largeName());
            assertThat(world.xero.refreshes()).isEqualTo(1);
        }
    }

    @Test
    void asksWhichWhenTheOneThatWasChosenLastIsConnectedInAnotherWay() throws Exception {
        try (XeroWorld world = new XeroWorld(folder)) {
            world.chooses(world.small);
            world.connect(new PlainBrowser());
            String[] custom = {
                "XERO_OAUTH_MODE", "custom", "XERO_CLIENT_ID", App.CUSTOM_ID, "XERO_CLIENT_SECRET", App.CUSTOM_SECRET
            };
            world.startAnew(custom);
            assertThat(world.ask(QUESTION).path("text").asString()).contains(world.largeName());

            world.startAnew(custom);
            assertThat(world.program.errors())
                    .as("also when there is one that works")
                    .contains(world.smallName() + " was connected through an app of your own");

            world.startAnew();
            JsonNode which = world.ask(QUESTION);
            assertThat(which.path("text").asString()).isEmpty();
            assertThat(which.path("error").asString())
                    .startsWith("The organisation that you chose last was connected in another way")
                    .contains(world.smallName(), "Which one are your questions about?");
            String path = "/api/xero/organisations/" + world.idOf(world.smallName()) + "/choice";
            assertThat(world.pip.send("POST", path, "{}").status()).isEqualTo(200);
            assertThat(world.ask(QUESTION).path("text").asString()).contains(world.smallName());
        }
    }

    @Test
    void disconnectingItSaysThatXeroWasNotTold() throws Exception {
        try (XeroWorld world = new XeroWorld(folder)) {
            world.chooses(world.large);
            world.connect(new PlainBrowser());
            throughProxy(world);

            Client.Reply left =
                    world.pip.send("DELETE", "/api/xero/organisations/" + world.idOf(world.largeName()), "");

            assertThat(left.status()).isEqualTo(200);
            assertThat(left.body().path("organisations").size()).isZero();
            assertThat(left.body().path("note").asString())
                    .startsWith(world.largeName() + " is forgotten here")
                    .contains("Connected apps");
            assertThat(asked).isEmpty();
            world.startAnew();
            assertThat(world.organisations().path("organisations").size()).isZero();
        }
    }

    @Test
    void disconnectingItBesideACustomConnectionAsksNobody() throws Exception {
        try (XeroWorld world = new XeroWorld(folder)) {
            world.chooses(world.large);
            world.connect(new PlainBrowser());
            String path = "/api/xero/organisations/" + world.idOf(world.largeName());
            String away = "http://127.0.0.1:" + proxy.getAddress().getPort();
            world.startAnew("XERO_OAUTH_MODE", "custom", "XERO_CLIENT_SECRET", "secret", "XERO_IDENTITY_URL", away);

            Client.Reply refreshed = world.pip.send("POST", path + "/refresh", "");
            assertThat(refreshed.status()).isEqualTo(400);
            assertThat(refreshed.body().path("message").asString()).contains("through an app of your own");
            Client.Reply left = world.pip.send("DELETE", path, "");

            assertThat(left.status()).as(left.toString()).isEqualTo(200);
            assertThat(left.body().path("organisations").size()).isZero();
            assertThat(left.body().path("note").asString()).startsWith(world.largeName() + " is forgotten here");
            assertThat(asked).isEmpty();
        }
    }
}
