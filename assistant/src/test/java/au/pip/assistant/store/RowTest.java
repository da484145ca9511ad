package au.pip.assistant.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowTest {
    private static final List<Object> CONVERSATION = Arrays.asList("ann", "c-1", "title", 1L, 2L, null, null);

    @Test
    void givesItsValuesByName() {
        Row row = new Row(Noun.CONVERSATION, CONVERSATION);

        assertThat(row.text("title")).isEqualTo("title");
        assertThat(row.number("updated_at")).isEqualTo(2);
        assertThat(row.value("summary")).isNull();
        assertThat(row.key()).containsExactly("ann", "c-1");
    }

    @Test
    void hasNumbersInItsKeyWhereTheNounHas() {
        Row event = new Row(Noun.RUN_EVENT, List.of("ann", "r-1", 7L, "text", "{}"));

        assertThat(event.key()).containsExactly("ann", "r-1", 7L);
    }

    @Test
    void refusesTooFewOrTooManyValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Row(Noun.CONVERSATION, CONVERSATION.subList(0, 6)))
                .withMessage("A row of conversation has 7 values, not 6.");
        List<Object> more = new ArrayList<>(CONVERSATION);
        more.add("one more");
        assertThatIllegalArgumentException().isThrownBy(() -> new Row(Noun.CONVERSATION, more));
    }

    @Test
    void refusesAValueOfAnotherKind() {
        for (Object value : Arrays.asList(1L, 1, 1.0, null, true)) {
            assertThatIllegalArgumentException()
                    .as("title: " + value)
                    .isThrownBy(() -> new Row(Noun.CONVERSATION, with(2, value)))
                    .withMessage("The value of conversation.title is not one of its kind.");
        }
        for (Object value : Arrays.asList("1", 1, null)) {
            assertThatIllegalArgumentException()
                    .as("created_at: " + value)
                    .isThrownBy(() -> new Row(Noun.CONVERSATION, with(3, value)));
        }
        assertThat(new Row(Noun.CONVERSATION, with(5, "{}")).text("summary")).isEqualTo("{}");
    }

    @Test
    void tellsWhenItHasNoSuchText() {
        Row row = new Row(Noun.CONVERSATION, CONVERSATION);

        assertThatIllegalArgumentException().isThrownBy(() -> row.text("created_at"));
        assertThatIllegalArgumentException().isThrownBy(() -> row.text("summary"));
        assertThatIllegalArgumentException().isThrownBy(() -> row.text("nothing"));
        assertThatIllegalArgumentException().isThrownBy(() -> row.number("title"));
        assertThatIllegalArgumentException().isThrownBy(() -> row.value("nothing"));
    }

    @Test
    void makesAnotherOfItselfWithOneValueChanged() {
        Row row = new Row(Noun.CONVERSATION, CONVERSATION);

        assertThat(row.with("title", "another").values()).isEqualTo(with(2, "another"));
        assertThat(row.with("summary", "{}").with("summary", null)).isEqualTo(row);
        assertThat(row.text("title")).isEqualTo("title");
        assertThatIllegalArgumentException().isThrownBy(() -> row.with("nothing", 1L));
        assertThatIllegalArgumentException().isThrownBy(() -> row.with("title", null));
        assertThatIllegalArgumentException().isThrownBy(() -> row.with("title", 1L));
    }

    @Test
    void isNotChangedThroughTheListItWasMadeOf() {
        List<Object> values = new ArrayList<>(CONVERSATION);
        Row row = new Row(Noun.CONVERSATION, values);

        values.set(2, "another");

        assertThat(row).isEqualTo(new Row(Noun.CONVERSATION, CONVERSATION));
    }

    @ParameterizedTest
    @EnumSource
    void aNounsKeyComesFirstAndBeginsWithTheAccount(Noun noun) {
        List<Boolean> keys = noun.fields().stream().map(Field::key).toList();

        assertThat(noun.fields().getFirst().name()).isEqualTo("account_id");
        assertThat(keys).isSortedAccordingTo((one, other) -> Boolean.compare(other, one));
        assertThat(noun.fields()).extracting(Field::name).doesNotHaveDuplicates();
        assertThat(noun.fields()).noneMatch(field -> field.key() && field.optional());
    }

    private static List<Object> with(int place, Object value) {
        List<Object> values = new ArrayList<>(CONVERSATION);
        values.set(place, value);
        return values;
    }
}
