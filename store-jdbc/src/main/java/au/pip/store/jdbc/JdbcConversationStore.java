package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import au.pip.assistant.Summary;
import au.pip.assistant.store.ConversationStore;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.spi.Cursor;
import au.pip.assistant.store.spi.Limit;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversations are listed by the time of their latest entry, those of one time by id; both from above. */
final class JdbcConversationStore implements ConversationStore {
    private final Database database;

    JdbcConversationStore(Database database) {
        this.database = database;
    }

    @Override
    public void create(AccountId account, Conversation conversation) {
        int created = database.write(handle -> handle.createUpdate("""
                        INSERT INTO conversation (account_id, id, title, created_at, updated_at)
                        VALUES (:account, :id, :title, :createdAt, :updatedAt)
                        ON CONFLICT (account_id, id) DO NOTHING
                        """)
                .bind("account", account.value())
                .bind("id", conversation.id())
                .bind("title", conversation.title())
                .bind("createdAt", conversation.createdAt().toEpochMilli())
                .bind("updatedAt", conversation.updatedAt().toEpochMilli())
                .execute());
        if (created == 0) {
            throw new IllegalArgumentException("There is already a conversation " + conversation.id() + ".");
        }
    }

    @Override
    public Optional<Conversation> find(AccountId account, String conversationId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id, title, created_at, updated_at
                        FROM conversation
                        WHERE account_id = :account AND id = :id
                        """)
                .bind("account", account.value())
                .bind("id", conversationId)
                .map(Columns.read(JdbcConversationStore::conversation))
                .findOne());
    }

    @Override
    public Page<Conversation> page(AccountId account, @Nullable String cursor, int limit) {
        Limit rows = new Limit(limit).atMost(100);
        String list = "conversations of " + account.value();
        List<Conversation> found =
                cursor == null ? first(account, rows) : after(TimePlace.of(Cursor.place(list, cursor)), account, rows);
        return rows.page(found, last -> Cursor.at(list, place(last).text()));
    }

    private List<Conversation> first(AccountId account, Limit rows) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id, title, created_at, updated_at
                        FROM conversation
                        WHERE account_id = :account
                        ORDER BY updated_at DESC, id DESC
                        LIMIT :limit
                        """)
                .bind("account", account.value())
                .bind("limit", rows.andOneMore())
                .map(Columns.read(JdbcConversationStore::conversation))
                .list());
    }

    private List<Conversation> after(TimePlace place, AccountId account, Limit rows) {
        return database.read(handle -> handle.createQuery("""
                        SELECT id, title, created_at, updated_at
                        FROM conversation
                        WHERE account_id = :account AND (updated_at, id) < (:updatedAt, :id)
                        ORDER BY updated_at DESC, id DESC
                        LIMIT :limit
                        """)
                .bind("account", account.value())
                .bind("updatedAt", place.time())
                .bind("id", place.id())
                .bind("limit", rows.andOneMore())
                .map(Columns.read(JdbcConversationStore::conversation))
                .list());
    }

    @Override
    public boolean rename(AccountId account, String conversationId, String title) {
        return database.write(handle -> handle.createUpdate("""
                                UPDATE conversation SET title = :title
                                WHERE account_id = :account AND id = :id
                                """)
                        .bind("title", title)
                        .bind("account", account.value())
                        .bind("id", conversationId)
                        .execute())
                > 0;
    }

    @Override
    public Optional<Summary> summary(AccountId account, String conversationId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT summary, summary_entry_id FROM conversation
                        WHERE account_id = :account AND id = :id AND summary IS NOT NULL
                        """)
                .bind("account", account.value())
                .bind("id", conversationId)
                .map(Columns.read(row -> new Summary(row.text("summary"), row.text("summary_entry_id"))))
                .findOne());
    }

    @Override
    public boolean summarise(AccountId account, String conversationId, Summary summary) {
        return database.write(handle -> handle.createUpdate("""
                                UPDATE conversation SET summary = :summary, summary_entry_id = :lastEntry
                                WHERE account_id = :account AND id = :id
                                """)
                        .bind("summary", summary.detail())
                        .bind("lastEntry", summary.lastEntryId())
                        .bind("account", account.value())
                        .bind("id", conversationId)
                        .execute())
                > 0;
    }

    private static TimePlace place(Conversation conversation) {
        return new TimePlace(conversation.updatedAt().toEpochMilli(), conversation.id());
    }

    private static Conversation conversation(Columns row) throws SQLException {
        return new Conversation(row.text("id"), row.text("title"), row.time("created_at"), row.time("updated_at"));
    }
}
