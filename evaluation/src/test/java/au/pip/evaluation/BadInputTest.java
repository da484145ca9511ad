package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.evaluation.Program.Ended;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people get wrong: each one clear line with the cause and the next step, and no stack trace. */
@Tag("slow")
class BadInputTest {
    @TempDir
    Path folder;

    private final PretendBooks pretend = new PretendBooks();

    @AfterEach
    void close() {
        pretend.close();
    }

    private Ended serve(String... settings) {
        try (Program server = Program.server(folder, pretend.settings(folder.resolve("data"), settings))) {
            return server.awaitEnd();
        }
    }

    private static void refuses(Ended ended, String... parts) {
        assertThat(ended.status()).as(ended.toString()).isNotZero();
        assertThat(ended.line()).contains(parts);
        assertThat(ended.err()).doesNotContain("\tat ").doesNotContain("Exception");
    }

    @Test
    void refusesAProviderThatDoesNotExist() {
        refuses(serve("LLM_PROVIDER", "skynet"), "skynet", "LLM_PROVIDER", "anthropic");
    }

    @Test
    void refusesAMalformedEnvironmentFile() throws Exception {
        Files.writeString(folder.resolve(".env"), "LLM_PROVIDER=ollama\nthis is not a setting with sk-secret\n");
        Ended ended = serve();
        refuses(ended, ".env", "2");
        assertThat(ended.err()).doesNotContain("sk-secret");
    }

    @Test
    void refusesAPortInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            refuses(serve("PIP_PORT", String.valueOf(taken.getLocalPort()), "PIP_DEMO", "1"), "in use", "PIP_PORT");
        }
    }

    @Test
    void refusesADataFolderItCannotWriteTo() throws Exception {
        Path file = Files.writeString(folder.resolve("a-file"), "");
        refuses(serve("PIP_DATA_DIR", file.resolve("below").toString()), "cannot be written to", "PIP_DATA_DIR");
    }

    @Test
    void refusesToServeOthersWithoutSignIn() {
        refuses(serve("PIP_HOST", "0.0.0.0"), "PIP_HOST", "sign-in");
    }

    @Test
    void refusesASecondServerOverTheSameData() {
        try (Program first = Program.server(folder, pretend.settings(folder.resolve("data"), "PIP_DEMO", "1"))) {
            first.awaitLine("pip ready on (\\S+)");
            refuses(serve("PIP_DEMO", "1"), "already using", "PIP_DATA_DIR");
        }
    }

    @Test
    void saysWhatIsMissingWhenThereIsNoKey() {
        try (Program server =
                Program.server(folder, pretend.settings(folder.resolve("data"), "LLM_PROVIDER", "anthropic"))) {
            String address = server.awaitLine("pip ready on (\\S+)");
            refuses(ask("--server", address, "Who owes me money?"), "ANTHROPIC_API_KEY");
        }
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        try (Program server = Program.server(folder, pretend.settings(folder.resolve("data"), "PIP_DEMO", "1"))) {
            String address = server.awaitLine("pip ready on (\\S+)");
            refuses(ask("--server", address, " "), "no question");
            refuses(
                    ask("--server", address, "--conversation", "0199aaaa-0000-7000-8000-000000000000", "Hello"),
                    "conversation");
        }
    }

    @Test
    void refusesOptionsThatCannotBe() {
        refuses(ask("--demo", "--seed", "many", "Hello"), "--seed");
        refuses(ask("--demo", "--today", "yesterday", "Hello"), "--today");
        refuses(ask("--demo", "--company", "circus", "Hello"), "--company");
        refuses(ask("--server", "http://127.0.0.1:9", "Hello"), "127.0.0.1:9");
    }

    @Test
    void saysSoWhenTheBooksGoAwayInTheMiddleOfAConversation() {
        try (Program server = Program.server(folder, pretend.settings(folder.resolve("data"), "PIP_DEMO", "1"))) {
            String address = server.awaitLine("pip ready on (\\S+)");
            assertThat(ask("--server", address, "Who owes me money?").status()).isZero();
            pretend.server.close();
            Ended gone = ask("--server", address, "How much do I owe suppliers?");
            assertThat(gone.out()).contains("couldn't look that up").contains("could not be reached");
            assertThat(gone.err()).doesNotContain("Exception");
        }
    }

    private Ended ask(String... arguments) {
        return Program.ask(folder, Map.of("PIP_DATA_DIR", folder.resolve("cli").toString()), arguments);
    }
}
