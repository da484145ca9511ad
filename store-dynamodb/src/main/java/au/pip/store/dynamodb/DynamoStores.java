package au.pip.store.dynamodb;

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
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** All ports over one DynamoDB table. Texts come back char by char as they were given; times to the millisecond. */
public final class DynamoStores implements Stores {
    private final Table table;
    private final StoredRows rows;

    private DynamoStores(Table table) {
        this.table = table;
        this.rows = new StoredRows(table, new Items(table));
    }

    /**
     * Opens the table, and makes it when there is none and the settings say so: billed by request, restorable as of
     * any moment. What is acknowledged is stored by DynamoDB on several machines. Any number of processes may have the
     * table open.
     *
     * @throws StoreException when the table cannot be used: no credentials, no permission, not reachable, not there,
     *     another program's, of a newer version
     */
    public static Stores open(DynamoSettings settings) {
        return open(settings, SchemaVersion::noteAndCheck);
    }

    /**
     * Opens a table that is there, for who looks at it beside a server. Makes none and writes nothing, whatever the
     * settings say.
     *
     * @throws StoreException as {@link #open} does
     */
    public static Stores openAsItIs(DynamoSettings settings) {
        DynamoSettings notMaking = new DynamoSettings(settings.region(), settings.table(), settings.endpoint(), false);
        return open(notMaking, SchemaVersion::check);
    }

    private static Stores open(DynamoSettings settings, BiConsumer<Table, DynamoSettings> check) {
        DynamoDbClient client = DynamoClient.of(settings);
        boolean opened = false;
        try {
            new TableSetup(client, settings).ready();
            Table table = new Table(client, settings);
            check.accept(table, settings);
            opened = true;
            return new DynamoStores(table);
        } finally {
            if (!opened) {
                client.close();
            }
        }
    }

    @Override
    public AccountStore accounts() {
        return new DynamoAccountStore(rows);
    }

    @Override
    public ConversationStore conversations() {
        return new DynamoConversationStore(rows);
    }

    @Override
    public EntryStore entries() {
        return new DynamoEntryStore(rows);
    }

    @Override
    public RunStore runs() {
        return new DynamoRunStore(rows);
    }

    @Override
    public EventLog events() {
        return new DynamoEventLog(rows);
    }

    @Override
    public UsageStore usage() {
        return new DynamoUsageStore(rows);
    }

    @Override
    public MemoryStore memory() {
        return new DynamoMemoryStore(rows);
    }

    @Override
    public ConnectionStore connections() {
        return new DynamoConnectionStore(rows);
    }

    @Override
    public SecretStore secrets() {
        return new DynamoSecretStore(rows);
    }

    @Override
    public ApprovalStore approvals() {
        return new DynamoApprovalStore(rows);
    }

    @Override
    public CodeStore codes() {
        return new DynamoCodeStore(rows);
    }

    @Override
    public BudgetStore budgets() {
        return new DynamoBudgetStore(rows);
    }

    @Override
    public AuditLog audit() {
        return new DynamoAuditLog(rows);
    }

    @Override
    public JobStore jobs() {
        return new DynamoJobStore(rows);
    }

    @Override
    public LeaseStore leases() {
        return new DynamoLeaseStore(rows);
    }

    @Override
    public CallStore calls() {
        return new DynamoCallStore(table);
    }

    @Override
    public ReplyStore replies() {
        return new DynamoReplyStore(table);
    }

    @Override
    public Rows rows() {
        return new DynamoRows(rows);
    }

    @Override
    public void close() {
        table.close();
    }
}
