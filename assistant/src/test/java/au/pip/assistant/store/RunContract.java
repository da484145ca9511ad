package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.answer;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.begun;
import static au.pip.assistant.store.Samples.completed;
import static au.pip.assistant.store.Samples.conversation;
import static au.pip.assistant.store.Samples.entries;
import static au.pip.assistant.store.Samples.id;
import static au.pip.assistant.store.Samples.question;
import static au.pip.assistant.store.Samples.run;
import static au.pip.assistant.store.Samples.stored;
import static au.pip.assistant.store.Samples.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.store.RunStore.Begin;
import au.pip.assistant.store.RunStore.Owned;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

interface RunContract extends OpenedStores {
    @Test
    default void beginStoresTheQuestionAndTheRun() {
        Conversation conversation = stored(stores(), ANN);
        Run run = run(conversation, 5);
        Entry question = question(run, "What is owed to me?");

        assertThat(stores().runs().begin(ANN, run, question)).isEqualTo(new Begin.Begun());

        assertThat(reopen().runs().find(ANN, run.id())).contains(run);
        assertThat(stores().runs().find(ANN, id())).isEmpty();
        assertThat(stores().runs().answer(ANN, run.id())).isEmpty();
        assertThat(entries(stores(), ANN, conversation.id())).containsExactly(question);
        assertThat(updatedAt(conversation)).isEqualTo(at(5).toString());
    }

    @Test
    default void beginInAnUnknownConversationWritesNothing() {
        Run run = run(conversation("never stored", 0), 5);

        assertThat(stores().runs().begin(ANN, run, question(run, "hello?"))).isEqualTo(new Begin.NoConversation());

        assertThat(stores().runs().find(ANN, run.id())).isEmpty();
        assertThat(stores().runs().unfinished()).isEmpty();
        assertThat(entries(stores(), ANN, run.conversationId())).isEmpty();
    }

    @Test
    default void aRepeatedQuestionAnswersWithWhatIsThereAndWritesNothing() {
        Conversation conversation = stored(stores(), ANN);
        Run first = run(conversation, 5);
        Entry question = question(first, "once only");
        stores().runs().begin(ANN, first, question);
        Begin.Repeated repeated = new Begin.Repeated(first.id(), "once only");

        Run second = run(conversation, 60);
        Entry again = new Entry(question.id(), Entry.Kind.QUESTION, second.id(), "other words", "{}", at(60));
        assertThat(stores().runs().begin(ANN, second, again)).isEqualTo(repeated);

        stores().runs().finish(ANN, first.id(), Run.State.COMPLETED, answer(first, "yes"), List.of());
        assertThat(stores().runs().begin(ANN, second, again)).isEqualTo(repeated);

        assertThat(stores().runs().find(ANN, second.id())).isEmpty();
        assertThat(entries(stores(), ANN, conversation.id())).hasSize(2).contains(question);
        assertThat(updatedAt(conversation)).isEqualTo(at(6).toString());
    }

    @Test
    default void aQuestionsIdIsTakenInEveryOtherConversation() {
        Run first = run(stored(stores(), ANN), 5);
        Entry question = question(first, "once only");
        stores().runs().begin(ANN, first, question);

        Conversation other = stored(stores(), ANN);
        Run second = run(other, 60);
        Entry again = new Entry(question.id(), Entry.Kind.QUESTION, second.id(), "once only", "{}", at(60));

        assertThat(stores().runs().begin(ANN, second, again)).isEqualTo(new Begin.Taken());
        assertThat(entries(stores(), ANN, other.id())).isEmpty();
    }

    @Test
    default void aQuestionMayBearTheIdOfAnAnswer() {
        Conversation conversation = stored(stores(), ANN);
        Run first = begun(stores(), ANN, conversation, 5);
        Entry answer = answer(first, "done");
        stores().runs().finish(ANN, first.id(), Run.State.COMPLETED, answer, List.of());

        Run second = run(conversation, 60);
        Entry sameId = new Entry(answer.id(), Entry.Kind.QUESTION, second.id(), "next", "{}", at(60));

        assertThat(stores().runs().begin(ANN, second, sameId)).isEqualTo(new Begin.Begun());
    }

    @Test
    default void anotherRunOfTheConversationHasToWait() {
        Conversation conversation = stored(stores(), ANN);
        Run going = begun(stores(), ANN, conversation, 5);

        Run second = run(conversation, 60);
        assertThat(stores().runs().begin(ANN, second, question(second, "and?"))).isEqualTo(new Begin.Busy(going.id()));

        assertThat(stores().runs().find(ANN, second.id())).isEmpty();
        assertThat(entries(stores(), ANN, conversation.id())).hasSize(1);
        assertThat(updatedAt(conversation)).isEqualTo(at(5).toString());

        stores().runs().finish(ANN, going.id(), Run.State.STOPPED, answer(going, "stopped"), List.of());
        assertThat(stores().runs().begin(ANN, second, question(second, "and?"))).isEqualTo(new Begin.Begun());
    }

