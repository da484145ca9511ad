package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.DraftOutcome;
import au.pip.assistant.xero.DraftPlaces;
import au.pip.assistant.xero.Drafts;
import au.pip.assistant.xero.ProposedDraft;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.store.jdbc.JdbcStores;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From a sentence to a draft in the pretend Xero and back, against the server as it runs. */
@Tag("slow")
@Timeout(180)
class DraftsTest {
    private static final AccountId BOB = new AccountId("bob");

    @TempDir
    Path folder;

    private final PretendBooks pretend = new PretendBooks();
    private final String contact = pretend.contact();
    private @Nullable Program program;

    @AfterEach
    void close() {
        if (program != null) {
            program.close();
        }
        pretend.close();
    }

    private Client start(String... settings) {
        List<String> all = new ArrayList<>(List.of("PIP_DEMO", "1", "XERO_WRITES", "drafts"));
        all.addAll(List.of(settings));
        Program started = Program.server(folder, pretend.settings(folder.resolve("data"), all.toArray(String[]::new)));
        program = started;
        return new Client(started.awaitLine("pip ready on (\\S+)"));
    }

    /** The approval that waits after a request for a draft. */
    private JsonNode proposed(Client pip, String conversation) throws Exception {
        return proposed(pip, conversation, "Draft an invoice to " + contact + " for $500 plus GST for consulting");
    }

    private static JsonNode proposed(Client pip, String conversation, String text) throws Exception {
        String run = pip.say(conversation, text);
        pip.rest(run);
        JsonNode view = pip.send("GET", "/api/runs/" + run, "").body();
        assertThat(view.path("state").asString()).as(view.toString()).isEqualTo("waiting");
        return pip.send("GET", "/api/approvals/" + view.path("approvalId").asString(), "")
                .body();
    }

    private static Client.Reply decide(Client pip, String id, String word) throws Exception {
        return pip.send("POST", "/api/approvals/" + id + "/" + word, "{}");
    }

    private static JsonNode entries(Client pip, String conversation) throws Exception {
        return pip.send("GET", "/api/conversations/" + conversation + "/entries", "")
                .body()
                .path("items");
    }

    @Test
    void makesOneDraftOnceThePersonApproves() throws Exception {
        Client pip = start();
        String conversation = pip.conversation();
        JsonNode view = proposed(pip, conversation);
        String id = view.path("id").asString();

        assertThat(view.path("title").asString()).isEqualTo("Draft invoice to " + contact);
        assertThat(view.path("organisation").asString())
                .isEqualTo(pretend.books.organisation().name());
        assertThat(view.path("state").asString()).isEqualTo("waiting");
        assertThat(view.path("totals").path("net").asString()).isEqualTo("$500.00");
        assertThat(view.path("totals").path("tax").asString()).isEqualTo("$50.00");
        assertThat(view.path("totals").path("total").asString()).isEqualTo("$550.00");
        assertThat(view.path("totals").path("currency").asString()).isEqualTo("AUD");
        assertThat(view.path("lines").get(0).path("account").asString()).isEqualTo("200 Sales");
        assertThat(view.path("undo").asString()).contains("no undo", "delete the draft in Xero");
        assertThat(Instant.parse(view.path("expiresAt").asString()))
                .isEqualTo(Instant.parse(view.path("createdAt").asString()).plusSeconds(300));
        assertThat(pip.send("GET", "/api/approvals", "").body().path("items")).hasSize(1);
        assertThat(pretend.server.writes()).isZero();

        JsonNode decision = decide(pip, id, "approve").body();
        assertThat(decision.path("outcome").asString()).isEqualTo("made");
        assertThat(decision.path("message").asString()).contains("Draft invoice to " + contact, "$550.00", "no undo");
        assertThat(decision.path("link").asString())
                .startsWith("https://go.xero.com/")
                .contains("/invoicing/view/");
        pip.rest(decision.path("runId").asString());

        assertThat(pretend.server.writes()).isEqualTo(1);
        assertThat(pip.send("GET", "/api/approvals", "").body().path("items")).isEmpty();
        JsonNode entries = entries(pip, conversation);
        assertThat(entries)
                .extracting(each -> each.path("kind").asString())
                .containsExactly("question", "answer", "outcome", "answer");
        assertThat(entries.get(1).path("state").asString()).isEqualTo("waiting");
        assertThat(entries.get(1).path("approvalId").asString()).isEqualTo(id);
        assertThat(entries.get(2).path("state").asString()).isEqualTo("made");
        assertThat(entries.get(2).path("link").asString())
                .isEqualTo(decision.path("link").asString());
        assertThat(entries.get(3).path("text").asString()).contains("$550.00");
    }

    @Test
    void writesNothingThatIsDeclined() throws Exception {
        Client pip = start();
        String conversation = pip.conversation();
        String id = proposed(pip, conversation).path("id").asString();

        JsonNode decision = decide(pip, id, "decline").body();
        assertThat(decision.path("outcome").asString()).isEqualTo("declined");
        pip.rest(decision.path("runId").asString());
        assertThat(decide(pip, id, "approve").body().path("message").asString()).contains("you declined this draft");
        assertThat(entries(pip, conversation)).hasSize(4);
        assertThat(pretend.server.writes()).isZero();
    }

