package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.completed;
import static au.pip.assistant.store.Samples.conversation;
import static au.pip.assistant.store.Samples.conversations;
import static au.pip.assistant.store.Samples.entries;
import static au.pip.assistant.store.Samples.id;
import static au.pip.assistant.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Summary;
import java.util.List;
import org.junit.jupiter.api.Test;

interface SummaryContract extends OpenedStores {
    @Test
    default void keepsTheLastSummaryOfEachConversation() {
        Conversation conversation = stored(stores(), ANN);
        Conversation other = stored(stores(), ANN);
        Summary first = new Summary("{\"text\":\"July\"}", id());
        Summary second = new Summary("{\"text\":\"July, August\"}", id());
        assertThat(stores().conversations().summary(ANN, conversation.id())).isEmpty();

        assertThat(stores().conversations().summarise(ANN, conversation.id(), first))
                .isTrue();
        assertThat(reopen().conversations().summary(ANN, conversation.id())).contains(first);

        assertThat(stores().conversations().summarise(ANN, conversation.id(), second))
                .isTrue();
        assertThat(reopen().conversations().summary(ANN, conversation.id())).contains(second);
        assertThat(stores().conversations().summary(ANN, other.id())).isEmpty();
    }

    @Test
    default void keepsNoSummaryOfAConversationThatThereIsNot() {
        String unknown = id();

        assertThat(stores().conversations().summarise(ANN, unknown, new Summary("{}", id())))
                .isFalse();

        assertThat(stores().conversations().summary(ANN, unknown)).isEmpty();
        assertThat(stores().conversations().find(ANN, unknown)).isEmpty();
    }

    @Test
    default void aSummaryChangesNothingElse() {
        Conversation first = conversation("first", 1);
        Conversation second = conversation("second", 2);
        List.of(first, second).forEach(each -> stores().conversations().create(ANN, each));
        completed(stores(), ANN, first, 10);
        completed(stores(), ANN, second, 20);
        List<Conversation> before = conversations(stores(), ANN);
        List<Entry> said = entries(stores(), ANN, first.id());

        stores().conversations()
                .summarise(ANN, first.id(), new Summary("{}", said.getFirst().id()));

        assertThat(conversations(stores(), ANN)).isEqualTo(before);
        assertThat(entries(stores(), ANN, first.id())).isEqualTo(said);
    }

    @Test
    default void nothingElseChangesASummary() {
        Conversation conversation = stored(stores(), ANN);
        Summary summary = new Summary("{\"text\":\"so far\"}", id());
        stores().conversations().summarise(ANN, conversation.id(), summary);

        completed(stores(), ANN, conversation, 10);
        stores().conversations().rename(ANN, conversation.id(), "another title");

        assertThat(stores().conversations().summary(ANN, conversation.id())).contains(summary);
        assertThat(stores().conversations().find(ANN, conversation.id()))
                .contains(new Conversation(conversation.id(), "another title", at(0), at(11)));
    }
}
