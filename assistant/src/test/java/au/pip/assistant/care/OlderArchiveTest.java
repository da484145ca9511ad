package au.pip.assistant.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A backup that a Pip made before connections had sign-ins: {@code SampleRows.of(2, 2, 2)} as they were then. */
class OlderArchiveTest {
    @TempDir
    private Path folder;

    private static Path older() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(OlderArchiveTest.class.getResource("before-sign-ins.backup"))
                .toURI());
    }

    @Test
    void givesItsRowsAsTheyAreKeptToday() throws Exception {
        Archive archive = Archive.checked(older(), Progress.NONE);
        List<Row> rows = new ArrayList<>();
        archive.read(rows::add);

        assertThat(rows.stream().filter(OlderArchiveTest::isUnchanged).toList())
                .isEqualTo(SampleRows.of(2, 2, 2).stream()
                        .filter(OlderArchiveTest::isUnchanged)
                        .toList());
        assertThat(rows)
                .filteredOn(row -> row.noun() == Noun.CONNECTION)
                .hasSize(2)
                .allSatisfy(row -> {
                    assertThat(row.text("organisation_id")).isEqualTo("organisation");
                    assertThat(row.number("updated_at")).isEqualTo(1_780_000_000_128L);
                    assertThat(row.value("sign_in_id")).isNull();
                    assertThat(row.value("link_id")).isNull();
                    assertThat(row.value("chosen_at")).isNull();
                });
        assertThat(archive.tally()).isEqualTo(Tally.of(rows::forEach, "", Progress.NONE));
    }

    @Test
    void refusesItWhenAByteWasChanged() throws Exception {
        byte[] bytes = Files.readAllBytes(older());
        bytes[bytes.length / 2] ^= 1;
        Path changed = Files.write(folder.resolve("changed"), bytes);

        assertThatThrownBy(() -> Archive.checked(changed, Progress.NONE)).isInstanceOf(CareException.class);
    }

    @Test
    void aShapeIsOneThatCanBecomeTodaysRows() {
        String all = nouns(Noun.CONNECTION, "");
        assertThat(shape(all)).isNotNull().extracting(ArchiveShape::isOlder).isEqualTo(false);
        assertThat(shape(nouns(Noun.CONNECTION, "chosen_at")))
                .isNotNull()
                .extracting(ArchiveShape::isOlder)
                .isEqualTo(true);

        assertThat(shape(nouns(Noun.CONNECTION, "scopes")))
                .as("lacks what a row needs")
                .isNull();
        assertThat(shape(all.replace("\"chosen_at\"", "\"chosen_at\",\"later\"")))
                .as("a field of a newer Pip")
                .isNull();
        assertThat(shape(all.replace("\"chosen_at\"", "\"link_id\"")))
                .as("a field twice")
                .isNull();
        assertThat(shape(all.replaceFirst("\\{", "{\"later\":[\"id\"],")))
                .as("a noun of a newer Pip")
                .isNull();
        assertThat(shape("{}")).as("nothing").isNull();
    }

    private static boolean isUnchanged(Row row) {
        return row.noun() != Noun.CONNECTION && row.noun() != Noun.SECRET;
    }

    private static ArchiveShape shape(String nouns) {
        return ArchiveShape.of(JsonMapper.shared().readTree(nouns));
    }

    /** The nouns as a header has them, without one field of one noun. */
    private static String nouns(Noun without, String field) {
        StringBuilder json = new StringBuilder("{");
        for (Noun noun : Noun.values()) {
            json.append(json.length() > 1 ? "," : "")
                    .append('"')
                    .append(noun.word())
                    .append("\":[");
            json.append(String.join(
                    ",",
                    noun.fields().stream()
                            .map(each -> each.name())
                            .filter(name -> noun != without || !name.equals(field))
                            .map(name -> '"' + name + '"')
                            .toList()));
            json.append(']');
        }
        return json.append('}').toString();
    }
}
