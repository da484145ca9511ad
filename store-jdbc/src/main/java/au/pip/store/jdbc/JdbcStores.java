package au.pip.store.jdbc;

import au.pip.assistant.store.ConversationStore;
import au.pip.assistant.store.EntryStore;
import au.pip.assistant.store.EventLog;
import au.pip.assistant.store.MemoryStore;
import au.pip.assistant.store.RunStore;
import au.pip.assistant.store.StoreException;
import au.pip.assistant.store.Stores;
import au.pip.assistant.store.UsageStore;
import java.nio.file.Path;
import java.time.Duration;

/** All ports over one SQL database. Texts come back char by char as they were given; times to the millisecond. */
public final class JdbcStores implements Stores {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Database database;

    JdbcStores(Database database) {
        this.database = database;
    }

    /**
     * Opens the SQLite database in a file, makes it (readable by its owner only) when there is none, and brings an
     * older schema up to date. What is acknowledged survives the process and a power failure. Other processes may
     * have the file open; this one waits up to five seconds for their writes.
     *
     * @throws StoreException when the file cannot be used: no such folder, no permission, not a Pip database, of a
     *     newer version, damaged, locked for too long, disk full. Then nothing is made and nothing changed.
     */
    public static Stores openSqlite(Path file) {
        return new JdbcStores(SqliteOpening.open(file, PATIENCE));
    }

    @Override
    public ConversationStore conversations() {
        return new JdbcConversationStore(database);
    }

    @Override
    public EntryStore entries() {
        return new JdbcEntryStore(database);
    }

    @Override
    public RunStore runs() {
        return new JdbcRunStore(database);
    }

    @Override
    public EventLog events() {
        return new JdbcEventLog(database);
    }

    @Override
    public UsageStore usage() {
        return new JdbcUsageStore(database);
    }

    @Override
    public MemoryStore memory() {
        return new JdbcMemoryStore(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
