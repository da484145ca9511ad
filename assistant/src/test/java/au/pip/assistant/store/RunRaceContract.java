package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.answer;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.begun;
import static au.pip.assistant.store.Samples.completed;
import static au.pip.assistant.store.Samples.entries;
import static au.pip.assistant.store.Samples.id;
import static au.pip.assistant.store.Samples.question;
import static au.pip.assistant.store.Samples.run;
import static au.pip.assistant.store.Samples.stored;
import static au.pip.assistant.store.Samples.usage;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.store.RunStore.Begin;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many callers at once. */
interface RunRaceContract extends OpenedStores {
    @Test
    default void ofFiftyBeginsAtOnceExactlyOneBegins() throws Exception {
        Conversation conversation = stored(stores(), ANN);

        List<Begin> outcomes = Race.of(50, caller -> {
            Run run = run(conversation, caller);
            return stores().runs().begin(ANN, run, question(run, "caller " + caller));
        });

        assertThat(outcomes).filteredOn(Begin.Begun.class::isInstance).hasSize(1);
        assertThat(stores().runs().unfinished()).hasSize(1);
        String going = stores().runs().unfinished().getFirst().run().id();
        assertThat(outcomes).filteredOn(new Begin.Busy(going)::equals).hasSize(49);
        assertThat(entries(stores(), ANN, conversation.id())).hasSize(1);
    }

    @Test
    default void ofFiftySendingsOfOneQuestionExactlyOneBegins() throws Exception {
        Conversation conversation = stored(stores(), ANN);
        String questionId = id();

        List<Begin> outcomes = Race.of(50, caller -> {
            Run run = run(conversation, caller);
            Entry question = new Entry(questionId, Entry.Kind.QUESTION, run.id(), "once", "{}", at(caller));
            return stores().runs().begin(ANN, run, question);
        });

        assertThat(outcomes).filteredOn(Begin.Begun.class::isInstance).hasSize(1);
        String going = stores().runs().unfinished().getFirst().run().id();
        assertThat(outcomes)
                .filteredOn(new Begin.Repeated(going, "once")::equals)
                .hasSize(49);
        assertThat(entries(stores(), ANN, conversation.id())).hasSize(1);
    }

    @Test
    default void runsOfDifferentConversationsBeginAtOnce() throws Exception {
        List<Begin> outcomes = Race.of(50, caller -> {
            Run run = run(stored(stores(), ANN), caller);
            return stores().runs().begin(ANN, run, question(run, "caller " + caller));
        });

        assertThat(outcomes).hasSize(50).containsOnly(new Begin.Begun());
        assertThat(stores().runs().unfinished()).hasSize(50);
    }

    @Test
    default void ofTwentyFinishesAtOnceExactlyOneCounts() throws Exception {
        Conversation conversation = stored(stores(), ANN);
        Run run = begun(stores(), ANN, conversation, 5);

        List<Boolean> outcomes = Race.of(
                20,
                caller -> stores().runs()
                        .finish(
                                ANN,
                                run.id(),
                                Run.State.COMPLETED,
                                answer(run, "caller " + caller),
                                List.of(usage(run, "m", "1"))));

        assertThat(outcomes).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(entries(stores(), ANN, conversation.id())).hasSize(2);
        assertThat(stores().usage()
                        .ofConversation(ANN, conversation.id())
                        .getFirst()
                        .knownCostUsd())
                .isEqualByComparingTo("1");
    }

    @Test
    default void ofManyAppendsOfOneEventExactlyOneCounts() throws Exception {
        Run run = begun(stores(), ANN, stored(stores(), ANN), 5);

        List<Boolean> outcomes = Race.of(20, caller -> {
            try {
                stores().events().append(ANN, run.id(), List.of(new EventLog.LoggedEvent(1, "text", "{}")));
                return true;
            } catch (IllegalArgumentException taken) {
                return false;
            }
        });

        assertThat(outcomes).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(stores().events().after(ANN, run.id(), 0, 100)).hasSize(1);
    }

    @Test
    default void readersSeeWholeTurnsWhileOthersWrite() throws Exception {
        Conversation conversation = stored(stores(), ANN);

        List<Boolean> outcomes = Race.of(5, caller -> {
            if (caller == 0) {
                for (int turn = 0; turn < 40; turn++) {
                    completed(stores(), ANN, conversation, turn);
                }
                return true;
            }
            boolean whole = true;
            for (int look = 0; look < 40; look++) {
                List<Entry> seen = stores().entries().latest(ANN, conversation.id(), 100);
                for (int place = 0; place < seen.size(); place++) {
                    whole &= seen.get(place).kind() == (place % 2 == 0 ? Entry.Kind.QUESTION : Entry.Kind.ANSWER);
                }
            }
            return whole;
        });

        assertThat(outcomes).hasSize(5).containsOnly(true);
    }

    @Test
    default void workOfAnInterruptedThreadIsDoneAndItStaysInterrupted() {
        Conversation conversation = stored(stores(), ANN);
        Run run = begun(stores(), ANN, conversation, 5);

        Thread.currentThread().interrupt();
        boolean finished = stores().runs().finish(ANN, run.id(), Run.State.STOPPED, answer(run, "…"), List.of());
        List<Entry> read = stores().entries().latest(ANN, conversation.id(), 10);
        boolean interrupted = Thread.interrupted();

        assertThat(finished).isTrue();
        assertThat(read).hasSize(2);
        assertThat(interrupted).isTrue();
    }
}
