package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.Lease;
import au.pip.assistant.Run;
import au.pip.assistant.conversation.ConversationException.RunInProgress;
import au.pip.assistant.conversation.RunFollower;
import au.pip.assistant.node.Node;
import au.pip.assistant.store.EventLog.LoggedEvent;
import au.pip.sandbox.model.ScriptedModel;
import au.pip.sandbox.model.ScriptedModel.Step;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes on one store, as far as one process can show it. */
@Timeout(60)
class NodesTest {
    private static final AccountId LOCAL = AccountId.LOCAL;

    @TempDir
    Path folder;

    private static ScriptedModel says(Duration pause, String... texts) {
        return new ScriptedModel(
                List.of(texts).stream().<Step>map(Step.Say::new).toList(), pause);
    }

    private static String words(int many) {
        return "word ".repeat(many).strip();
    }

    private static void until(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            Thread.sleep(10);
        }
    }

    private static Run.State state(Neighbours nodes, String run) {
        return nodes.stores.runs().find(LOCAL, run).orElseThrow().state();
    }

    @Test
    void goesOnWithAConversationOnTheOtherNode() throws Exception {
        ScriptedModel model = says(Duration.ZERO, "One.", "Then.");
        try (Neighbours nodes = new Neighbours(folder, model)) {
            Neighbours.events(nodes.a, nodes.send(nodes.a, "first?"));
            String second = nodes.send(nodes.b, "second?");
            assertThat(Talk.text(Neighbours.events(nodes.b, second))).isEqualTo("Then.");
            assertThat(model.asked().getLast().toString()).contains("first?", "One.", "second?");
        }
    }

    @Test
    void followsARunOfTheOtherNodeWithAllEventsInOrderOnce() throws Exception {
        try (Neighbours nodes = new Neighbours(folder, says(Duration.ofMillis(15), words(80)))) {
            String run = nodes.send(nodes.a, "count");
            List<LoggedEvent> seen = Neighbours.events(nodes.b, run);
            assertThat(Talk.text(seen)).isEqualTo(words(80));
            assertThat(Talk.state(seen)).isEqualTo("completed");
            assertThat(seen).isEqualTo(nodes.stored(run));
            assertThat(seen.getFirst().sequence()).isEqualTo(1);
        }
    }

    @Test
    void stopsARunOfTheOtherNode() throws Exception {
        try (Neighbours nodes = new Neighbours(folder, says(Duration.ofMillis(20), words(2_000)))) {
            nodes.watched(nodes.a);
            String run = nodes.send(nodes.a, "count");
            RunFollower follower = nodes.b.follow(LOCAL, run, 0);
            until(() -> nodes.stored(run).size() > 5);
            nodes.b.stop(LOCAL, run);
            while (!follower.ended()) {
                follower.next(Duration.ofSeconds(1));
            }
            assertThat(state(nodes, run)).isEqualTo(Run.State.STOPPED);
            assertThat(nodes.b.view(LOCAL, run).error()).contains("You stopped");
        }
    }

    @Test
    void leavesTheRunsOfALivingNodeAlone() throws Exception {
        try (Neighbours nodes = new Neighbours(folder, says(Duration.ofMillis(20), words(2_000)))) {
            String run = nodes.send(nodes.a, "count");
            assertThat(nodes.b.recover()).isZero();
            assertThatThrownBy(() -> nodes.send(nodes.b, "and?")).isInstanceOf(RunInProgress.class);
            assertThat(nodes.b.follow(LOCAL, run, 1_000).next(Duration.ofMillis(100)))
                    .isEmpty();
            assertThat(state(nodes, run)).isEqualTo(Run.State.RUNNING);
        }
    }

    @Test
    void takesOthersForAliveUntilItHasItselfBeenThereForATerm() throws Exception {
        try (Neighbours nodes = new Neighbours(folder, says(Duration.ZERO, "Again."))) {
            Instant now = Instant.now();
            nodes.stores.leases().take(AccountId.SERVER, "node/away", "away", now, now.plusMillis(1));
            Instant came = Instant.now();
            try (Node newcomer = Node.sharing("C", nodes.stores.leases(), Clock.systemUTC())) {
                assertThat(newcomer.livesElsewhere("away")).isTrue();
                assertThat(newcomer.livesElsewhere("C")).isFalse();
                until(() -> !newcomer.livesElsewhere("away"));
                assertThat(Duration.between(came, Instant.now()))
                        .isBetween(Duration.ofSeconds(6), Duration.ofSeconds(10));
                assertThat(newcomer.livesElsewhere("A")).isTrue();
            }
        }
    }

    @Test
    void interruptsTheRunsOfANodeWhoseLeaseHasPassed() throws Exception {
        try (Neighbours nodes = new Neighbours(folder, says(Duration.ZERO, "Again."))) {
            Instant now = Instant.now();
            nodes.stores.leases().take(AccountId.SERVER, "node/gone", "gone", now, now.plusSeconds(1));
            String run = left(nodes, "gone");
            assertThat(nodes.b.recover()).isZero();
            nodes.watched(nodes.a, nodes.b);
            assertThat(Talk.state(Neighbours.events(nodes.b, run))).isEqualTo("interrupted");
            assertThat(state(nodes, run)).isEqualTo(Run.State.INTERRUPTED);
            until(() -> !nodes.stored(run).isEmpty());
            assertThat(nodes.stored(run)).extracting(LoggedEvent::type).containsExactly("finished");
            String next = nodes.send(nodes.b, "again?");
            assertThat(Talk.text(Neighbours.events(nodes.b, next))).isEqualTo("Again.");
        }
    }

    @Test
    void doesNotWaitForARunOfANodeThatGaveItsLeaseBack() throws Exception {
        try (Neighbours nodes = new Neighbours(folder, says(Duration.ZERO, "Again."))) {
            String run = left(nodes, "a node that ended");
            String next = nodes.send(nodes.b, "again?");
            assertThat(Talk.text(Neighbours.events(nodes.b, next))).isEqualTo("Again.");
            assertThat(state(nodes, run)).isEqualTo(Run.State.INTERRUPTED);
        }
    }

    @Test
    void givesItsLeaseBackWhenItEnds() throws Exception {
        try (Neighbours nodes = new Neighbours(folder, says(Duration.ZERO, "One."))) {
            assertThat(nodes.nodeB.livesElsewhere("A")).isTrue();
            nodes.nodeA.close();
            assertThat(nodes.nodeB.livesElsewhere("A")).isFalse();
            assertThat(nodes.stores.leases().named(AccountId.SERVER, "node/"))
                    .extracting(Lease::holder)
                    .containsExactly("B");
        }
    }

    @Test
    void aNodeThatWasTakenForDeadAddsNothingToWhatOthersEnded() throws Exception {
        ScriptedModel model = says(Duration.ofMillis(20), words(30_000), "Again.");
        try (Neighbours nodes = new Neighbours(folder, model)) {
            nodes.watched(nodes.a);
            String run = nodes.send(nodes.a, "count");
            until(() -> nodes.stored(run).size() > 5);
            nodes.stores.leases().release(AccountId.SERVER, "node/A", "A");
            assertThat(nodes.b.recover()).isEqualTo(1);
            List<LoggedEvent> ended = nodes.stored(run);
            assertThat(Talk.state(ended)).isEqualTo("interrupted");
            String answer = nodes.b.view(LOCAL, run).answer();
            String next = nodes.send(nodes.b, "again?");
            assertThat(Talk.text(Neighbours.events(nodes.b, next))).isEqualTo("Again.");

            // Without an end of its own it would take longer than this test may.
            nodes.a.drain(Duration.ofMinutes(10));
            assertThat(nodes.stored(run)).isEqualTo(ended);
            assertThat(nodes.a.view(LOCAL, run).answer()).isEqualTo(answer).startsWith("word");
            assertThat(state(nodes, run)).isEqualTo(Run.State.INTERRUPTED);
            assertThat(nodes.a.entries(LOCAL, nodes.conversation, null, 100).items())
                    .hasSize(4);
        }
    }

    /** A run that a node of that name left. */
    private static String left(Neighbours nodes, String node) {
        String id = UUID.randomUUID().toString();
        Run run = Run.begin(id, nodes.conversation, Instant.now(), node);
        String message = UUID.randomUUID().toString();
        nodes.stores
                .runs()
                .begin(LOCAL, run, new Entry(message, Entry.Kind.QUESTION, id, "Who?", "{}", run.startedAt()));
        return id;
    }
}
