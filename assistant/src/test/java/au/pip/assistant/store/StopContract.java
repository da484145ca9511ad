package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.answer;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.begun;
import static au.pip.assistant.store.Samples.completed;
import static au.pip.assistant.store.Samples.entries;
import static au.pip.assistant.store.Samples.id;
import static au.pip.assistant.store.Samples.question;
import static au.pip.assistant.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Conversation;
import au.pip.assistant.Run;
import au.pip.assistant.store.RunStore.Begin;
import au.pip.assistant.store.RunStore.Owned;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which node answers, and how it hears on another node's behalf that it is to stop. */
interface StopContract extends OpenedStores {
    @Test
    default void keepsWhichNodeAnswers() {
        Conversation conversation = stored(stores(), ANN);
        Run run = Run.begin(id(), conversation.id(), at(1), "node 2 of é");
        stores().runs().begin(ANN, run, question(run, "?"));

        assertThat(reopen().runs().find(ANN, run.id())).contains(run);
        assertThat(stores().runs().unfinished()).containsExactly(new Owned(ANN, run));
    }

    @Test
    default void whoeverLooksSeesThatARunIsToStop() {
        Run run = begun(stores(), ANN, stored(stores(), ANN), 5);
        Run other = begun(stores(), ANN, stored(stores(), ANN), 6);
        Run toStop = new Run(run.id(), run.conversationId(), Run.State.RUNNING, run.startedAt(), run.node(), true);

        assertThat(stores().runs().askToStop(ANN, run.id())).isTrue();
        assertThat(stores().runs().askToStop(ANN, run.id())).isTrue();

        assertThat(reopen().runs().find(ANN, run.id())).contains(toStop);
        assertThat(stores().runs().find(ANN, other.id())).contains(other);
        assertThat(stores().runs().unfinished()).containsExactly(new Owned(ANN, toStop), new Owned(ANN, other));
    }

    @Test
    default void aRunThatIsToStopGoesOnUntilItIsFinished() {
        Conversation conversation = stored(stores(), ANN);
        Run run = begun(stores(), ANN, conversation, 5);
        stores().runs().askToStop(ANN, run.id());

        Run next = Samples.run(conversation, 60);
        assertThat(stores().runs().begin(ANN, next, question(next, "and?"))).isEqualTo(new Begin.Busy(run.id()));

        assertThat(stores().runs().finish(ANN, run.id(), Run.State.STOPPED, answer(run, "so far"), List.of()))
                .isTrue();
        assertThat(stores().runs().find(ANN, run.id()))
                .contains(new Run(run.id(), conversation.id(), Run.State.STOPPED, at(5), run.node(), true));
        assertThat(entries(stores(), ANN, conversation.id())).hasSize(2);
    }

    @Test
    default void aRunThatHasEndedIsNotAskedToStop() {
        Run run = completed(stores(), ANN, stored(stores(), ANN), 5);

        assertThat(stores().runs().askToStop(ANN, run.id())).isFalse();
        assertThat(stores().runs().askToStop(ANN, id())).isFalse();

        assertThat(stores().runs().find(ANN, run.id()).orElseThrow().stopAsked())
                .isFalse();
    }

    @Test
    default void askingToStopAndFinishingAtOnceLeavesAnEndedRun() throws Exception {
        Conversation conversation = stored(stores(), ANN);
        Run run = begun(stores(), ANN, conversation, 5);

        List<Boolean> outcomes = Race.of(
                20,
                caller -> caller == 10
                        ? stores().runs().finish(ANN, run.id(), Run.State.COMPLETED, answer(run, "done"), List.of())
                        : stores().runs().askToStop(ANN, run.id()));

        assertThat(outcomes.get(10)).isTrue();
        assertThat(stores().runs().find(ANN, run.id()).orElseThrow().state()).isEqualTo(Run.State.COMPLETED);
        assertThat(stores().runs().unfinished()).isEmpty();
        assertThat(stores().runs().askToStop(ANN, run.id())).isFalse();
    }
}
