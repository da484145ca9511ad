package au.pip.llm.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.LlmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTest {
    @TempDir
    Path directory;

    private Path write(String content) throws IOException {
        Path file = Files.writeString(directory.resolve(".env"), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    @Test
    void readsTheUsualForms() throws IOException {
        DotEnv file = DotEnv.load(write("""
                # a comment

                PLAIN=value
                export EXPORTED = spaced value\s
                QUOTED="a \\"b\\" \\n \\$5 # no comment" # comment
                SINGLE='as $is \\n'
                EQUALS=a=b==
                HASH=a#b # comment
                EMPTY=
                PLAIN=last
                """));

        assertThat(file.values())
                .containsEntry("PLAIN", "last")
                .containsEntry("EXPORTED", "spaced value")
                .containsEntry("QUOTED", "a \"b\" \n $5 # no comment")
                .containsEntry("SINGLE", "as $is \\n")
                .containsEntry("EQUALS", "a=b==")
                .containsEntry("HASH", "a#b")
                .containsEntry("EMPTY", "")
                .hasSize(7);
        assertThat(file.warnings()).isEmpty();
        assertThat(file.toString()).contains("PLAIN").doesNotContain("last");
    }

    @Test
    void readsALongQuotedValue() throws IOException {
        assertThat(DotEnv.load(write("KEY=\"" + "line\\n".repeat(20_000) + "\" # a private key\n"))
                        .values())
                .containsEntry("KEY", "line\n".repeat(20_000));
    }

    @Test
    void takesWindowsLineEndsAndAByteOrderMark() throws IOException {
        assertThat(DotEnv.load(write("\uFEFFA=1\r\nB=\"2\"\r\n")).values())
                .containsEntry("A", "1")
                .containsEntry("B", "2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s3cret", "1A=s3cret", "A B=s3cret", "A=\"s3cret", "A='s3cret", "A='s3cret' more", "=s3cret"})
    void namesFileAndLineOfWhatIsMalformedButNotItsContent(String line) throws IOException {
        Path file = write("# first\n" + line + "\n");

        assertThatThrownBy(() -> DotEnv.load(file))
                .isInstanceOf(LlmException.Configuration.class)
                .hasMessageStartingWith(file + ", line 2, ")
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }

    @Test
    void saysThatAFileIsNotText() throws IOException {
        Path file = Files.write(directory.resolve(".env"), new byte[] {'A', '=', (byte) 0xFF});

        assertThatThrownBy(() -> DotEnv.load(file)).isInstanceOf(LlmException.Configuration.class);
    }

    @Test
    void warnsWhenOthersMayReadIt() throws IOException {
        Path file = write("A=1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(DotEnv.load(file).warnings()).singleElement().asString().contains("chmod 600 " + file);
    }

    @Test
    void isEmptyWithoutAFile() {
        DotEnv file = DotEnv.load(directory.resolve("none"));

        assertThat(file.values()).isEmpty();
        assertThat(file.warnings()).isEmpty();
    }
}
