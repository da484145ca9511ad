package au.pip.store.jdbc;

import au.pip.assistant.store.AccountStore;
import au.pip.assistant.store.ApprovalStore;
import au.pip.assistant.store.AuditLog;
import au.pip.assistant.store.BudgetStore;
import au.pip.assistant.store.CallStore;
import au.pip.assistant.store.CodeStore;
import au.pip.assistant.store.ConnectionStore;
import au.pip.assistant.store.ConversationStore;
import au.pip.assistant.store.EntryStore;
import au.pip.assistant.store.EventLog;
import au.pip.assistant.store.JobStore;
import au.pip.assistant.store.LeaseStore;
import au.pip.assistant.store.MemoryStore;
import au.pip.assistant.store.ReplyStore;
import au.pip.assistant.store.Rows;
import au.pip.assistant.store.RunStore;
import au.pip.assistant.store.SecretStore;
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
     *     newer version, damaged, locked for too long, disk full. Then nothing is made and nothing changed. An older
     *     schema is backed up to a file beside it first.
     */
    public static Stores openSqlite(Path file) {
        return new JdbcStores(SqliteOpening.open(file, PATIENCE));
    }

    /**
     * Opens the SQLite database in a file whose tables are this version's, for who looks at it beside a server. Makes no
     * file and no tables, and upgrades none.
     *
     * @throws StoreException also when there is no such file, it has no tables, or an older version made them; the file
     *     has the same bytes then
     */
    public static Stores openSqliteAsItIs(Path file) {
        return new JdbcStores(SqliteOpening.openAsItIs(file, PATIENCE));
    }

    /**
     * Opens a PostgreSQL database (15 or newer, UTF-8) and brings an older schema up to date, one node at a time. Many
     * nodes may have it open.
     *
     * @param url {@code postgresql://user:password@host:port/database?sslmode=require}; also {@code postgres:} and
     *     {@code jdbc:postgresql:}
     * @throws StoreException when it cannot be used: not such a URL, no server there, another password, no such
     *     database, no permission, too old a server, a standby, another program's, of a newer version, disk full. Then
     *     nothing is made and nothing changed. The message never holds the password.
     */
    public static Stores openPostgres(String url) {
        return new JdbcStores(PostgresOpening.open(url));
    }

    /**
     * Opens a PostgreSQL database whose tables are this version's, for who looks at it beside a server. Makes no tables
     * and upgrades none.
     *
     * @throws StoreException also when it has no tables, or an older version made them
     */
    public static Stores openPostgresAsItIs(String url) {
        return new JdbcStores(PostgresOpening.openAsItIs(url));
    }

    @Override
    public AccountStore accounts() {
        return new JdbcAccountStore(database);
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
    public ConnectionStore connections() {
        return new JdbcConnectionStore(database);
    }

    @Override
    public SecretStore secrets() {
        return new JdbcSecretStore(database);
    }

    @Override
    public ApprovalStore approvals() {
        return new JdbcApprovalStore(database);
    }

    @Override
    public CodeStore codes() {
        return new JdbcCodeStore(database);
    }

    @Override
    public BudgetStore budgets() {
        return new JdbcBudgetStore(database);
    }

    @Override
    public AuditLog audit() {
        return new JdbcAuditLog(database);
    }

    @Override
    public JobStore jobs() {
        return new JdbcJobStore(database);
    }

    @Override
    public LeaseStore leases() {
        return new JdbcLeaseStore(database);
    }

    @Override
    public CallStore calls() {
        return new JdbcCallStore(database);
    }

    @Override
    public ReplyStore replies() {
        return new JdbcReplyStore(database);
    }

    @Override
    public Rows rows() {
        return new JdbcRows(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
