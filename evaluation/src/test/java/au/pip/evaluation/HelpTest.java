package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.evaluation.Program.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code --help} tells of each verb that the launcher names, and of the words that follow it. */
class HelpTest {
    private static final int WIDEST = 100;

    @TempDir
    Path folder;

    /**
     * How the launcher starts a verb's program.
     *
     * @param module empty where the launcher answers itself
     * @param own whether the program hears the verb too
     */
    private record Way(String module, String main, boolean own, List<String> words) {
        static Way launcher(String... words) {
            return new Way("", "", false, List.of(words));
        }

        static Way cli(String... words) {
            return new Way("cli", "au.pip.cli.Main", true, List.of(words));
        }

        static Way program(String module, String main, String... words) {
            return new Way(module, main, false, List.of(words));
        }
    }

    private static final Map<String, Way> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put("demo", Way.cli());
        WAYS.put("ask", Way.cli());
        WAYS.put("chat", Way.cli());
        WAYS.put("search", Way.cli());
        WAYS.put("memory", Way.cli());
        WAYS.put("usage", Way.cli());
        WAYS.put("approvals", Way.cli());
        WAYS.put("approve", Way.cli());
        WAYS.put("decline", Way.cli());
        WAYS.put("xero", Way.cli("connect", "organisations", "use", "refresh", "disconnect"));
        WAYS.put("serve", Way.program("server", "au.pip.server.PipServer"));
        WAYS.put("db", Way.program("server", "au.pip.server.db.Main", "backup", "restore", "verify", "move", "status"));
        WAYS.put("secrets", Way.program("server", "au.pip.server.PipSecrets", "status", "rotate", "verify"));
        WAYS.put("sandbox", Way.program("sandbox", "au.pip.sandbox.Main", "serve", "export"));
        WAYS.put("proxy", Way.program("oauth-proxy", "au.pip.proxy.Main"));
        WAYS.put("llm", Way.launcher("record", "live"));
        WAYS.put("example", Way.program("examples", "au.pip.examples.Main", "llm", "orchestrator"));
        WAYS.put(
                "evaluate",
                Way.program("evaluation", "au.pip.evaluation.command.Main", "ledger", "injection", "grounding"));
        WAYS.put("bench", Way.launcher("llm", "store", "history", "tokens"));
        WAYS.put("test", Way.launcher());
        WAYS.put("interop", Way.launcher());
        WAYS.put("format", Way.launcher());
        WAYS.put("release", Way.launcher());
    }

    static Stream<String> asked() {
        return WAYS.entrySet().stream()
                .flatMap(way -> Stream.concat(
                        Stream.of(way.getKey()),
                        way.getValue().words().stream().map(word -> way.getKey() + " " + word)));
    }

    /** Maven answers {@code mvn --help} itself. */
    @Test
    void knowsEveryVerbThatTheLauncherNames() {
        Set<String> verbs = new TreeSet<>(verbs(folder));
        verbs.remove("mvn");
        assertThat(verbs).containsExactlyInAnyOrderElementsOf(WAYS.keySet());
        assertThat(Program.launcher(folder, "help").out().lines()).allSatisfy(HelpTest::fits);
    }

    /** As its help lists them. */
    static Set<String> verbs(Path folder) {
        return Program.launcher(folder, "help")
                .out()
                .lines()
                .filter(line -> line.matches("  [a-z].*"))
                .map(line -> line.strip().split(" ")[0])
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("asked")
    void explainsItselfOnStandardOutput(String asked) {
        List<String> words = new ArrayList<>(List.of(asked.split(" ")));
        Way way = Objects.requireNonNull(WAYS.get(words.getFirst()));
        words.add("--help");
        Ended ended = way.module().isEmpty()
                ? Program.launcher(folder, words.toArray(String[]::new))
                : run(way, words.subList(way.own() ? 0 : 1, words.size()));

        assertThat(ended.status()).as(ended.toString()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("./pip " + asked).doesNotContain("Exception", "\tat ");
        assertThat(ended.out().lines()).allSatisfy(HelpTest::fits);
    }

    private Ended run(Way way, List<String> arguments) {
        try (Program program =
                Program.start(folder, way.module(), way.main(), Map.of(), arguments.toArray(String[]::new))) {
            program.closeInput();
            return program.awaitEnd();
        }
    }

    private static void fits(String line) {
        assertThat(line.codePointCount(0, line.length())).as(line).isLessThanOrEqualTo(WIDEST);
    }
}
