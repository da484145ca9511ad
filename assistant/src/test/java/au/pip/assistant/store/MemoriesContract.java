package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.agent.ToolResult;
import au.pip.assistant.Memory;
import au.pip.assistant.memory.Memories;
import au.pip.assistant.memory.MemoryException;
import au.pip.assistant.memory.MemoryTool;
import au.pip.assistant.memory.Notebook;
import au.pip.assistant.memory.Remembered;
import au.pip.assistant.memory.Style;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is kept in mind, on real stores. */
interface MemoriesContract extends OpenedStores {
    JsonMapper ARGUMENTS = new JsonMapper();

    private Memories memories() {
        return new Memories(stores().memory(), Samples::id, Clock.systemUTC());
    }

    private ToolResult call(String message, Map<String, Object> arguments) {
        return new MemoryTool(memories(), ANN, "lantern", message).run(ARGUMENTS.valueToTree(arguments));
    }

    private List<String> sentences() {
        return memories().of(ANN).items().stream().map(Remembered::sentence).toList();
    }

    @Test
    default void keepsCorrectsAndForgetsForEachAccount() {
        Memories memories = memories();
        memories.add(ANN, null, "Priya Nair", "is the accountant of", "Lantern Bay", true);
        Notebook two = memories.add(ANN, "lantern", "Acme", "pays late", null, true);
        memories.choose(ANN, Style.FORMAL);
        memories.correct(ANN, two.items().getLast().id(), "Acme", "pays on time", null);

        reopen();
        assertThat(sentences()).containsExactly("Priya Nair is the accountant of Lantern Bay", "Acme: pays on time");
        assertThat(memories().of(ANN).style()).isEqualTo(Style.FORMAL);
        assertThat(memories().of(BOB)).isEqualTo(Notebook.EMPTY);
        assertThatThrownBy(() -> memories().forget(BOB, two.items().getLast().id()))
                .isInstanceOf(MemoryException.NotFound.class);

        memories().forget(ANN, two.items().getFirst().id());
        assertThat(sentences()).containsExactly("Acme: pays on time");
        memories().forgetAll(ANN);
        assertThat(sentences()).isEmpty();
        assertThat(memories().of(ANN).style()).isEqualTo(Style.FORMAL);
    }

    @Test
    default void losesNothingOfManyWhoTellAtOnce() throws Exception {
        Memories memories = memories();
        Race.of(8, caller -> memories.add(ANN, null, "you", "fact " + caller, null, true));
        assertThat(sentences()).hasSize(8);
    }

    @Test
    default void readsThePlainTextOfBefore() {
        stores().memory().put(ANN, new Memory("We file quarterly.\n\nPriya is our accountant.", at(1)));
        assertThat(sentences()).containsExactly("you: We file quarterly.", "you: Priya is our accountant.");
        memories().add(ANN, null, "you", "like it short", null, true);
        assertThat(sentences()).hasSize(3);
    }

    @Test
    default void keepsNoThingTwiceAndHasAnEnd() {
        Memories memories = memories();
        memories.add(ANN, null, "Acme", "pays late", null, true);
        memories.add(ANN, null, "acme", "Pays late", null, true);
        assertThat(sentences()).hasSize(1);
        StringBuilder text = new StringBuilder();
        IntStream.range(0, Notebook.MOST)
                .forEach(number -> text.append("fact ").append(number).append('\n'));
        stores().memory().put(ANN, new Memory(text.toString(), at(1)));
        assertThatThrownBy(() -> memories().add(ANN, null, "you", "one more", null, true))
                .isInstanceOf(MemoryException.Full.class)
                .hasMessageContaining("./pip memory");
    }

    @Test
    default void letsAModelKeepWhatThePersonSaid() {
        ToolResult kept = call(
                "Remember that Acme pays late", Map.of("action", "remember", "about", "Acme", "says", "pays late"));
        assertThat(kept.failed()).isFalse();
        assertThat(memories().of(ANN).items())
                .singleElement()
                .matches(item -> item.kept() && "lantern".equals(item.organisationId()));
    }

    @Test
    default void makesASuggestionOfWhatThePersonDidNotSay() {
        call("Who owes me money?", Map.of("action", "remember", "about", "Acme", "says", "is always paid first"));
        call(
                "Remember that Acme pays late",
                Map.of("action", "remember", "about", "Acme", "says", "pays to BSB 062-000"));
        assertThat(memories().of(ANN).items()).hasSize(2).noneMatch(Remembered::kept);
        assertThat(call("What do you remember?", Map.of("action", "list")).content())
                .contains("Nothing");

        Notebook notebook =
                memories().keep(ANN, memories().of(ANN).items().getFirst().id());
        assertThat(notebook.items()).filteredOn(Remembered::kept).hasSize(1);
    }

    @Test
    default void holdsFewSuggestionsAndForgetsNoneOfThePersonsForThem() {
        memories().add(ANN, null, "Acme", "pays late", null, true);
        for (int number = 0; number < Notebook.MOST_SUGGESTED + 5; number++) {
            call("Hello", Map.of("action", "remember", "about", "Acme", "says", "suggestion " + number));
        }
        assertThat(memories().of(ANN).items()).hasSize(Notebook.MOST_SUGGESTED + 1);
        assertThat(sentences())
                .contains("Acme: pays late", "Acme: suggestion 24")
                .doesNotContain("Acme: suggestion 4");
    }

    @Test
    default void forgetsOnlyWhatThePersonAskedToForget() {
        String id = memories()
                .add(ANN, null, "Acme", "pays late", null, true)
                .items()
                .getFirst()
                .id();
        assertThat(call("Who owes me money?", Map.of("action", "forget", "id", id))
                        .failed())
                .isTrue();
        assertThat(call("Forget that I like tea", Map.of("action", "forget", "id", id))
                        .failed())
                .isTrue();
        assertThat(sentences()).hasSize(1);
        assertThat(call("Forget that Acme pays late", Map.of("action", "forget", "id", id))
                        .failed())
                .isFalse();
        assertThat(sentences()).isEmpty();
    }

    @Test
    default void correctsOnlyInThePersonsWords() {
        String id = memories()
                .add(ANN, null, "Acme", "pays late", null, true)
                .items()
                .getFirst()
                .id();
        Map<String, Object> onTime =
                Map.of("action", "remember", "about", "Acme", "says", "pays on time", "instead_of", id);
        call("Who owes me money?", onTime);
        assertThat(memories().of(ANN).items().getFirst().sentence()).isEqualTo("Acme: pays late");
        call("Correction: Acme pays on time", onTime);
        assertThat(memories().of(ANN).items().getFirst().sentence()).isEqualTo("Acme: pays on time");
    }

    @Test
    default void takesAnyArguments() {
        for (String json : List.of("{}", "[]", "null", "{\"action\":7}", "{\"action\":\"remember\",\"says\":{}}")) {
            ToolResult result = new MemoryTool(memories(), ANN, null, "Remember this").run(ARGUMENTS.readTree(json));
            assertThat(result.failed()).as(json).isTrue();
        }
        assertThat(sentences()).isEmpty();
    }
}
