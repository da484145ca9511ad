package au.pip.assistant.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.assistant.store.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    static final ArchiveHeader HEADER =
            new ArchiveHeader("0.1.0", Instant.parse("2026-11-27T01:02:03.004Z"), "sqlite", true);
    private static final byte[] SMALL = archived(SampleRows.of(1, 1, 1));

    @TempDir
    Path folder;

    static byte[] archived(List<Row> rows) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ArchiveWriter writer = new ArchiveWriter(bytes, HEADER);
            rows.forEach(writer::add);
            writer.end();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Archive checked(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("archive", ".backup");
        try {
            return Archive.checked(Files.write(file, bytes), Progress.NONE);
        } finally {
            Files.delete(file);
        }
    }

    private static void refuses(byte[] bytes) throws IOException {
        assertThatThrownBy(() -> checked(bytes)).isInstanceOf(CareException.class);
    }

    @Test
    void givesBackEveryRowAsItWas() throws IOException {
        Path file = Files.write(folder.resolve("a"), archived(SampleRows.some()));
        Archive archive = Archive.checked(file, Progress.NONE);
        List<Row> read = new ArrayList<>();
        archive.read(read::add);
        assertThat(read).isEqualTo(SampleRows.some());
        assertThat(archive.header()).isEqualTo(HEADER);
        assertThat(archive.tally()).isEqualTo(Tally.of(SampleRows.some()::forEach, "", Progress.NONE));
    }

    @Test
    void holdsNoRowsWhenThereAreNone() throws IOException {
        assertThat(checked(archived(List.of())).tally().rows()).isZero();
    }

    @Test
    void isLinesOfJsonForOrdinaryTools() throws IOException {
        Path file = Files.write(folder.resolve("a"), archived(SampleRows.of(1, 1, 1)));
        String text;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> lines = text.lines().toList();
        assertThat(lines.getFirst()).startsWith("{\"pip\":\"backup\",\"format\":1,\"version\":\"0.1.0\"");
        assertThat(lines.get(1)).isEqualTo("[\"account\",\"account-0\",\"Ann \",1780000000123]");
        assertThat(lines.get(lines.size() - 2))
                .startsWith("{\"rows\":" + SampleRows.of(1, 1, 1).size());
        assertThat(lines.getLast()).matches("\\{\"sha256\":\"[0-9a-f]{64}\"}");
        assertThat(text).endsWith("\n");
    }

    @Test
    void refusesOneThatWasCutAtAnyByte() throws IOException {
        for (int length = 0; length < SMALL.length; length++) {
            refuses(Arrays.copyOf(SMALL, length));
        }
    }

    @Test
    void refusesOneWithAnyByteChanged() throws IOException {
        for (int at = 0; at < SMALL.length; at++) {
            byte[] changed = SMALL.clone();
            changed[at] ^= (byte) (1 << at % 8);
            refuses(changed);
        }
    }

    @Property(tries = 500)
    void refusesAnyOtherBytes(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(min = 1, max = 255) int difference)
            throws IOException {
        byte[] changed = SMALL.clone();
        changed[place % SMALL.length] ^= (byte) difference;
        refuses(changed);
    }

    @Test
    void refusesOneWithSomethingAfterItsEnd() throws IOException {
        refuses(Arrays.copyOf(SMALL, SMALL.length + 1));
        refuses(Arrays.copyOf(SMALL, SMALL.length + ArchiveSeal.BYTES));
    }

    @Property(tries = 500)
    void refusesWhateverElseIsSealed(@ForAll byte[] content) throws IOException {
        refuses(sealed(content));
        refuses(sealed(zipped(content)));
    }

    @Property(tries = 500)
    void refusesASealedArchiveOfOtherRows(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(min = 32, max = 126) int letter)
            throws IOException {
        byte[] text;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(SMALL))) {
            text = in.readAllBytes();
        }
        int content = new String(text, StandardCharsets.UTF_8).lastIndexOf("{\"sha256\"");
        byte[] changed = Arrays.copyOf(text, content);
        // From the first row on: what the header says of time and version nothing else holds.
        int first = new String(text, StandardCharsets.UTF_8).indexOf('\n') + 1;
        int at = first + place % (content - first - 1);
        if (changed[at] != letter && changed[at] != '\n') {
            changed[at] = (byte) letter;
            try {
                // A letter of an escape may be large or small: the rows are the same.
                assertThat(rows(sealed(zipped(changed)))).isEqualTo(SampleRows.of(1, 1, 1));
            } catch (CareException refused) {
                assertThat(refused).hasMessageContaining("nothing of it is used");
            }
        }
    }

    private static List<Row> rows(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("archive", ".backup");
        try {
            List<Row> rows = new ArrayList<>();
            Archive.checked(Files.write(file, bytes), Progress.NONE).read(rows::add);
            return rows;
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] sealed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(content);
        bytes.write(
                ArchiveSeal.of(HexFormat.of().formatHex(CanonicalRow.sha256().digest(content))));
        return bytes.toByteArray();
    }

    @Test
    void saysWhoCanRestoreTheBackupOfAnotherVersion() throws IOException {
        String header = "{\"pip\":\"backup\",\"format\":2,\"version\":\"9.9\",\"nouns\":{}}\n";
        assertThatThrownBy(() -> checked(sealed(zipped(header.getBytes(StandardCharsets.UTF_8)))))
                .isInstanceOf(CareException.class)
                .hasMessageContaining("Pip 9.9")
                .hasMessageContaining("restore it with that version");
    }

    @Test
    void saysWhatIsWrongWithAFileThatCannotBe() throws IOException {
        assertThatThrownBy(() -> Archive.checked(folder.resolve("none"), Progress.NONE))
                .isInstanceOf(CareException.class)
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> Archive.checked(folder, Progress.NONE))
                .isInstanceOf(CareException.class)
                .hasMessageContaining("cannot be read");
        Path text = Files.writeString(folder.resolve("text"), "x".repeat(1000));
        assertThatThrownBy(() -> Archive.checked(text, Progress.NONE))
                .isInstanceOf(CareException.class)
                .hasMessageContaining("is not a whole backup");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void isItsOwnersOnlyAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("pip.backup");
        Backup.Made made = Backup.make(SampleRows.some()::forEach, HEADER, file, false, Progress.NONE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("pip.backup");
        assertThat(Archive.checked(file, Progress.NONE).tally()).isEqualTo(made.tally());
    }

    @Test
    void removesWhatAKilledProcessLeftAndNothingElse() throws IOException {
        Path file = folder.resolve("pip.backup");
        Path left = Files.writeString(folder.resolve("pip.backup.unfinished-" + UUID.randomUUID()), "half");
        Path young = Files.writeString(folder.resolve("pip.backup.unfinished-" + UUID.randomUUID()), "half");
        Path others = Files.writeString(folder.resolve("pip.backup.unfinished-notes"), "mine");
        Path another = Files.writeString(folder.resolve("other.unfinished-" + UUID.randomUUID()), "half");
        FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
        for (Path old : List.of(left, others, another)) {
            Files.setLastModifiedTime(old, longAgo);
        }
        try (NewFile going = NewFile.at(file, false)) {
            assertThat(left).doesNotExist();
            List<String> before = names();
            for (String name : before) {
                if (name.startsWith("pip.backup.unfinished-") && !name.endsWith("notes")) {
                    Files.setLastModifiedTime(folder.resolve(name), longAgo);
                }
            }

            Backup.make(SampleRows.some()::forEach, HEADER, file, false, Progress.NONE);

            assertThat(young).doesNotExist();
            assertThat(names()).hasSize(before.size()).contains(name(others), name(another), "pip.backup");
            going.keep(true);
        }
        assertThat(names()).containsExactlyInAnyOrder(name(others), name(another), "pip.backup");
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    @Test
    void replacesAnotherFileOnlyWhenTold() throws IOException {
        Path file = Files.writeString(folder.resolve("pip.backup"), "precious");
        assertThatThrownBy(() -> Backup.make(SampleRows.some()::forEach, HEADER, file, false, Progress.NONE))
                .isInstanceOf(CareException.class)
                .hasMessageContaining("--replace");
        assertThat(Files.readString(file)).isEqualTo("precious");
        Backup.make(SampleRows.some()::forEach, HEADER, file, true, Progress.NONE);
        assertThat(Archive.checked(file, Progress.NONE).tally().rows())
                .isEqualTo(SampleRows.some().size());
        assertThat(names()).containsExactly("pip.backup");
    }

    @Test
    void leavesNothingWhenTheReadingBreaksOff() throws IOException {
        Path old = Files.writeString(folder.resolve("old.backup"), "precious");
        RowSource breaking = reader -> {
            SampleRows.some().forEach(reader);
            throw new IllegalStateException("gone");
        };
        for (Path file : List.of(folder.resolve("new.backup"), old)) {
            assertThatThrownBy(() -> Backup.make(breaking, HEADER, file, true, Progress.NONE))
                    .hasMessage("gone");
        }
        assertThat(names()).containsExactly("old.backup");
        assertThat(Files.readString(old)).isEqualTo("precious");
    }

    @Test
    void saysWhereItCannotBeWritten() {
        assertThatThrownBy(() -> Backup.make(List.<Row>of()::forEach, HEADER, folder, true, Progress.NONE))
                .isInstanceOf(CareException.class)
                .hasMessageContaining("is a folder");
        assertThatThrownBy(
                        () -> Backup.make(List.<Row>of()::forEach, HEADER, folder.resolve("no/x"), true, Progress.NONE))
                .isInstanceOf(CareException.class)
                .hasMessageContaining("There is no folder");
    }
}