    @Test
    void writesOnceHoweverOftenAndFromWhereverItIsApproved() throws Exception {
        Client pip = start();
        String conversation = pip.conversation();
        String id = proposed(pip, conversation).path("id").asString();

        List<Client.Reply> replies = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return decide(pip, id, "approve");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(replies)
                .filteredOn(each -> each.body().path("outcome").asString("").equals("made"))
                .isNotEmpty()
                .extracting(each -> each.body().path("runId").asString())
                .containsOnly(entries(pip, conversation).get(2).path("runId").asString());
        assertThat(replies)
                .filteredOn(each -> !each.body().path("outcome").asString("").equals("made"))
                .allSatisfy(each -> assertThat(each.body().toString())
                        .containsAnyOf("being sent to Xero right now", "used before", "run_in_progress"));
        pip.rest(entries(pip, conversation).get(2).path("runId").asString());
        assertThat(decide(pip, id, "approve").body().path("message").asString()).contains("used before");
        assertThat(decide(pip, id, "decline").body().path("message").asString()).contains("approved before");
        assertThat(pretend.server.writes()).isEqualTo(1);
        assertThat(entries(pip, conversation)).hasSize(4);
    }

    @Test
    void approvesAfterARestartAndRefusesWhatExpired() throws Exception {
        Client first = start();
        String conversation = first.conversation();
        String id = proposed(first, conversation).path("id").asString();
        String other = first.conversation();
        String stale = proposed(first, other).path("id").asString();
        requireProgram().kill();
        String late = UUID.randomUUID().toString();
        try (Stores stores = JdbcStores.openSqlite(folder.resolve("data").resolve("pip.db"))) {
            stores.approvals().ask(AccountId.LOCAL, expired(stores, AccountId.LOCAL, stale, late));
        }

        Client pip = start();
        assertThat(pip.send("GET", "/api/approvals/" + late, "")
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("expired");
        assertThat(pip.send("GET", "/api/approvals", "").body().path("items")).hasSize(2);
        JsonNode refused = decide(pip, late, "approve").body();
        assertThat(refused.path("outcome").asString()).isEqualTo("refused");
        assertThat(refused.path("message").asString()).contains("waited for more than 5 minutes");
        assertThat(pretend.server.writes()).isZero();

        JsonNode decision = decide(pip, id, "approve").body();
        assertThat(decision.path("outcome").asString()).isEqualTo("made");
        pip.rest(decision.path("runId").asString());
        assertThat(entries(pip, conversation)).hasSize(4);
        assertThat(pretend.server.writes()).isEqualTo(1);
    }

    @Test
    void tellsWhatAServerThatEndedInBetweenCouldNotTell() throws Exception {
        Client first = start();
        String conversation = first.conversation();
        String id = proposed(first, conversation).path("id").asString();
        requireProgram().kill();
        try (Stores stores = JdbcStores.openSqlite(folder.resolve("data").resolve("pip.db"));
                XeroHttp http = new XeroHttp(XeroSettings.defaults().withBase(URI.create(pretend.server.url())))) {
            DraftPlaces place = new PretendPlace(
                    "sandbox", pretend.books.organisation().tenantId().toString(), SandboxOptions.DEFAULT_TOKEN);
            Drafts drafts = new Drafts(stores, place, http, "died", 10, Clock.systemUTC());
            ProposedDraft proposed = drafts.proposed(AccountId.LOCAL, id).orElseThrow();
            assertThat(drafts.make(AccountId.LOCAL, id, "sandbox", proposed.draft()))
                    .isInstanceOf(DraftOutcome.Made.class);
        }

        Client pip = start();
        JsonNode decision = decide(pip, id, "approve").body();
        assertThat(decision.path("outcome").asString()).isEqualTo("made");
        assertThat(decision.path("link").asString()).contains("/invoicing/view/");
        pip.rest(decision.path("runId").asString());
        assertThat(entries(pip, conversation)).hasSize(4);
        assertThat(decide(pip, id, "approve").body().path("message").asString()).contains("used before");
        assertThat(pretend.server.writes()).isEqualTo(1);
    }

    private Program requireProgram() {
        Program running = program;
        if (running == null) {
            throw new IllegalStateException("no server was started");
        }
        return running;
    }

    private static Approval expired(Stores stores, AccountId account, String of, String id) {
        Approval approval = stores.approvals().find(account, of).orElseThrow();
        Instant past = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(1);
        return new Approval(
                id,
                approval.conversationId(),
                approval.runId(),
                approval.draft(),
                approval.hash(),
                Approval.State.WAITING,
                past.minusSeconds(300),
                past);
    }

    @Test
    void knowsNoApprovalOfAnotherAccount() throws Exception {
        Client first = start();
        String id = proposed(first, first.conversation()).path("id").asString();
        requireProgram().kill();
        String bobs = UUID.randomUUID().toString();
        try (Stores stores = JdbcStores.openSqlite(folder.resolve("data").resolve("pip.db"))) {
            Approval mine = stores.approvals().find(AccountId.LOCAL, id).orElseThrow();
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            Conversation conversation = new Conversation(UUID.randomUUID().toString(), "Bob's", now, now);
            stores.conversations().create(BOB, conversation);
            Run run = Run.begin(UUID.randomUUID().toString(), conversation.id(), now, "none");
            stores.runs()
                    .begin(
                            BOB,
                            run,
                            new Entry(
                                    UUID.randomUUID().toString(),
                                    Entry.Kind.QUESTION,
                                    run.id(),
                                    "Draft it",
                                    "{}",
                                    now));
            stores.approvals()
                    .ask(
                            BOB,
                            new Approval(
                                    bobs,
                                    conversation.id(),
                                    run.id(),
                                    mine.draft(),
                                    mine.hash(),
                                    Approval.State.WAITING,
                                    now,
                                    now.plusSeconds(300)));
        }

        Client pip = start();
        for (String path : List.of("/api/approvals/" + bobs, "/api/approvals/" + UUID.randomUUID())) {
            Client.Reply found = pip.send("GET", path, "");
            assertThat(found.status()).isEqualTo(404);
            assertThat(found.code()).isEqualTo("not_found");
            assertThat(pip.send("POST", path + "/approve", "{}").status()).isEqualTo(404);
            assertThat(pip.send("POST", path + "/decline", "{}").status()).isEqualTo(404);
        }
        assertThat(pip.send("GET", "/api/approvals", "").body().path("items"))
                .extracting(each -> each.path("id").asString())
                .containsExactly(id);
        assertThat(pip.raw("POST /api/approvals/" + id + "/approve HTTP/1.1\nHost: "
                        + pip.address().replace("http://", "")
                        + "\nOrigin: http://evil.example\nContent-Length: 0\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(pretend.server.writes()).isZero();
    }

    @Test
    void waitsItsTurnWhileItsConversationIsAnswered() throws Exception {
        Client pip = start("LLM_DEFAULT_MODEL", "offline-slow");
        String conversation = pip.conversation();
        String id = proposed(pip, conversation).path("id").asString();
        String run = pip.say(conversation, "What can you do?");

        Client.Reply reply = decide(pip, id, "approve");
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("run_in_progress");
        assertThat(pretend.server.writes()).isZero();
        pip.send("POST", "/api/runs/" + run + "/stop", "");
        pip.rest(run);
        assertThat(decide(pip, id, "approve").body().path("outcome").asString()).isEqualTo("made");
        assertThat(pretend.server.writes()).isEqualTo(1);
    }

    @Test
    void makesNoMoreInAnHourThanItMay() throws Exception {
        Client pip = start("PIP_WRITES_PER_HOUR", "2");
        List<String> outcomes = new ArrayList<>();
        String last = "";
        for (int each = 0; each < 3; each++) {
            JsonNode decision = decide(
                            pip, proposed(pip, pip.conversation()).path("id").asString(), "approve")
                    .body();
            outcomes.add(decision.path("outcome").asString());
            last = decision.path("message").asString();
        }
        assertThat(outcomes).containsExactly("made", "made", "refused");
        assertThat(last).contains("2 drafts were made within the last hour", "PIP_WRITES_PER_HOUR");
        assertThat(pretend.server.writes()).isEqualTo(2);
    }

    @Test
    void tellsWhatXeroDidNotTakeInWordsOfItsOwn() throws Exception {
        Client pip = start();
        String conversation = pip.conversation();
        String add = "Add a contact called Hill Stone";
        String id = proposed(pip, conversation, add).path("id").asString();
        decide(pip, proposed(pip, pip.conversation(), add).path("id").asString(), "approve");

        JsonNode decision = decide(pip, id, "approve").body();
        assertThat(decision.path("outcome").asString()).isEqualTo("rejected");
        assertThat(decision.path("message").asString())
                .contains("nothing was written")
                .doesNotContain("already assigned");
        assertThat(decision.path("reasons").get(0).asString()).contains("already assigned");
        pip.rest(decision.path("runId").asString());
        assertThat(entries(pip, conversation).get(2).path("text").asString()).contains("Xero said: The contact name");
    }

    @Test
    void onlyReadsWithoutLeaveToWrite() throws Exception {
        Client pip = start("XERO_WRITES", "");
        String run =
                pip.say(pip.conversation(), "Draft an invoice to " + contact + " for $500 plus GST for consulting");
        pip.rest(run);
        JsonNode view = pip.send("GET", "/api/runs/" + run, "").body();
        assertThat(view.path("state").asString()).isEqualTo("completed");
        assertThat(pip.send("GET", "/api/approvals", "").body().path("items")).isEmpty();
        assertThat(pretend.server.writes()).isZero();
    }
}
