package au.pip.evaluation;

import au.pip.api.RunView;
import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.conversation.RunFollower;
import au.pip.assistant.store.Stores;
import au.pip.llm.AuthConfig;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.ProviderConfig;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.model.OfflineModel;
import au.pip.sandbox.xero.Limits;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import au.pip.store.jdbc.JdbcStores;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The whole of Pip but HTTP, over the pretend Xero: real store, real client, any model. */
public final class Demo implements AutoCloseable {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    public final Books books;
    public final SandboxServer sandbox;
    public final Conversations conversations;
    private final XeroHttp http;
    private final Stores stores;

    public Demo(BooksSpec spec, Path folder) {
        this(spec, folder, offline());
    }

    public Demo(BooksSpec spec, Path folder, LlmProvider model) {
        this(spec, folder, model, SandboxOptions.defaults(), XeroSettings.defaults(), clock(spec), xero -> xero);
    }

    /**
     * Another clock, and another way to the pretend Xero.
     *
     * @param clock what the books take for now
     * @param way given the pretend Xero's address, the one that is asked in its place
     */
    public static Demo over(BooksSpec spec, Path folder, LlmProvider model, Clock clock, UnaryOperator<URI> way) {
        return new Demo(spec, folder, model, boundless(), unhurried(), clock, way);
    }

    /** A pretend Xero that has no limits, for questions without end. */
    public static Demo unlimited(BooksSpec spec, Path folder, LlmProvider model) {
        return new Demo(spec, folder, model, boundless(), unhurried(), clock(spec), xero -> xero);
    }

    private static SandboxOptions boundless() {
        return SandboxOptions.defaults().withLimits(Limits.none());
    }

    private static XeroSettings unhurried() {
        return XeroSettings.defaults()
                .withPace(new XeroSettings.Pace(
                        5, Integer.MAX_VALUE, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(15)));
    }

    /** Half past ten of their day, and it stays that. */
    private static Clock clock(BooksSpec spec) {
        return Clock.fixed(
                spec.today().atTime(LocalTime.of(10, 30)).atZone(SYDNEY).toInstant(), SYDNEY);
    }

    private Demo(
            BooksSpec spec,
            Path folder,
            LlmProvider model,
            SandboxOptions options,
            XeroSettings settings,
            Clock clock,
            UnaryOperator<URI> way) {
        books = Books.generate(spec);
        try {
            sandbox = SandboxServer.start(books, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http = new XeroHttp(settings.withBase(way.apply(URI.create(sandbox.url()))));
        stores = JdbcStores.openSqlite(folder.resolve("pip-" + UUID.randomUUID() + ".db"));
        String tenant = books.organisation().tenantId().toString();
        au.pip.assistant.books.Books opened =
                new au.pip.assistant.books.Books(new XeroApi(http, () -> SandboxOptions.DEFAULT_TOKEN, tenant), clock);
        conversations = new Conversations(stores, _ -> model, _ -> opened, Clock.systemUTC());
    }

    public static LlmProvider offline() {
        return new LlmProviders(List.of(OfflineModel.entry()))
                .create(ProviderConfig.of(OfflineModel.NAME, AuthConfig.none()).withDefaultModel(OfflineModel.FAST));
    }

    public Conversation newConversation() {
        return conversations.create(AccountId.LOCAL);
    }

    public RunView ask(Conversation conversation, String question) {
        String run = conversations.send(
                AccountId.LOCAL, conversation.id(), UUID.randomUUID().toString(), question);
        return await(run);
    }

    public RunView await(String run) {
        RunFollower follower = conversations.follow(AccountId.LOCAL, run, 0);
        try {
            while (!follower.ended()) {
                follower.next(Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return conversations.view(AccountId.LOCAL, run);
    }

    @Override
    public void close() {
        http.close();
        sandbox.close();
        stores.close();
    }
}