    @ParameterizedTest
    @EnumSource(value = Run.State.class, mode = EnumSource.Mode.EXCLUDE, names = "RUNNING")
    default void finishStoresTheAnswerTheStateAndTheUsage(Run.State state) {
        Conversation conversation = stored(stores(), ANN);
        Run run = begun(stores(), ANN, conversation, 5);
        Entry answer = answer(run, "$10.00");

        assertThat(stores().runs().finish(ANN, run.id(), state, answer, List.of(usage(run, "m", "0.5"))))
                .isTrue();

        reopen();
        assertThat(stores().runs().find(ANN, run.id()))
                .contains(new Run(run.id(), conversation.id(), state, run.startedAt(), run.node(), false));
        assertThat(stores().runs().answer(ANN, run.id())).contains(answer);
        assertThat(entries(stores(), ANN, conversation.id())).hasSize(2).endsWith(answer);
        assertThat(stores().usage().ofConversation(ANN, conversation.id())).hasSize(1);
        assertThat(updatedAt(conversation)).isEqualTo(answer.at().toString());
    }

    @Test
    default void aSecondFinishChangesNothing() {
        Conversation conversation = stored(stores(), ANN);
        Run run = begun(stores(), ANN, conversation, 5);
        Entry answer = answer(run, "first");
        stores().runs().finish(ANN, run.id(), Run.State.COMPLETED, answer, List.of(usage(run, "m", "0.5")));

        Entry late = new Entry(id(), Entry.Kind.ANSWER, run.id(), "second", "{}", at(900));
        assertThat(stores().runs().finish(ANN, run.id(), Run.State.FAILED, late, List.of(usage(run, "m", "0.5"))))
                .isFalse();

        assertThat(stores().runs().find(ANN, run.id()).orElseThrow().state()).isEqualTo(Run.State.COMPLETED);
        assertThat(stores().runs().answer(ANN, run.id())).contains(answer);
        assertThat(stores().usage()
                        .ofConversation(ANN, conversation.id())
                        .getFirst()
                        .knownCostUsd())
                .isEqualByComparingTo("0.5");
        assertThat(updatedAt(conversation)).isEqualTo(answer.at().toString());
    }

    @Test
    default void finishOfAnUnknownRunChangesNothing() {
        Run run = run(stored(stores(), ANN), 5);

        assertThat(stores().runs().finish(ANN, run.id(), Run.State.FAILED, answer(run, "?"), List.of()))
                .isFalse();
        assertThat(stores().runs().answer(ANN, run.id())).isEmpty();
    }

    @Test
    default void refusesRowsThatDoNotBelongTogetherAndWritesNothing() {
        Conversation conversation = stored(stores(), ANN);
        Run going = begun(stores(), ANN, conversation, 5);
        Run stranger = run(conversation, 60);
        RunStore runs = stores().runs();

        assertThatIllegalArgumentException()
                .as("a question of another run")
                .isThrownBy(() -> runs.begin(ANN, stranger, question(going, "?")));
        assertThatIllegalArgumentException()
                .as("an answer for a question")
                .isThrownBy(() -> runs.begin(ANN, stranger, answer(stranger, "?")));
        assertThatIllegalArgumentException()
                .as("a run that has ended before it began")
                .isThrownBy(() -> runs.begin(
                        ANN,
                        new Run(stranger.id(), conversation.id(), Run.State.COMPLETED, at(60), Samples.NODE, false),
                        question(stranger, "?")));
        assertThatIllegalArgumentException()
                .as("an answer of another run")
                .isThrownBy(() -> runs.finish(ANN, going.id(), Run.State.COMPLETED, answer(stranger, "?"), List.of()));
        assertThatIllegalArgumentException()
                .as("an end that is none")
                .isThrownBy(() -> runs.finish(ANN, going.id(), Run.State.RUNNING, answer(going, "?"), List.of()));
        assertThatIllegalArgumentException()
                .as("usage of another run, after one that belongs")
                .isThrownBy(() -> runs.finish(
                        ANN,
                        going.id(),
                        Run.State.COMPLETED,
                        answer(going, "?"),
                        List.of(usage(going, "m", "1"), usage(stranger, "m", "1"))));

        assertThat(runs.find(ANN, going.id())).contains(going);
        assertThat(runs.find(ANN, stranger.id())).isEmpty();
        assertThat(entries(stores(), ANN, conversation.id())).hasSize(1);
        assertThat(stores().usage().ofConversation(ANN, conversation.id())).isEmpty();
    }

    @Test
    default void refusesARunWhoseIdIsTaken() {
        Run first = completed(stores(), ANN, stored(stores(), ANN), 5);
        Conversation other = stored(stores(), ANN);
        Run sameId = Run.begin(first.id(), other.id(), at(60), Samples.NODE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> stores().runs().begin(ANN, sameId, question(sameId, "?")));
        assertThat(entries(stores(), ANN, other.id())).isEmpty();
    }

    @Test
    default void tellsWhatTheLastProcessLeftUnfinishedOldestFirst() {
        Run second = begun(stores(), ANN, stored(stores(), ANN), 20);
        Run first = begun(stores(), BOB, stored(stores(), BOB), 10);
        Run third = begun(stores(), ANN, stored(stores(), ANN), 30);
        completed(stores(), ANN, stored(stores(), ANN), 5);

        assertThat(reopen().runs().unfinished())
                .containsExactly(new Owned(BOB, first), new Owned(ANN, second), new Owned(ANN, third));

        stores().runs().finish(ANN, second.id(), Run.State.INTERRUPTED, answer(second, "interrupted"), List.of());
        assertThat(reopen().runs().unfinished()).containsExactly(new Owned(BOB, first), new Owned(ANN, third));
    }

    private String updatedAt(Conversation conversation) {
        return stores().conversations()
                .find(ANN, conversation.id())
                .orElseThrow()
                .updatedAt()
                .toString();
    }
}
