package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.Run;
import au.pip.assistant.store.Stores;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.ByteServer;
import au.pip.store.jdbc.JdbcStores;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill}, without -9, in the middle of an answer: nothing is left going. */
@Tag("slow")
@Timeout(120)
class ShutdownTest {
    @TempDir
    Path folder;

    @Test
    void letsAnAnswerEndOrInterruptsIt() throws Exception {
        try (PretendBooks pretend = new PretendBooks();
                Program server = Program.server(
                        folder,
                        pretend.settings(
                                folder.resolve("data"), "PIP_DEMO", "1", "LLM_DEFAULT_MODEL", "offline-slow"))) {
            Client client = new Client(server.awaitLine("pip ready on (\\S+)"));
            String run = client.say(client.conversation(), "Who owes me money?");
            client.events(run, 0, 30);
            server.terminate();
            assertThat(stored(run)).isIn(Run.State.COMPLETED, Run.State.INTERRUPTED);
        }
    }

    @Test
    void interruptsAnAnswerWhoseModelHangs() throws Exception {
        ByteServer vendor = ByteServer.start();
        vendor.on("/v1/messages", new Answer(List.of(new Answer.Step.Hold())));
        try (PretendBooks pretend = new PretendBooks();
                Program server = Program.server(folder, hanging(pretend, vendor))) {
            Client client = new Client(server.awaitLine("pip ready on (\\S+)"));
            String run = client.say(client.conversation(), "Who owes me money?");
            while (vendor.requests("/v1/messages").isEmpty()) {
                Thread.sleep(20);
            }
            server.terminate();
            assertThat(stored(run)).isEqualTo(Run.State.INTERRUPTED);
        } finally {
            vendor.close();
        }
    }

    private Map<String, String> hanging(PretendBooks pretend, ByteServer vendor) {
        Map<String, String> settings = pretend.settings(folder.resolve("data"), "LLM_PROVIDER", "anthropic");
        settings.put("LLM_API_KEY", "planted");
        settings.put("LLM_DEFAULT_MODEL", "claude-3-5-haiku-20241022");
        settings.put("LLM_ENDPOINT", vendor.address().toString());
        return settings;
    }

    private Run.State stored(String run) {
        try (Stores stores = JdbcStores.openSqlite(folder.resolve("data").resolve("pip.db"))) {
            assertThat(stores.runs().unfinished()).isEmpty();
            return stores.runs().find(AccountId.LOCAL, run).orElseThrow().state();
        }
    }
}
