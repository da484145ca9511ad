package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.store.ApprovalStore;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.spi.Cursor;
import au.pip.assistant.store.spi.Limit;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class JdbcApprovalStore implements ApprovalStore {
    private static final String FIND = """
            SELECT id, conversation_id, run_id, draft, hash, state, created_at, expires_at FROM approval
            WHERE account_id = :account AND id = :id
            """;

    private final Database database;

    JdbcApprovalStore(Database database) {
        this.database = database;
    }

    @Override
    public void ask(AccountId account, Approval approval) {
        if (approval.state() != Approval.State.WAITING) {
            throw new IllegalArgumentException("An approval is asked for, not " + Columns.word(approval.state()) + ".");
        }
        int asked = database.write(handle -> handle.createUpdate("""
                        INSERT INTO approval (
                            account_id, id, conversation_id, run_id, draft, hash, state, created_at, expires_at)
                        VALUES (:account, :id, :conversation, :run, :draft, :hash, 'waiting', :createdAt, :expiresAt)
                        ON CONFLICT (account_id, id) DO NOTHING
                        """)
                .bind("account", account.value())
                .bind("id", approval.id())
                .bind("conversation", approval.conversationId())
                .bind("run", approval.runId())
                .bind("draft", approval.draft())
                .bind("hash", approval.hash())
                .bind("createdAt", approval.createdAt().toEpochMilli())
                .bind("expiresAt", approval.expiresAt().toEpochMilli())
                .execute());
        if (asked == 0) {
            throw new IllegalArgumentException("There is already an approval " + approval.id() + ".");
        }
    }

    @Override
    public Optional<Approval> find(AccountId account, String approvalId) {
        return database.read(handle -> find(handle, account, approvalId, FIND));
    }

    private static Optional<Approval> find(Handle handle, AccountId account, String approvalId, String query) {
        return handle.createQuery(query)
                .bind("account", account.value())
                .bind("id", approvalId)
                .map(Columns.read(JdbcApprovalStore::approval))
                .findOne();
    }

    @Override
    public Consumption consume(AccountId account, String approvalId, String hash, Instant now) {
        return database.write(handle -> {
            Optional<Approval> found = find(handle, account, approvalId, FIND + "<locked>");
            if (found.isEmpty()) {
                return new Consumption.Unknown();
            }
            Approval approval = found.get();
            if (approval.state() != Approval.State.WAITING) {
                return new Consumption.Ended(approval.state());
            }
            if (!approval.hash().equals(hash)) {
                return new Consumption.Different();
            }
            if (!now.isBefore(approval.expiresAt())) {
                return new Consumption.Expired();
            }
            end(handle, account, approvalId, Approval.State.CONSUMED);
            return new Consumption.Granted(
                    find(handle, account, approvalId, FIND).orElseThrow());
        });
    }

    @Override
    public boolean decline(AccountId account, String approvalId) {
        return database.write(handle -> end(handle, account, approvalId, Approval.State.DECLINED));
    }

    private static boolean end(Handle handle, AccountId account, String approvalId, Approval.State state) {
        return handle.createUpdate("""
                                UPDATE approval SET state = :state
                                WHERE account_id = :account AND id = :id AND state = 'waiting'
                                """)
                        .bind("state", Columns.word(state))
                        .bind("account", account.value())
                        .bind("id", approvalId)
                        .execute()
                > 0;
    }

    @Override
    public Page<Approval> waiting(AccountId account, @Nullable String cursor, int limit) {
        Limit rows = new Limit(limit).atMost(100);
        String list = "waiting approvals of " + account.value();
        List<Approval> found = cursor == null ? first(account, rows) : below(Cursor.place(list, cursor), account, rows);
        return rows.page(found, last -> Cursor.at(list, last.id()));
    }

    private List<Approval> first(AccountId account, Limit rows) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id, conversation_id, run_id, draft, hash, state, created_at, expires_at FROM approval
                        WHERE account_id = :account AND state = 'waiting'
                        ORDER BY id DESC
                        LIMIT :limit
                        """)
                .bind("account", account.value())
                .bind("limit", rows.andOneMore())
                .map(Columns.read(JdbcApprovalStore::approval))
                .list());
    }

    private List<Approval> below(String id, AccountId account, Limit rows) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id, conversation_id, run_id, draft, hash, state, created_at, expires_at FROM approval
                        WHERE account_id = :account AND state = 'waiting' AND id < :id
                        ORDER BY id DESC
                        LIMIT :limit
                        """)
                .bind("account", account.value())
                .bind("id", id)
                .bind("limit", rows.andOneMore())
                .map(Columns.read(JdbcApprovalStore::approval))
                .list());
    }

    private static Approval approval(Columns row) throws SQLException {
        return new Approval(
                row.text("id"),
                row.text("conversation_id"),
                row.text("run_id"),
                row.text("draft"),
                row.text("hash"),
                row.word("state", Approval.State.class),
                row.time("created_at"),
                row.time("expires_at"));
    }
}
