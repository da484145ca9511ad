package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.AuditEntry;
import au.pip.assistant.store.Stores;
import au.pip.sandbox.xero.Fault;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.store.jdbc.JdbcStores;
import au.pip.xero.InvoiceQuery;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code kill -9} while a draft that a person approved is on its way, and no answer has come. */
@Tag("slow")
@Timeout(180)
class DraftKilledTest {
    @TempDir
    Path folder;

    private final PretendBooks pretend = new PretendBooks();

    @AfterEach
    void close() {
        pretend.close();
    }

    private Program server() {
        return Program.server(
                folder, pretend.settings(folder.resolve("data"), "PIP_DEMO", "1", "XERO_WRITES", "drafts"));
    }

    private static Client client(Program server) {
        return new Client(server.awaitLine("pip ready on (\\S+)"));
    }

    @Test
    void tellsThePersonThatItMayBeThereAndSendsNothingMore() throws Exception {
        String conversation;
        String approval;
        try (Program server = server()) {
            Client pip = client(server);
            conversation = pip.conversation();
            approval = proposed(pip, conversation);
            pretend.server.failNext(new Fault(Fault.Kind.SLOW, 0, Duration.ofSeconds(60)), 1);
            CompletableFuture<Void> approving = CompletableFuture.runAsync(() -> approve(pip, approval));
            for (int wait = 0; wait < 400 && pretend.server.writes() == 0; wait++) {
                Thread.sleep(25);
            }
            for (int wait = 0; wait < 5 && made() == 0; wait++) {
                Thread.sleep(100);
            }
            assertThat(made()).as("it is in Xero, and the answer is held").isEqualTo(1);
            assertThat(approving).isNotDone();
            server.kill();
            approving.join();
        }
        assertThat(actions()).containsExactly("draft.approved", "draft.proposed");

        try (Program server = server()) {
            Client pip = client(server);
            JsonNode told = outcome(pip, conversation);
            assertThat(told.path("state").asString()).isEqualTo("open");
            assertThat(told.path("text").asString())
                    .contains("Draft invoice to ", "knows of no answer, so it may be there or not", "Look in Xero");
            JsonNode again = pip.send("POST", "/api/approvals/" + approval + "/approve", "{}")
                    .body();
            assertThat(again.path("message").asString()).contains("is being sent to Xero right now");
            server.kill();
        }
        assertThat(actions()).containsExactly("draft.open", "draft.approved", "draft.proposed");

        try (Program server = server()) {
            client(server);
            server.terminate();
        }
        try (Stores stores = stores()) {
            assertThat(stores.entries()
                            .page(AccountId.LOCAL, conversation, null, 100)
                            .items())
                    .as("it is told once")
                    .hasSize(4);
        }
        assertThat(actions()).hasSize(3);
        assertThat(pretend.server.writes()).as("nothing goes out by itself").isEqualTo(1);
        assertThat(made()).isEqualTo(1);
    }

    private String proposed(Client pip, String conversation) throws Exception {
        List<String> names =
                pretend.books.contacts().stream().map(each -> each.name()).toList();
        String contact = names.stream()
                .filter(name ->
                        names.stream().filter(each -> each.contains(name)).count() == 1)
                .findFirst()
                .orElseThrow();
        String run = pip.say(conversation, "Draft an invoice to " + contact + " for $500 plus GST for consulting");
        rest(pip, run);
        JsonNode view = pip.send("GET", "/api/runs/" + run, "").body();
        assertThat(view.path("state").asString()).as(view.toString()).isEqualTo("waiting");
        return view.path("approvalId").asString();
    }

    private static void rest(Client pip, String run) throws Exception {
        for (int wait = 0; wait < 600 && pip.state(run).equals("running"); wait++) {
            Thread.sleep(50);
        }
    }

    private static void approve(Client pip, String approval) {
        try {
            Client.Reply reply = pip.send("POST", "/api/approvals/" + approval + "/approve", "{}");
            throw new AssertionError("it was answered " + reply);
        } catch (IOException e) {
            // Whoever should answer is dead.
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** What the server tells by itself after its start, once the run that goes on from it has ended. */
    private static JsonNode outcome(Client pip, String conversation) throws Exception {
        for (int wait = 0; wait < 400 && entries(pip, conversation).size() < 4; wait++) {
            Thread.sleep(50);
        }
        JsonNode entries = entries(pip, conversation);
        assertThat(entries)
                .extracting(each -> each.path("kind").asString())
                .containsExactly("question", "answer", "outcome", "answer");
        return entries.get(2);
    }

    private static JsonNode entries(Client pip, String conversation) throws Exception {
        return pip.send("GET", "/api/conversations/" + conversation + "/entries", "")
                .body()
                .path("items");
    }

    /** How many invoices were made since the start. */
    private int made() {
        try (XeroHttp http = new XeroHttp(XeroSettings.defaults().withBase(URI.create(pretend.server.url())))) {
            String tenant = pretend.books.organisation().tenantId().toString();
            XeroApi api = new XeroApi(http, () -> SandboxOptions.DEFAULT_TOKEN, tenant);
            return api.invoices(InvoiceQuery.all()).value().size()
                    - pretend.books.invoices().size();
        }
    }

    /** The latest first, of a server that has ended. */
    private List<String> actions() {
        try (Stores stores = stores()) {
            return stores.audit().page(AccountId.LOCAL, null, 100).items().stream()
                    .map(AuditEntry::action)
                    .toList();
        }
    }

    private Stores stores() {
        return JdbcStores.openSqlite(folder.resolve("data").resolve("pip.db"));
    }
}
