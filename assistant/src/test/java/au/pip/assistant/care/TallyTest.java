package au.pip.assistant.care;

import static au.pip.assistant.care.SampleRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.store.Field;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static Tally tally(List<Row> rows) {
        return Tally.of(rows::forEach, "counting", Progress.NONE);
    }

    @Test
    void doesNotDependOnTheOrder() {
        List<Row> shuffled = new ArrayList<>(SampleRows.some());
        Collections.shuffle(shuffled, new Random(7));
        assertThat(tally(shuffled)).isEqualTo(tally(SampleRows.some()));
    }

    @Test
    void countsEachNoun() {
        Tally tally = tally(SampleRows.of(2, 3, 4));
        assertThat(tally.part(Noun.ACCOUNT).rows()).isEqualTo(2);
        assertThat(tally.part(Noun.CONVERSATION).rows()).isEqualTo(6);
        assertThat(tally.part(Noun.RUN).rows()).isEqualTo(24);
        assertThat(tally.rows()).isEqualTo(SampleRows.of(2, 3, 4).size());
        assertThat(Noun.values())
                .allSatisfy(noun -> assertThat(tally.part(noun).rows()).isPositive());
    }

    @Test
    void changesWithEachValueOfEachNoun() {
        for (Row row : SampleRows.some()) {
            Tally whole = tally(List.of(row));
            for (int place = 0; place < row.values().size(); place++) {
                List<Object> values = new ArrayList<>(row.values());
                Object other = other(row.noun().fields().get(place), values.get(place));
                values.set(place, other);
                assertThat(tally(List.of(new Row(row.noun(), values))))
                        .as("%s, value %d", row.noun(), place)
                        .isNotEqualTo(whole);
            }
        }
    }

    private static Object other(Field field, Object value) {
        return switch (value) {
            case String text -> text + " ";
            case Long number -> number + 1;
            case null, default -> field.type() == Field.Type.TEXT ? "" : 0L;
        };
    }

    @Test
    void tellsOneRowTwiceFromTwoRowsAndFromNone() {
        Row one = row(Noun.ACCOUNT, "a", "A", 1L);
        Row two = row(Noun.ACCOUNT, "b", "A", 1L);
        assertThat(tally(List.of(one, one))).isNotEqualTo(tally(List.of(one, two)));
        assertThat(tally(List.of(one, one)).part(Noun.ACCOUNT).digest())
                .isNotEqualTo(tally(List.of()).part(Noun.ACCOUNT).digest());
    }

    @Property(tries = 300)
    void takesNoTwoPairsOfTextsForOne(@ForAll String a, @ForAll String b, @ForAll String c, @ForAll String d) {
        boolean same = a.equals(c) && b.equals(d);
        assertThat(memory(a, b).equals(memory(c, d))).isEqualTo(same);
        assertThat(memory(a + b, "")).matches(tally -> tally.equals(memory(a, b)) == b.isEmpty());
    }

    private static Tally memory(String account, String text) {
        return tally(List.of(row(Noun.MEMORY, account, text, 1L)));
    }

    @Test
    void namesTheNounsThatDiffer() {
        List<Row> fewer = SampleRows.some().stream()
                .filter(row ->
                        row.noun() != Noun.JOB || !Objects.equals(row.key().getLast(), "job-2"))
                .toList();
        assertThat(tally(SampleRows.some()).differences(tally(fewer))).containsExactly(Noun.JOB);
    }
}
