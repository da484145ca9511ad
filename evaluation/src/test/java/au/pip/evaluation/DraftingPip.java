package au.pip.evaluation;

import au.pip.assistant.AccountId;
import au.pip.assistant.books.Books;
import au.pip.assistant.books.NextSteps;
import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.conversation.Ids;
import au.pip.assistant.conversation.RunFollower;
import au.pip.assistant.node.Node;
import au.pip.assistant.xero.Drafts;
import au.pip.llm.LlmProvider;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.store.jdbc.JdbcStores;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Pip without HTTP, with leave to make drafts in the pretend Xero, and any model. */
final class DraftingPip implements AutoCloseable {
    private static final String PLACE = "place";

    final PretendBooks pretend = new PretendBooks();
    final FaultyStores stores;
    final Drafts drafts;
    final Conversations conversations;
    private final String tenant;
    private final LlmProvider model;
    private final Books books;
    private final XeroHttp http = new XeroHttp(XeroSettings.defaults().withBase(URI.create(pretend.server.url())));

    DraftingPip(Path folder, LlmProvider model) {
        this.model = model;
        stores = new FaultyStores(JdbcStores.openSqlite(folder.resolve("pip-" + UUID.randomUUID() + ".db")));
        tenant = pretend.books.organisation().tenantId().toString();
        books = new Books(
                new XeroApi(http, () -> SandboxOptions.DEFAULT_TOKEN, tenant),
                Clock.systemUTC(),
                PretendPlace.SCOPES,
                NextSteps.CONNECT,
                PLACE);
        drafts = drafts(10);
        conversations = at(Clock.systemUTC());
    }

    /** @param hourly how many may be made within an hour */
    Drafts drafts(int hourly) {
        return new Drafts(
                stores,
                new PretendPlace(PLACE, tenant, SandboxOptions.DEFAULT_TOKEN),
                http,
                "node",
                hourly,
                Clock.systemUTC());
    }

    /** The same by another clock. */
    Conversations at(Clock clock) {
        return new Conversations(
                stores, _ -> model, _ -> books, drafts, clock, Node.sole(new Ids(Clock.systemUTC()).next()));
    }

    String conversation() {
        return conversations.create(AccountId.LOCAL).id();
    }

    /** The run, once it has ended. */
    String ask(String conversation, String text) throws InterruptedException {
        return rest(conversations.send(
                AccountId.LOCAL, conversation, UUID.randomUUID().toString(), text));
    }

    String rest(String run) throws InterruptedException {
        RunFollower follower = conversations.follow(AccountId.LOCAL, run, 0);
        while (!follower.ended()) {
            follower.next(Duration.ofSeconds(1));
        }
        return run;
    }

    @Override
    public void close() {
        http.close();
        stores.close();
        pretend.close();
    }
}
