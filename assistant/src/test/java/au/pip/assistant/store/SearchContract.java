package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.answer;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.id;
import static au.pip.assistant.store.Samples.question;
import static au.pip.assistant.store.Samples.run;
import static au.pip.assistant.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.FoundEntry;
import au.pip.assistant.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Finding entries again; what counts as a word is {@link SearchWordsContract}'s. */
interface SearchContract extends OpenedStores {
    @Test
    default void findsQuestionsAndAnswersWithTheirConversations() {
        Conversation first = stored(stores(), ANN);
        Conversation second = stored(stores(), ANN);
        FoundEntry answer = said(ANN, first, 10, "Who owes me?", "Ridgeway owes you $1,234.50.");
        FoundEntry other = said(ANN, second, 20, "And Ridgeway's bank?", "None is known.");
        FoundEntry question = new FoundEntry(
                second.id(), Samples.entries(stores(), ANN, second.id()).getFirst());

        reopen();
        assertThat(found("ridgeway")).containsExactly(question, answer);
        assertThat(found("none known")).containsExactly(other);
        assertThat(stores().entries().search(ANN, "1,234.50", null, 10)).isEqualTo(new Page<>(List.of(answer), null));
    }

    @Test
    default void findsAQuestionThatIsBeingAnswered() {
        Conversation conversation = stored(stores(), ANN);
        Run run = run(conversation, 10);
        Entry question = question(run, "How much super is due?");
        stores().runs().begin(ANN, run, question);

        assertThat(found("super")).containsExactly(new FoundEntry(conversation.id(), question));
    }

    @Test
    default void findsNothingThatWasNotSaid() {
        Conversation conversation = stored(stores(), ANN);
        said(ANN, conversation, 10, "Who owes me?", "Ridgeway");
        Run busy = Samples.begun(stores(), ANN, conversation, 30);
        Run refused = run(conversation, 40);
        stores().runs().begin(ANN, refused, question(refused, "refused"));
        stores().runs().finish(ANN, busy.id(), Run.State.FAILED, answer(busy, "…"), List.of());
        stores().runs().finish(ANN, busy.id(), Run.State.FAILED, answer(busy, "late"), List.of());

        for (String query : List.of("nobody", "ridgeway nobody", "July", "pieces", "refused", "late", "sandbox")) {
            assertThat(found(query)).as(query).isEmpty();
        }
        assertThat(stores().entries().search(BOB, "ridgeway", null, 10))
                .isEqualTo(new Page<FoundEntry>(List.of(), null));
    }

    @Test
    default void findsTheEntriesOfTheAccountAlone() {
        FoundEntry anns = said(ANN, stored(stores(), ANN), 10, "?", "ridgeway of ann");
        FoundEntry bobs = said(BOB, stored(stores(), BOB), 20, "?", "ridgeway of bob");

        assertThat(found("ridgeway")).containsExactly(anns);
        assertThat(Pages.all(cursor -> stores().entries().search(BOB, "ridgeway", cursor, 10)))
                .containsExactly(bobs);
        assertThat(found("bob")).isEmpty();
    }

    @Test
    default void givesTheLatestFirstWhateverTheOrderOfSaying() {
        Conversation first = stored(stores(), ANN);
        Conversation second = stored(stores(), ANN);
        FoundEntry middle = said(ANN, first, 50, "?", "gst middle");
        FoundEntry latest = said(ANN, second, 90, "?", "gst latest");
        FoundEntry oldest = said(ANN, first, 10, "?", "gst oldest");

        assertThat(found("gst")).containsExactly(latest, middle, oldest);
    }

    @Test
    default void pagesThroughWhatItFindsWhileMoreIsSaid() {
        List<FoundEntry> expected = new ArrayList<>();
        List<Conversation> conversations =
                IntStream.range(0, 3).mapToObj(number -> stored(stores(), ANN)).toList();
        for (int turn = 0; turn < 90; turn++) {
            FoundEntry said =
                    said(ANN, conversations.get(turn % 3), turn % 4, "Turn?", turn % 2 == 0 ? "GST due" : "no");
            if (turn % 2 == 0) {
                expected.add(said);
            }
        }
        expected.sort(Comparator.comparing((FoundEntry each) -> each.entry().at())
                .thenComparing(each -> each.entry().id(), Bytewise.ORDER)
                .reversed());

        List<FoundEntry> seen = Pages.all(cursor -> {
            Page<FoundEntry> page = stores().entries().search(ANN, "gst", cursor, 4);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(4);
            said(ANN, conversations.getFirst(), 1000, "Turn?", "GST later");
            return page;
        });

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    default void pagesThroughWhatMostEntriesDoNotHave() {
        Conversation conversation = stored(stores(), ANN);
        List<FoundEntry> expected = new ArrayList<>();
        for (int turn = 0; turn < 150; turn++) {
            FoundEntry said = said(ANN, conversation, 10 * turn, "common", turn % 50 == 7 ? "common rare" : "common");
            if (turn % 50 == 7) {
                expected.addFirst(said);
            }
        }

        assertThat(Pages.all(cursor -> stores().entries().search(ANN, "rare common", cursor, 1)))
                .isEqualTo(expected);
        assertThat(Pages.all(cursor -> stores().entries().search(ANN, "comm", cursor, 100)))
                .hasSize(300);
    }

    @Test
    default void findsWhatManyWordsOfOneQueryHave() {
        String words =
                IntStream.range(0, 100).mapToObj(number -> "word" + number).collect(Collectors.joining(" "));
        FoundEntry said = said(ANN, stored(stores(), ANN), 10, "?", words);

        assertThat(found(words)).containsExactly(said);
        assertThat(found(words + " " + words)).containsExactly(said);
        assertThat(found(words + " another")).isEmpty();
    }

    @Test
    default void findsTheWordsOfALongTextUpToABound() {
        String distinct = IntStream.range(0, 2_010).mapToObj("w%05d"::formatted).collect(Collectors.joining(" "));
        String repeated = "GST and super, ".repeat(70_000) + "ridgeway";
        Conversation conversation = stored(stores(), ANN);
        FoundEntry first = said(ANN, conversation, 10, "?", distinct);
        FoundEntry second = said(ANN, conversation, 20, "?", repeated);

        assertThat(found("w00000")).containsExactly(first);
        assertThat(found("w01999")).containsExactly(first);
        assertThat(found("w02000")).isEmpty();
        assertThat(found("ridgeway")).containsExactly(second);
        assertThat(found("super gst")).containsExactly(second);
    }

    @Test
    default void findsAnEntryOnceThoughItHasAWordOften() {
        FoundEntry said = said(ANN, stored(stores(), ANN), 10, "?", "gst gsts gstr gst GST Gst");

        assertThat(found("gst")).containsExactly(said);
        assertThat(Pages.all(cursor -> stores().entries().search(ANN, "gst g gs", cursor, 1)))
                .containsExactly(said);
    }

    /** The answer as it is found. */
    private FoundEntry said(AccountId account, Conversation conversation, long second, String asked, String answered) {
        Run run = run(conversation, second);
        stores().runs().begin(account, run, question(run, asked));
        Entry answer = new Entry(id(), Entry.Kind.ANSWER, run.id(), answered, "{\"pieces\":[]}", at(second));
        stores().runs().finish(account, run.id(), Run.State.COMPLETED, answer, List.of());
        return new FoundEntry(conversation.id(), answer);
    }

    private List<FoundEntry> found(String query) {
        return Pages.all(cursor -> stores().entries().search(ANN, query, cursor, 3));
    }
}
