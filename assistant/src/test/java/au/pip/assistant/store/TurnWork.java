package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.conversations;
import static au.pip.assistant.store.Samples.entries;
import static au.pip.assistant.store.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.store.EventLog.LoggedEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Turns of a conversation: a question, its run's events, its answer with the usage. */
final class TurnWork implements Work {
    private static final BigDecimal COST = new BigDecimal("0.01");

    @Override
    public void go(Stores stores, Telling telling) {
        Conversation conversation = Samples.stored(stores, ANN);
        for (int second = 0; ; second++) {
            Run run = Samples.run(conversation, second);
            String word = " " + run.id().replace("-", "");
            Entry question = Samples.question(run, "?".repeat(second * 37 % 9000) + word);
            stores.runs().begin(ANN, run, question);
            telling.tell("entry", conversation.id(), run.id(), question.id());
            stores.events()
                    .append(ANN, run.id(), List.of(new LoggedEvent(1, "a", "{}"), new LoggedEvent(2, "b", "{}")));
            telling.tell("events", conversation.id(), run.id());
            Entry answer = Samples.answer(run, "!".repeat(second * 53 % 9000) + word);
            stores.runs()
                    .finish(
                            ANN,
                            run.id(),
                            Run.State.COMPLETED,
                            answer,
                            List.of(Samples.usage(run, "m", COST.toPlainString())));
            telling.tell("entry", conversation.id(), run.id(), answer.id());
        }
    }

    @Override
    public void check(Stores stores, List<List<String>> told) {
        List<String> kept = new ArrayList<>();
        for (Conversation conversation : conversations(stores, ANN)) {
            List<Entry> entries = entries(stores, ANN, conversation.id());
            entries.forEach(entry -> kept.add(entry.id()));
            assertWhole(stores, conversation, entries);
        }
        assertThat(kept).doesNotHaveDuplicates();
        List<List<String>> said =
                told.stream().filter(words -> words.getFirst().equals("entry")).toList();
        assertThat(new HashSet<>(kept))
                .containsAll(said.stream().map(List::getLast).toList());
        said.subList(Math.max(0, said.size() - 40), said.size()).forEach(words -> assertFound(stores, words));
        told.stream()
                .filter(words -> words.getFirst().equals("events"))
                .forEach(words -> assertThat(stores.events().last(ANN, words.get(2)))
                        .as("the events of " + words.get(2))
                        .isEqualTo(2));
        interruptUnfinished(stores);
    }

    /** Question, answer, question, answer; the last answer may not have come. An answer's usage came with it. */
    private static void assertWhole(Stores stores, Conversation conversation, List<Entry> entries) {
        int completed = 0;
        for (int place = 0; place < entries.size(); place++) {
            Entry entry = entries.get(place);
            boolean asks = place % 2 == 0;
            assertThat(entry.kind()).isEqualTo(asks ? Entry.Kind.QUESTION : Entry.Kind.ANSWER);
            Run run = stores.runs().find(ANN, entry.runId()).orElseThrow();
            boolean answered = !asks || place + 1 < entries.size();
            assertThat(run.state() == Run.State.RUNNING).isEqualTo(!answered);
            assertThat(stores.events().last(ANN, run.id())).isIn(0L, 2L);
            completed += !asks && run.state() == Run.State.COMPLETED ? 1 : 0;
        }
        if (!entries.isEmpty()) {
            assertThat(stores.conversations()
                            .find(ANN, conversation.id())
                            .orElseThrow()
                            .updatedAt())
                    .isEqualTo(entries.getLast().at());
        }
        BigDecimal cost = stores.usage().ofConversation(ANN, conversation.id()).stream()
                .map(UsageStore.Sum::knownCostUsd)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(cost).isEqualByComparingTo(COST.multiply(BigDecimal.valueOf(completed)));
    }

    private static void assertFound(Stores stores, List<String> words) {
        String word = words.get(2).replace("-", "");
        assertThat(Pages.all(cursor -> stores.entries().search(ANN, word, cursor, 10)))
                .extracting(found -> found.entry().id())
                .doesNotHaveDuplicates()
                .contains(words.getLast());
    }

    private static void interruptUnfinished(Stores stores) {
        assertThat(stores.runs().unfinished()).allSatisfy(left -> {
            Run run = left.run();
            Entry answer = new Entry(id(), Entry.Kind.ANSWER, run.id(), "interrupted", "{}", run.startedAt());
            assertThat(stores.runs().finish(left.account(), run.id(), Run.State.INTERRUPTED, answer, List.of()))
                    .isTrue();
        });
    }
}
