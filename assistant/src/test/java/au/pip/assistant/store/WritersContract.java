package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.answer;
import static au.pip.assistant.store.Samples.entries;
import static au.pip.assistant.store.Samples.question;
import static au.pip.assistant.store.Samples.run;
import static au.pip.assistant.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.store.EventLog.LoggedEvent;
import au.pip.assistant.store.RunStore.Begin;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Sixty-four writers at once. */
interface WritersContract extends OpenedStores {
    @Test
    default void aConversationKeepsEveryEntryOfSixtyFourWritersOnceInOneOrder() throws Exception {
        Conversation conversation = stored(stores(), ANN);

        List<Run> runs = Race.of(64, writer -> {
            Run run = run(conversation, writer);
            Entry question = question(run, "question of " + writer);
            while (!(stores().runs().begin(ANN, run, question) instanceof Begin.Begun)) {
                LockSupport.parkNanos(
                        Duration.ofMillis(ThreadLocalRandom.current().nextInt(1, 20))
                                .toNanos());
            }
            stores().events().append(ANN, run.id(), List.of(new LoggedEvent(1, "text", "of " + writer)));
            stores().runs().finish(ANN, run.id(), Run.State.COMPLETED, answer(run, "answer of " + writer), List.of());
            return run;
        });

        List<Entry> kept = entries(stores(), ANN, conversation.id());
        assertThat(kept).hasSize(128).extracting(Entry::id).doesNotHaveDuplicates();
        for (int place = 0; place < kept.size(); place += 2) {
            Entry asked = kept.get(place);
            assertThat(asked.text()).startsWith("question of ");
            assertThat(kept.get(place + 1).runId()).isEqualTo(asked.runId());
            assertThat(kept.get(place + 1).text()).isEqualTo(asked.text().replace("question", "answer"));
        }
        assertThat(kept.stream().map(Entry::runId).distinct())
                .containsExactlyInAnyOrderElementsOf(runs.stream().map(Run::id).toList());
        assertThat(Pages.all(cursor -> stores().entries().page(ANN, conversation.id(), cursor, 7)))
                .isEqualTo(kept);
        assertThat(stores().entries().latest(ANN, conversation.id(), 100)).isEqualTo(kept.subList(28, 128));
        assertThat(runs).allMatch(run -> stores().events().last(ANN, run.id()) == 1);
        assertThat(entries(reopen(), ANN, conversation.id())).isEqualTo(kept);
    }

    @Test
    default void runsKeepTheEventsOfSixtyFourWritersApart() throws Exception {
        List<Run> runs = Race.of(64, writer -> {
            Run run = Samples.begun(stores(), ANN, stored(stores(), ANN), writer);
            for (long sequence = 1; sequence <= 10; sequence++) {
                stores().events()
                        .append(ANN, run.id(), List.of(new LoggedEvent(sequence, "text", writer + " " + sequence)));
            }
            return run;
        });

        for (int writer = 0; writer < 64; writer++) {
            int number = writer;
            assertThat(stores().events().after(ANN, runs.get(writer).id(), 0, 100))
                    .isEqualTo(LongStream.rangeClosed(1, 10)
                            .mapToObj(sequence -> new LoggedEvent(sequence, "text", number + " " + sequence))
                            .toList());
        }
    }
}
