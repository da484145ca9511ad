package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.sandbox.identity.App;
import au.pip.sandbox.xero.Fault;
import au.pip.sandbox.xero.SandboxOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A person connects organisations to Pip through the sign-in of the pretend Xero, and asks about them. */
@Tag("slow")
class XeroConnectTest {
    private static final String QUESTION = "Who owes me money?";
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+/xero/sign-in/[A-Za-z0-9_-]{43}");

    @TempDir
    private Path folder;

    @Test
    void anAppWithoutASecretConnectsOneOrganisationAndAnswersAboutIt() throws Exception {
        try (XeroWorld world = new XeroWorld(folder)) {
            world.chooses(world.large);
            assertThat(world.organisations().path("note").asString()).contains("./pip xero connect");
            assertThat(world.ask(QUESTION).path("error").asString())
                    .startsWith("No organisation is connected to Pip yet.");

            JsonNode begun = world.begin();
            assertThat(state(world, begun)).isEqualTo("waiting");
            PlainBrowser browser = new PlainBrowser();
            PlainBrowser.Page page = browser.open(begun.path("url").asString());

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("Connected to Xero", "<li>" + html(world.largeName()) + "</li>");
            assertThat(page.header("cache-control")).isEqualTo("no-store");
            assertThat(state(world, begun)).isEqualTo("connected");
            JsonNode only = world.organisations().path("organisations");
            assertThat(only.size()).isEqualTo(1);
            assertThat(only.get(0).path("current").asBoolean()).isTrue();
            assertThat(world.pip
                            .send("GET", "/api/status", "")
                            .body()
                            .path("organisation")
                            .asString())
                    .isEqualTo(world.largeName());
            JsonNode answer = world.ask(QUESTION);
            assertThat(answer.path("state").asString()).isEqualTo("completed");
            assertThat(answer.path("text").asString()).contains(world.largeName());
        }
    }

    @Test
    void anAppWithASecretConnectsTwoAndAsksWhich() throws Exception {
        try (XeroWorld world =
                new XeroWorld(folder, "XERO_CLIENT_ID", App.WEB_ID, "XERO_CLIENT_SECRET", App.WEB_SECRET)) {
            PlainBrowser.Page page = world.connect(new PlainBrowser());
            assertThat(page.text()).contains(html(world.largeName()), html(world.smallName()), "Choose which one");

            assertThat(world.ask(QUESTION).path("error").asString())
                    .startsWith("Several organisations are connected: ")
                    .contains(world.largeName(), world.smallName(), "./pip xero use");

            for (String name : new String[] {world.smallName(), world.largeName()}) {
                Client.Reply chosen =
                        world.pip.send("POST", "/api/xero/organisations/" + world.idOf(name) + "/choice", "{}");
                assertThat(chosen.status()).isEqualTo(200);
                JsonNode answer = world.ask(QUESTION);
                assertThat(answer.path("text").asString()).contains(name);
                JsonNode source = answer.path("pieces").findValue("source");
                assertThat(source.path("organisation").asString()).isEqualTo(name);
            }
        }
    }

    @Test
    void oneIsAddedAndDisconnectedWhileTheOtherGoesOn() throws Exception {
        try (XeroWorld world = new XeroWorld(folder)) {
            world.chooses(world.large);
            world.connect(new PlainBrowser());
            world.chooses(world.small);
            world.connect(new PlainBrowser());
            assertThat(world.organisations().path("organisations").size()).isEqualTo(2);
            assertThat(world.ask(QUESTION).path("text").asString()).contains(world.smallName());

            String gone = "/api/xero/organisations/" + world.idOf(world.smallName());
            Client.Reply left = world.pip.send("DELETE", gone, "");

            assertThat(left.status()).isEqualTo(200);
            assertThat(left.body().path("organisations").size()).isEqualTo(1);
            assertThat(world.ask(QUESTION).path("text").asString()).contains(world.largeName());
            assertThat(world.pip.send("DELETE", gone, "").status()).isEqualTo(404);
            assertThat(world.pip.send("POST", gone + "/choice", "{}").status()).isEqualTo(404);
        }
    }

    @Test
    void aCustomConnectionNeedsNoBrowser() throws Exception {
        try (XeroWorld world = new XeroWorld(
                folder,
                "XERO_OAUTH_MODE",
                "custom",
                "XERO_CLIENT_ID",
                App.CUSTOM_ID,
                "XERO_CLIENT_SECRET",
                App.CUSTOM_SECRET)) {
            assertThat(world.ask(QUESTION).path("text").asString()).contains(world.largeName());

            assertThat(world.organisations().path("canConnect").asBoolean()).isFalse();
            Client.Reply refused = world.pip.send("POST", "/api/xero/sign-ins", "{}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().path("message").asString())
                    .startsWith("Nobody signs in here: Pip's settings name a custom connection")
                    .doesNotContain("pretend");
            Client.Reply kept =
                    world.pip.send("DELETE", "/api/xero/organisations/" + world.idOf(world.largeName()), "");
            assertThat(kept.status()).isEqualTo(400);
            assertThat(kept.body().path("message").asString())
                    .contains("custom connection", "take XERO_OAUTH_MODE, XERO_CLIENT_ID and XERO_CLIENT_SECRET out");
        }
    }

    @Test
    void saysOverThePretendBooksThatNobodySignsInThere() throws Exception {
        try (XeroWorld world = new XeroWorld(folder)) {
            world.startAnew(
                    "XERO_OAUTH_MODE",
                    "sandbox",
                    "XERO_ACCESS_TOKEN",
                    SandboxOptions.DEFAULT_TOKEN,
                    "XERO_TENANT_ID",
                    world.large.organisation().tenantId().toString());

            Program.Ended refused = ended(world, "connect", "--no-browser");

            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err())
                    .startsWith("pip: Nobody signs in here: this Pip runs over pretend books. To connect your")
                    .doesNotContain("custom");
        }
    }

