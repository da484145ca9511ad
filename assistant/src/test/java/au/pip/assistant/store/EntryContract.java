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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

interface EntryContract extends OpenedStores {
    @Test
    default void keepsEntriesAsTheyWereSaid() {
        Conversation conversation = stored(stores(), ANN);
        Run run = run(conversation, 1);
        Entry question = question(run, "What did I sell in July?");
        Entry answer = answer(run, "$1,234.50");
        stores().runs().begin(ANN, run, question);
        stores().runs().finish(ANN, run.id(), Run.State.COMPLETED, answer, List.of());

        assertThat(entries(reopen(), ANN, conversation.id())).containsExactly(question, answer);
    }

    @Test
    default void anUnknownConversationHasNoEntries() {
        assertThat(stores().entries().page(ANN, id(), null, 10)).isEqualTo(new Page<Entry>(List.of(), null));
        assertThat(stores().entries().latest(ANN, id(), 10)).isEmpty();
    }

    @Test
    default void keepsTheOrderOfSayingWhenTheClockGoesBack() {
        Conversation conversation = stored(stores(), ANN);
        completed(stores(), ANN, conversation, 100);
        completed(stores(), ANN, conversation, 50);
        completed(stores(), ANN, conversation, 50);

        assertThat(texts(stores().entries()
                        .page(ANN, conversation.id(), null, 10)
                        .items()))
                .containsExactly(
                        "question at 100",
                        "answer at 101",
                        "question at 50",
                        "answer at 51",
                        "question at 50",
                        "answer at 51");
    }

    @Test
    default void pagesThroughManyEntriesIncludingThoseAddedMeanwhile() {
        Conversation conversation = stored(stores(), ANN);
        List<String> expected = new ArrayList<>();
        for (int turn = 0; turn < 130; turn++) {
            completed(stores(), ANN, conversation, 10 * turn);
            expected.addAll(List.of("question at " + 10 * turn, "answer at " + (10 * turn + 1)));
        }

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<Entry> page = stores().entries().page(ANN, conversation.id(), cursor, 33);
            seen.addAll(texts(page.items()));
            cursor = page.next();
            if (cursor != null) {
                int second = 100_000 + seen.size();
                completed(stores(), ANN, conversation, second);
                expected.addAll(List.of("question at " + second, "answer at " + (second + 1)));
            }
        } while (cursor != null);

        assertThat(seen).hasSizeGreaterThan(260).isEqualTo(expected);
    }

    @Test
    default void givesTheLatestEntriesOldestOfThemFirst() {
        Conversation conversation = stored(stores(), ANN);
        completed(stores(), ANN, conversation, 10);
        begun(stores(), ANN, conversation, 20);

        assertThat(texts(stores().entries().latest(ANN, conversation.id(), 2)))
                .containsExactly("answer at 11", "question at 20");
        assertThat(texts(stores().entries().latest(ANN, conversation.id(), 500)))
                .containsExactly("question at 10", "answer at 11", "question at 20");
    }

    @Test
    default void refusesToReadMoreThanAHundredEntriesAtOnce() {
        Conversation conversation = stored(stores(), ANN);

        assertThat(stores().entries().page(ANN, conversation.id(), null, 100).items())
                .isEmpty();
        assertThatExceptionOfType(InvalidPage.class)
                .isThrownBy(() -> stores().entries().page(ANN, conversation.id(), null, 101))
                .withMessageContaining("100 or less");
    }

    @Test
    default void refusesToReadLessThanOneEntry() {
        Conversation conversation = stored(stores(), ANN);

        assertThatIllegalArgumentException().isThrownBy(() -> stores().entries().page(ANN, conversation.id(), null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> stores().entries().latest(ANN, conversation.id(), 0));
    }

    @Test
    default void keepsTimesToTheMillisecond() {
        Conversation conversation = stored(stores(), ANN);
        Run run = Run.begin(id(), conversation.id(), at(1).plusNanos(7_999_999), Samples.NODE);
        stores().runs().begin(ANN, run, question(run, "when?"));

        assertThat(entries(stores(), ANN, conversation.id()).getFirst().at()).isEqualTo(at(1).plusMillis(7));
    }

    private static List<String> texts(List<Entry> entries) {
        return entries.stream().map(Entry::text).toList();
    }
}
