package au.pip.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.api.RunEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunFollowerTest {
    private static final String EVENTS = "GET /api/runs/r1/events";
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(1), Duration.ofMillis(1));

    private final PretendServer server = new PretendServer();
    private final PipClient client = new PipClient(server.uri());
    private final List<RunEvent> events = new ArrayList<>();
    private int cuts;

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void resumesAfterTheLastWholeEventWhenTheConnectionIsCut() {
        server.on(
                EVENTS,
                PretendServer.cutEvents(text(1, "a") + text(2, "b") + "id: 3\nevent: text\ndata: {\"te"),
                PretendServer.events(""),
                PretendServer.events(text(3, "c") + finished(4)));
        assertThat(follow().state()).isEqualTo("completed");
        assertThat(texts()).containsExactly("a", "b", "c");
        assertThat(server.asked).extracting(PretendServer.Asked::lastEventId).containsExactly(null, "2", "2");
        assertThat(cuts).isEqualTo(1);
    }

    @Test
    void triesAgainWhenTheStreamIsSilentTooLong() {
        CountDownLatch never = new CountDownLatch(1);
        server.on(
                EVENTS,
                PretendServer.eventsAfter(text(1, "a"), never, ""),
                PretendServer.events(text(2, "b") + finished(3)));
        RunFollower follower = new RunFollower(client, () -> cuts++, Duration.ofMillis(300), PAUSES);
        assertThat(follower.follow("r1", events::add).state()).isEqualTo("completed");
        assertThat(texts()).containsExactly("a", "b");
        never.countDown();
    }

    @Test
    void passesOverEventsOfALaterVersion() {
        server.on(EVENTS, PretendServer.events("id: 1\nevent: approval\ndata: {}\n\n" + text(2, "a") + finished(3)));
        follow();
        assertThat(texts()).containsExactly("a");
    }

    @Test
    void givesUpWhenTheServerStaysAway() {
        server.on(EVENTS, PretendServer.cutEvents(text(1, "a")), exchange -> exchange.close());
        assertThatThrownBy(this::follow)
                .isInstanceOfSatisfying(
                        CliException.class, e -> assertThat(e.exitCode()).isEqualTo(3))
                .hasMessageContaining("gone in the middle of the answer");
        assertThat(cuts).isEqualTo(1);
        assertThat(texts()).containsExactly("a");
    }

    @Test
    void tellsWhatTheServerSaysOfAnUnknownRun() {
        assertThatThrownBy(this::follow).isInstanceOf(RefusedException.class).hasMessage("There is nothing here.");
    }

    @Test
    void tellsAnEventThatCannotBeReadInOneLine() {
        server.on(EVENTS, PretendServer.events("id: 1\nevent: text\ndata: {oops\n\n"));
        assertThatThrownBy(this::follow)
                .isInstanceOf(CliException.class)
                .hasMessageStartingWith("the server sent a 'text' event that cannot be read.");
    }

    private RunEvent.Finished follow() {
        return new RunFollower(client, () -> cuts++, Duration.ofSeconds(20), PAUSES).follow("r1", events::add);
    }

    private List<String> texts() {
        return events.stream()
                .filter(RunEvent.Text.class::isInstance)
                .map(event -> ((RunEvent.Text) event).text())
                .toList();
    }

    private static String text(int id, String text) {
        return "id: " + id + "\nevent: text\ndata: {\"text\":\"" + text + "\"}\n\n";
    }

    private static String finished(int id) {
        return "id: " + id + "\nevent: finished\ndata: {\"state\":\"completed\",\"error\":null}\n\n";
    }
}