    @Test
    void keepsWhatItKnowsWhenXeroCannotBeAskedAgain() throws Exception {
        try (XeroWorld world = new XeroWorld(folder)) {
            world.chooses(world.large);
            world.connect(new PlainBrowser());
            assertThat(world.ask(QUESTION).path("text").asString()).contains(world.largeName());
            world.xero.failNext(Fault.of(Fault.Kind.UNAVAILABLE), 1_000);

            Program.Ended away = ended(world, "refresh", world.largeName());

            assertThat(away.status()).as(away.toString()).isEqualTo(1);
            assertThat(away.err()).startsWith("pip: Nothing was refreshed; Pip keeps what it knows. Xero ");
            assertThat(world.ask(QUESTION).path("text").asString())
                    .as("what it knew")
                    .contains(world.largeName())
                    .doesNotContain("couldn't");
        }
    }

    @Test
    void saysInPlainWordsThatXeroEndedTheSignIn() throws Exception {
        try (XeroWorld world = new XeroWorld(folder)) {
            world.chooses(world.large);
            world.connect(new PlainBrowser());
            world.xero.endSignIns();

            JsonNode first = world.ask(QUESTION);
            JsonNode second = world.ask(QUESTION);

            assertThat(first.path("text").asString() + first.path("error").asString())
                    .contains("Connect Xero again: ./pip xero connect");
            assertThat(second.path("error").asString())
                    .startsWith("Xero needs you to sign in again for " + world.largeName())
                    .contains("./pip xero connect");
            world.connect(new PlainBrowser());
            assertThat(world.ask(QUESTION).path("state").asString()).isEqualTo("completed");
            assertThat(world.organisations().path("organisations").size()).isEqualTo(1);
        }
    }

    @Test
    void theTerminalWaitsForTheBrowserChoosesAndDisconnects() throws Exception {
        try (XeroWorld world = new XeroWorld(folder)) {
            try (Program connect = xero(world, "connect", "--no-browser")) {
                PlainBrowser.Page page = new PlainBrowser().open(address(connect));
                assertThat(page.text()).contains("Connected to Xero");
                Program.Ended ended = connect.awaitEnd();
                assertThat(ended.status()).isZero();
                assertThat(ended.out()).startsWith("Connected: ").contains(world.largeName(), world.smallName());
            }
            assertThat(ended(world, "use", world.smallName()).out())
                    .contains("* " + world.smallName() + " · your questions are about it");
            assertThat(ended(world, "disconnect", world.smallName()).out())
                    .isEqualTo("* " + world.largeName() + " · your questions are about it\n");
        }
    }

    private Program xero(XeroWorld world, String... words) {
        List<String> all = new ArrayList<>(List.of("xero"));
        all.addAll(List.of(words));
        all.addAll(List.of("--server", world.pip.address()));
        return Program.start(folder, "cli", "au.pip.cli.Main", Map.of(), all.toArray(String[]::new));
    }

    private Program.Ended ended(XeroWorld world, String... words) {
        try (Program program = xero(world, words)) {
            return program.awaitEnd();
        }
    }

    /** The address that it says to open. */
    private static String address(Program connect) throws InterruptedException {
        for (int wait = 0; wait < 400; wait++) {
            Matcher found = ADDRESS.matcher(connect.errors());
            if (found.find()) {
                return found.group();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no address came: " + connect.errors());
    }

    @Test
    void keepsTheCookieFromScriptsAndOtherPaths() throws Exception {
        try (XeroWorld world = new XeroWorld(folder)) {
            PlainBrowser browser = new PlainBrowser();
            world.connect(browser);

            assertThat(browser.setCookies)
                    .hasSize(2)
                    .allSatisfy(cookie -> assertThat(cookie)
                            .startsWith("pip-sign-in-")
                            .contains("HttpOnly", "SameSite=Lax", "Path=/xero/callback")
                            .doesNotContain("Secure"));
            assertThat(browser.setCookies.getFirst()).contains("Max-Age=600");
            assertThat(browser.setCookies.getLast()).contains("Max-Age=0");
        }
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;");
    }

    private static String state(XeroWorld world, JsonNode begun) throws Exception {
        return world.pip
                .send("GET", "/api/xero/sign-ins/" + begun.path("id").asString(), "")
                .body()
                .path("state")
                .asString();
    }
}
