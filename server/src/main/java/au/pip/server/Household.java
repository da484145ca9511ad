package au.pip.server;

import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.store.Stores;
import au.pip.llm.settings.Settings;
import au.pip.store.jdbc.JdbcStores;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Everything behind HTTP, opened in order and closed in the opposite one. */
final class Household implements AutoCloseable {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final DataDirectory directory;
    private final Stores stores;
    private final BooksFromSettings books;
    private final ModelFromSettings models;
    private final Conversations conversations;

    private Household(DataDirectory directory, Stores stores, BooksFromSettings books, ModelFromSettings models) {
        this.directory = directory;
        this.stores = stores;
        this.books = books;
        this.models = models;
        this.conversations = new Conversations(stores, models, books, Clock.systemUTC());
    }

    static Household open(Settings settings, ServerSettings checked) {
        ModelFromSettings models = new ModelFromSettings(settings, checked.demo());
        models.check();
        DataDirectory directory = DataDirectory.open(checked.dataDirectory(), checked.databaseFile());
        try {
            Household household = new Household(
                    directory,
                    JdbcStores.openSqlite(checked.databaseFile()),
                    new BooksFromSettings(checked.xero(), clock(checked.today())),
                    models);
            int interrupted = household.conversations.recover();
            if (interrupted > 0) {
                System.getLogger(Household.class.getName())
                        .log(System.Logger.Level.INFO, "answers interrupted when Pip last ended: " + interrupted);
            }
            return household;
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    Conversations conversations() {
        return conversations;
    }

    Stores stores() {
        return stores;
    }

    BooksFromSettings books() {
        return books;
    }

    ModelFromSettings models() {
        return models;
    }

    @Override
    public void close() {
        try {
            conversations.drain(GRACE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        books.close();
        stores.close();
        directory.close();
    }

    /** The time of day goes on; the day in Sydney starts as the given one. */
    private static Clock clock(@Nullable LocalDate today) {
        if (today == null) {
            return Clock.systemUTC();
        }
        ZonedDateTime now = ZonedDateTime.now(SYDNEY);
        return Clock.offset(Clock.systemUTC(), Duration.between(now, now.with(today)));
    }
}
