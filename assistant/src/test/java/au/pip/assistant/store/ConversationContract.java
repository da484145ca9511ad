package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.begun;
import static au.pip.assistant.store.Samples.completed;
import static au.pip.assistant.store.Samples.conversation;
import static au.pip.assistant.store.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.assistant.Conversation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

interface ConversationContract extends OpenedStores {
    @Test
    default void keepsAConversation() {
        Conversation conversation = new Conversation(id(), "BAS, June quarter", at(1), at(2));

        stores().conversations().create(ANN, conversation);

        assertThat(reopen().conversations().find(ANN, conversation.id())).contains(conversation);
        assertThat(stores().conversations().find(ANN, id())).isEmpty();
    }

    @Test
    default void refusesASecondConversationOfTheSameId() {
        Conversation first = conversation("first", 0);
        stores().conversations().create(ANN, first);

        assertThatThrownBy(() ->
                        stores().conversations().create(ANN, new Conversation(first.id(), "second", at(5), at(5))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(stores().conversations().find(ANN, first.id())).contains(first);
    }

    @Test
    default void renamesAConversationAndTellsWhetherThereWasOne() {
        Conversation conversation = conversation("old", 0);
        stores().conversations().create(ANN, conversation);

        assertThat(stores().conversations().rename(ANN, conversation.id(), "new"))
                .isTrue();
        assertThat(stores().conversations().rename(ANN, conversation.id(), "new"))
                .isTrue();
        assertThat(stores().conversations().rename(ANN, id(), "new")).isFalse();

        assertThat(stores().conversations().find(ANN, conversation.id()))
                .contains(new Conversation(conversation.id(), "new", at(0), at(0)));
    }

    @Test
    default void listsTheConversationWithTheLatestEntryFirst() {
        Conversation first = conversation("first", 1);
        Conversation second = conversation("second", 2);
        Conversation third = conversation("third", 3);
        List.of(third, first, second).forEach(each -> stores().conversations().create(ANN, each));
        assertThat(titles(stores().conversations().page(ANN, null, 10))).containsExactly("third", "second", "first");

        begun(stores(), ANN, second, 10);
        assertThat(titles(stores().conversations().page(ANN, null, 10))).containsExactly("second", "third", "first");

        completed(stores(), ANN, first, 11);
        assertThat(titles(stores().conversations().page(ANN, null, 10))).containsExactly("first", "second", "third");
        assertThat(stores().conversations().find(ANN, first.id()).orElseThrow().updatedAt())
                .isEqualTo(at(12));
    }

    @Test
    default void anAccountWithoutConversationsHasOneEmptyPage() {
        assertThat(stores().conversations().page(ANN, null, 100)).isEqualTo(new Page<Conversation>(List.of(), null));
    }

    @Test
    default void givesNoCursorWhenAPageIsExactlyFull() {
        for (int second = 0; second < 6; second++) {
            stores().conversations().create(ANN, conversation("number " + second, second));
        }

        Page<Conversation> first = stores().conversations().page(ANN, null, 3);
        assertThat(titles(first)).containsExactly("number 5", "number 4", "number 3");
        assertThat(first.next()).isNotNull();

        Page<Conversation> second = stores().conversations().page(ANN, first.next(), 3);
        assertThat(titles(second)).containsExactly("number 2", "number 1", "number 0");
        assertThat(second.next()).isNull();
    }

    @Test
    default void pagesThroughManyConversationsWhileOthersAreAdded() {
        List<String> expected = new ArrayList<>();
        for (int second = 0; second < 260; second++) {
            Conversation conversation = conversation("number " + second, second);
            stores().conversations().create(ANN, conversation);
            expected.addFirst(conversation.id());
        }

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<Conversation> page = stores().conversations().page(ANN, cursor, 17);
            page.items().forEach(each -> seen.add(each.id()));
            cursor = page.next();
            stores().conversations().create(ANN, conversation("added meanwhile", 1000 + seen.size()));
        } while (cursor != null);

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    default void pagesThroughConversationsOfOneInstantWithoutLosingOrRepeatingAny() {
        List<String> expected = new ArrayList<>();
        for (int number = 0; number < 23; number++) {
            Conversation conversation = conversation("same time", 0);
            stores().conversations().create(ANN, conversation);
            expected.add(conversation.id());
        }

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<Conversation> page = stores().conversations().page(ANN, cursor, 5);
            page.items().forEach(each -> seen.add(each.id()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> titles(Page<Conversation> page) {
        return page.items().stream().map(Conversation::title).toList();
    }
}
