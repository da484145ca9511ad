package au.pip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    private final Terminalless terminal = new Terminalless();

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ask|there is no question",
                "ask '  '|there is no question",
                "ask --demo --seed x hi|--seed takes a whole number, such as 7; 'x' is none.",
                "ask --demo --seed 1.5 hi|--seed takes a whole number",
                "ask --demo --seed 99999999999999999999 hi|--seed takes a whole number",
                "demo --company trust|--company takes sole-trader, pty-ltd, cafe, exporter or builder; there is no 'trust'.",
                "demo --today 23/11/2026|--today takes a date as YYYY-MM-DD",
                "demo --today 2026-02-30|--today takes a date as YYYY-MM-DD",
                "demo --today 1999-12-31|--today takes a date from 2000-01-01 to 2099-12-31",
                "demo --seed|Missing required parameter for option '--seed'",
                "demo hello|Unmatched argument at index 1: 'hello'",
                "chat --demo --server http://127.0.0.1:1|leave out either --demo or --server",
                "ask --seed 7 hi|add --demo",
                "ask --server localhost:8484 hi|--server takes an address such as http://127.0.0.1:8484",
                "ask --server file:///etc/passwd hi|--server takes an address",
                "ask --conversation  hi|there is no question",
                "ask --nonsense hi|Unknown option: '--nonsense'",
                "dance|Unmatched argument at index 0: 'dance'",
            })
    void tellsABadOneInOneLineAndStartsNothing(String command, String cause) {
        terminal.with("PIP_DATA_DIR", data.toString());
        assertThat(terminal.run(command.replace("'", "").split(" +"))).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).startsWith("pip: ").contains(cause).hasLineCount(1);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void takesAnAtSignAsText() {
        assertThat(terminal.with("PIP_PORT", "1").run("ask", "@home")).isEqualTo(3);
        assertThat(terminal.err())
                .isEqualTo("pip: no Pip server answers at http://127.0.0.1:1. Start one with ./pip serve, or add --demo"
                        + " for the pretend books.\n");
    }

    @Test
    void tellsABadPort() {
        assertThat(terminal.with("PIP_PORT", "99999").run("ask", "hi")).isEqualTo(2);
        assertThat(terminal.err()).isEqualTo("pip: PIP_PORT takes a port from 1 to 65535; it is '99999'.\n");
    }

    /** As the server that is started in the same folder does. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PIP_PORT=1",
                "\uFEFFPIP_PORT=1",
                "LLM_API_KEY=a=b # c\nnonsense\nPIP_PORT=2\n  export PIP_PORT = 1  # the port\n",
                "PIP_PORT='1'",
                "PIP_PORT=\"1\" # 2\nPIP_PORTS=3\n#PIP_PORT=4",
            })
    void takesThePortFromTheSettingsFileToo(String content) throws IOException {
        Files.writeString(data.resolve(".env"), content);
        assertThat(terminal.in(data).run("ask", "hi")).isEqualTo(3);
        assertThat(terminal.err()).contains("no Pip server answers at http://127.0.0.1:1.");
    }

    @Test
    void takesThePortFromTheEnvironmentFirst() throws IOException {
        Files.writeString(data.resolve(".env"), "PIP_PORT=2");
        assertThat(terminal.in(data).with("PIP_PORT", "1").run("ask", "hi")).isEqualTo(3);
        assertThat(terminal.err()).contains("no Pip server answers at http://127.0.0.1:1.");
    }

    @Test
    void tellsASettingsFileThatCannotBeRead() throws IOException {
        Files.write(data.resolve(".env"), new byte[] {(byte) 0xff});
        assertThat(terminal.in(data).run("ask", "hi")).isEqualTo(2);
        assertThat(terminal.err()).startsWith("pip: .env here cannot be read").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"ask", "chat", "demo"})
    void explainsEachVerbAtEightyColumns(String verb) {
        assertThat(terminal.run(verb, "--help")).isZero();
        assertThat(terminal.out()).startsWith("Usage: ./pip " + verb).contains("--seed");
        assertThat(terminal.out().lines()).allMatch(line -> line.length() <= 80);
    }
}
