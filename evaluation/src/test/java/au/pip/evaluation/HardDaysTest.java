package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.sandbox.identity.Consent;
import au.pip.sandbox.xero.Fault;
import au.pip.sandbox.xero.Limits;
import au.pip.sandbox.xero.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person reads in the terminal on a hard day at Xero, and that the page is sent the same words. */
@Tag("slow")
class HardDaysTest {
    private static final String QUESTION = "Who owes me money?";
    private static final String NOT_ANSWERED = "I couldn't look that up. ";
    private static final int MOST_EVENTS = 10_000;
    private static final SandboxOptions OPTIONS =
            SandboxOptions.defaults().withConsent(Consent.atOnce()).withLimits(Limits.none());
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path folder;

    private static XeroWorld world;

    @BeforeAll
    static void start() {
        world = new XeroWorld(folder, OPTIONS);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    /**
     * A good day, on which Pip gets to know the organisation, and of which it keeps nothing else. After a limit of calls a
     * day it waits until the limit resets, as Xero said: Pip asks for nothing before.
     */
    @BeforeEach
    void connect() throws Exception {
        world.chooses(world.large);
        world.connect(new PlainBrowser());
        assertThat(world.ask(QUESTION).path("text").asString()).contains(world.largeName());
        world.forgetReplies();
    }

    @AfterEach
    void nothingMoreGoesWrong() throws Exception {
        HardDay.end(world.xero.url());
    }

    static List<HardDay> days() {
        return HardDay.all();
    }

    @ParameterizedTest
    @MethodSource("days")
    void readsTheSameInTheTerminalAndOnThePage(HardDay day) throws Exception {
        day.begin(world.xero.url(), world.large.organisation().tenantId());

        Program.Ended terminal = Program.ask(folder, Map.of(), "--server", world.pip.address(), QUESTION);
        List<JsonNode> events = newestAnswer();
        String page = shown(events);

        if (day.isGotOver()) {
            assertThat(terminal.status()).as(terminal.toString()).isZero();
            assertThat(terminal.out()).contains(world.largeName()).doesNotContain(NOT_ANSWERED);
            assertThat(page).contains(world.largeName()).doesNotContain(NOT_ANSWERED);
        } else {
            assertThat(terminal.status()).as(terminal.toString()).isEqualTo(1);
            assertThat(terminal.out() + terminal.err()).containsSubsequence(day.says());
            assertThat(events)
                    .as("Pip's own numbers are no figures")
                    .noneMatch(event -> event.path("figure").isObject());
            assertThat(page).containsSubsequence(day.says());
            assertThat(terminal.out() + terminal.err()).doesNotContain("\tat ", "Exception", "null");
        }
    }

    @Test
    void answersAgainWhenTheHardDayIsOver() throws Exception {
        world.xero.failNext(Fault.of(Fault.Kind.UNAVAILABLE), 50);
        assertThat(world.ask(QUESTION).path("text").asString()).startsWith(NOT_ANSWERED);

        HardDay.end(world.xero.url());

        assertThat(world.ask(QUESTION).path("text").asString()).contains(world.largeName());
    }

    /** Tokens last as long as they do, whatever Xero's clock says the time is. */
    @ParameterizedTest
    @ValueSource(ints = {-2, 2})
    void doesNotMindHoursBetweenItsClockAndXeros(int hours, @TempDir Path apart) throws Exception {
        InstantSource skewed = InstantSource.offset(InstantSource.system(), Duration.ofHours(hours));
        try (XeroWorld elsewhere = new XeroWorld(apart, OPTIONS.withClock(skewed))) {
            elsewhere.chooses(elsewhere.small);
            elsewhere.connect(new PlainBrowser());
            assertThat(elsewhere.ask(QUESTION).path("text").asString()).contains(elsewhere.smallName());
            elsewhere.forgetReplies();
            elsewhere.xero.expireAccessTokens();

            Program.Ended terminal = Program.ask(apart, Map.of(), "--server", elsewhere.pip.address(), QUESTION);

            assertThat(terminal.status()).isZero();
            assertThat(terminal.out()).contains(elsewhere.smallName());
            assertThat(elsewhere.xero.refreshes()).isEqualTo(1);
        }
    }

    /** What the page is sent of the newest conversation's answer. */
    private static List<JsonNode> newestAnswer() throws Exception {
        JsonNode newest = world.pip
                .send("GET", "/api/conversations?limit=1", "")
                .body()
                .path("items")
                .get(0);
        JsonNode entries = world.pip
                .send("GET", "/api/conversations/" + newest.path("id").asString() + "/entries", "")
                .body()
                .path("items");
        String run = entries.get(entries.size() - 1).path("runId").asString();
        return world.pip.events(run, 0, MOST_EVENTS).stream()
                .filter(line -> line.startsWith("data:"))
                .map(line -> JSON.readTree(line.substring("data:".length())))
                .toList();
    }

    /** All that it shows of that. */
    private static String shown(List<JsonNode> events) {
        StringBuilder shown = new StringBuilder();
        for (JsonNode event : events) {
            shown.append(event.path("text").asString(""))
                    .append(event.path("figure").path("text").asString(""))
                    .append(event.path("error").asString(""));
        }
        return shown.toString();
    }
}
