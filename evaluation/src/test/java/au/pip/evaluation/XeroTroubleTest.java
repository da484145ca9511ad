package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.sandbox.identity.App;
import au.pip.sandbox.identity.Consent;
import au.pip.sandbox.xero.Fault;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a person is told when a connection lacks something or Xero has trouble: the cause, and the step that helps. */
@Tag("slow")
class XeroTroubleTest {
    private static final String QUESTION = "Who owes me money?";
    private static final String FEW = "accounting.settings.read accounting.contacts.read";
    private static final String TICK =
            "Tick accounting.invoices.read for the custom connection at https://developer.xero.com/app/manage";

    @TempDir
    private Path folder;

    @Test
    void aScopeThatTheSettingsLeaveOutIsAddedThere() throws Exception {
        try (XeroWorld world = new XeroWorld(folder, "XERO_SCOPES", FEW)) {
            world.chooses(world.large);
            world.connect(new PlainBrowser());

            assertThat(world.ask(QUESTION).path("text").asString())
                    .contains("(accounting.invoices.read)")
                    .contains("to XERO_SCOPES where Pip runs", "start Pip again, then connect Xero again: ./pip xero");
        }
    }

    @Test
    void aScopeOfACustomConnectionIsTickedAtXero() throws Exception {
        try (XeroWorld world = custom("XERO_SCOPES", FEW)) {
            assertThat(world.ask(QUESTION).path("text").asString())
                    .contains("(accounting.invoices.read)", "to XERO_SCOPES where Pip runs", "Tick accounting.")
                    .contains("for the custom connection at https://developer.xero.com/app/manage")
                    .doesNotContain("./pip xero connect");
        }
    }

    @Test
    void aScopeThatIsNotTickedIsNamedWhenXeroRefuses() throws Exception {
        try (XeroWorld world = custom()) {
            assertThat(world.ask(QUESTION).path("text").asString()).contains(world.largeName());
            world.forgetReplies();
            world.xero.removeScope("accounting.invoices.read");

            assertThat(world.ask(QUESTION).path("text").asString())
                    .contains("the permission (scope) accounting.invoices.read, or", TICK)
                    .doesNotContain("./pip xero connect", "XERO_SCOPES");
        }
    }

    @Test
    void anOrganisationThatWasDisconnectedAtXeroIsListedSoAndTheOtherGoesOn() throws Exception {
        try (XeroWorld world = new XeroWorld(folder)) {
            world.chooses(world.small);
            world.connect(new PlainBrowser());
            world.chooses(world.large);
            world.connect(new PlainBrowser());
            world.xero.disconnect(world.large.organisation().tenantId());

            JsonNode first = world.ask(QUESTION);
            JsonNode second = world.ask(QUESTION);

            assertThat(first.path("text").asString())
                    .containsOnlyOnce("This organisation was disconnected from Pip at Xero.")
                    .contains("Connect it again: ./pip xero connect");
            assertThat(second.path("error").asString())
                    .startsWith("Xero needs you to sign in again for " + world.largeName());
            for (JsonNode each : world.organisations().path("organisations")) {
                boolean gone = each.path("name").asString().equals(world.largeName());
                assertThat(each.path("state").asString()).isEqualTo(gone ? "reconnect" : "connected");
            }
            world.pip.send("POST", "/api/xero/organisations/" + world.idOf(world.smallName()) + "/choice", "{}");
            assertThat(world.ask(QUESTION).path("text").asString()).contains(world.smallName());
        }
    }

    @Test
    void theResultOfASignInCanBeLoadedAgain() throws Exception {
        try (XeroWorld world = new XeroWorld(folder)) {
            world.chooses(world.large);
            PlainBrowser browser = new PlainBrowser();
            world.connect(browser);
            URI result = browser.been.getLast();

            PlainBrowser.Page again = browser.open(result.toString());

            assertThat(again.status()).isEqualTo(200);
            assertThat(again.text()).contains("Connected to Xero").contains("<li>");
            assertThat(result.getPath()).matches("/xero/result/[0-9a-f-]{36}");
            assertThat(result.getQuery()).isNull();
            assertThat(browser.open(result.resolve("another").toString()).text())
                    .contains("./pip xero organisations");
        }
    }

    @Test
    void aSignInThatConnectedNothingLeavesALineInTheLog() throws Exception {
        try (XeroWorld world = new XeroWorld(folder)) {
            world.xero.consent(Consent.declined());
            PlainBrowser browser = new PlainBrowser();

            assertThat(world.connect(browser).text()).contains("You declined at Xero");

            Program.Ended ended = world.program.terminate();
            assertThat(ended.out() + ended.err())
                    .containsOnlyOnce("a sign-in at Xero connected nothing (DECLINED): You declined at Xero");
            String state = browser.been.get(2).getQuery().replaceFirst(".*state=([^&]+).*", "$1");
            assertThat(ended.out() + ended.err()).doesNotContain(state);
        }
    }

    @Test
    void whatIsKnownIsKeptWhenNoCallsAreLeftToAskAnew() throws Exception {
        try (XeroWorld world = new XeroWorld(folder, "XERO_DAILY_CALLS", "1")) {
            world.chooses(world.large);
            world.connect(new PlainBrowser());
            assertThat(world.ask(QUESTION).path("text").asString())
                    .contains("that is set for this organisation (XERO_DAILY_CALLS) is used up");

            Client.Reply refresh =
                    world.pip.send("POST", "/api/xero/organisations/" + world.idOf(world.largeName()) + "/refresh", "");

            assertThat(refresh.status()).isEqualTo(400);
            assertThat(refresh.body().path("message").asString())
                    .contains("No Xero calls are left today for " + world.largeName(), "keeps what it knows")
                    .containsPattern("reset at \\d{1,2}:\\d{2} [ap]m \\S+ on ");
        }
    }

    @Test
    void nothingIsDisconnectedWhileXeroIsDown() throws Exception {
        try (XeroWorld world = new XeroWorld(folder)) {
            world.chooses(world.large);
            world.connect(new PlainBrowser());
            String one = "/api/xero/organisations/" + world.idOf(world.largeName());
            world.xero.failNext(Fault.of(Fault.Kind.UNAVAILABLE), 50);

            Client.Reply kept = world.pip.send("DELETE", one, "");

            assertThat(kept.status()).isEqualTo(502);
            assertThat(kept.body().path("message").asString())
                    .startsWith("Nothing was disconnected. ")
                    .contains("Try again in a few minutes", "Or disconnect Pip in Xero");
            HardDay.end(world.xero.url());
            assertThat(world.organisations()
                            .path("organisations")
                            .get(0)
                            .path("state")
                            .asString())
                    .isEqualTo("connected");
            assertThat(world.pip.send("DELETE", one, "").status()).isEqualTo(200);
        }
    }

    private XeroWorld custom(String... settings) {
        String[] all = new String[settings.length + 6];
        System.arraycopy(settings, 0, all, 6, settings.length);
        System.arraycopy(
                new String[] {
                    "XERO_OAUTH_MODE", "custom",
                    "XERO_CLIENT_ID", App.CUSTOM_ID,
                    "XERO_CLIENT_SECRET", App.CUSTOM_SECRET
                },
                0,
                all,
                0,
                6);
        return new XeroWorld(folder, all);
    }
}
