package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher on machines that lack something: one clear line with the cause and the next step. */
class LauncherTest {
    private static final Path PIP = Path.of("..", "pip").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private record Ended(int status, String out, String err) {}

    /** Runs the launcher with only these programs to be found beside the ordinary ones of a shell. */
    private Ended run(Path tools, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", PIP.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("PIP_JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** A folder of the tools that the launcher itself needs, found where this machine keeps them. */
    private Path tools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool :
                List.of("dirname", "readlink", "sed", "head", "find", "mkdir", "grep", "tail", "sleep", "cat")) {
            for (String place : List.of("/usr/bin", "/bin")) {
                Path found = Path.of(place, tool);
                if (Files.exists(found) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), found);
                }
            }
        }
        return tools;
    }

    @Test
    void saysHowToGetMavenWhenThereIsNone() throws Exception {
        Ended ended = run(tools(), "mvn", "-v");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).startsWith("pip: no Maven found.").contains("apt-get install maven");
    }

    @Test
    void saysWhichMavenItNeedsWhenItIsTooOld() throws Exception {
        Path tools = tools();
        Path old = Files.writeString(
                tools.resolve("mvn"), "#!/bin/sh\necho 'Apache Maven 3.6.3 (cecedd34)'\n", StandardCharsets.UTF_8);
        assertThat(old.toFile().setExecutable(true)).isTrue();
        Ended ended = run(tools, "mvn", "-v");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).startsWith("pip: Maven 3.8 or newer is needed; this one is 3.6.");
    }

    /** Without Maven nothing can be built. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "llm --help",
                "llm record --help",
                "llm live --help",
                "bench --help",
                "bench llm --help",
                "test --help",
                "format --help",
                "release --help"
            })
    void explainsAVerbWithoutBuildingAnything(String asked) throws Exception {
        Ended ended = run(tools(), asked.split(" "));

        assertThat(ended.status()).isZero();
        assertThat(ended.out()).startsWith("Usage: ./pip " + asked.substring(0, asked.indexOf(' ')));
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void saysWhichWordsItTakes() throws Exception {
        Ended ended = run(tools(), "llm", "sing");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo("pip: llm takes one word, record or live: ./pip llm --help tells more\n");
    }

    @Test
    void namesItsVerbs() throws Exception {
        assertThat(run(tools(), "help").out())
                .contains("demo", "ask", "chat", "serve", "db", "secrets", "sandbox", "llm", "example", "test");
        Ended unknown = run(tools(), "dance");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("there is no verb 'dance'");
    }
}
