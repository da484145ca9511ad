package au.pip.llm.cassette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.Message;
import au.pip.llm.cassette.Replay.Cut;
import au.pip.llm.contract.ByteServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What servers really answered once is read today as it was then, and is asked for in the same words. */
class CassetteTest {
    private static final Path CASSETTES = Path.of("src/test/resources/cassettes");

    @TestFactory
    Stream<DynamicTest> readsEachCassetteAsItWasRead() throws Exception {
        return Replay.cassettesIn(CASSETTES).stream()
                .flatMap(file -> Stream.of(Cut.values())
                        .map(cut -> DynamicTest.dynamicTest(
                                CASSETTES.relativize(file) + " " + cut.name().toLowerCase(java.util.Locale.ROOT),
                                () -> replay(file, cut))));
    }

    private static void replay(Path file, Cut cut) throws Exception {
        Cassette recorded = Cassette.parse(Files.readString(file));

        Cassette today = Replay.of(recorded, cut);

        assertThat(requests(today)).as("what we send").isEqualTo(requests(recorded));
        assertThat(today.readings()).as("what we read").isEqualTo(recorded.readings());
    }

    private static List<Cassette.Request> requests(Cassette cassette) {
        return cassette.exchanges().stream().map(Cassette.Exchange::request).toList();
    }

    @Test
    void keepsFilesAsTheRecorderWritesThem() throws Exception {
        for (Path file : Replay.cassettesIn(CASSETTES)) {
            String content = Files.readString(file);
            assertThat(Cassette.parse(content).write()).as(file.toString()).isEqualTo(content);
        }
    }

    @Test
    void answersTheTestsOfOthers() throws Exception {
        try (ByteServer server = ByteServer.start()) {
            String cassette = Files.readString(CASSETTES.resolve("ollama/plain.json"));
            LlmProvider recorded =
                    new LlmProviders(LlmProviders.standard()).create(Replay.serve(cassette, server, Cut.AS_RECORDED));

            ChatResponse response = recorded.chat(List.of(Message.user("Anything")), ChatOptions.defaults());

            assertThat(response.model()).isEqualTo(Cassette.parse(cassette).model());
            assertThat(response.text()).isNotBlank();
            assertThat(response.usage().output()).isPositive();
        }
    }

    @Test
    void failsWithoutCassettes(@TempDir Path empty) {
        assertThatThrownBy(() -> Replay.cassettesIn(empty)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Replay.cassettesIn(empty.resolve("missing")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no cassettes in ");
    }
}
