package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import au.pip.assistant.Summary;
import au.pip.assistant.store.ConversationStore;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.Row;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Each conversation has one place in its account's list; an entry moves it there in the entry's transaction. */
final class DynamoConversationStore implements ConversationStore {
    private final StoredRows rows;

    DynamoConversationStore(StoredRows rows) {
        this.rows = rows;
    }

    @Override
    public void create(AccountId account, Conversation conversation) {
        if (!rows.add(RowOf.of(
                Noun.CONVERSATION,
                account.value(),
                conversation.id(),
                conversation.title(),
                conversation.createdAt().toEpochMilli(),
                conversation.updatedAt().toEpochMilli(),
                null,
                null))) {
            throw new IllegalArgumentException("There is already a conversation " + conversation.id() + ".");
        }
    }

    @Override
    public Optional<Conversation> find(AccountId account, String conversationId) {
        return rows.find(Keys.conversation(account, conversationId)).map(DynamoConversationStore::conversation);
    }

    @Override
    public Page<Conversation> page(AccountId account, @Nullable String cursor, int limit) {
        Page<Row> page = rows.page(
                Query.of(Lists.conversations(account)).latestFirst(),
                "conversations of " + account.value(),
                cursor,
                limit);
        return new Page<>(
                page.items().stream().map(DynamoConversationStore::conversation).toList(), page.next());
    }

    @Override
    public boolean rename(AccountId account, String conversationId, String title) {
        return update(
                account, conversationId, new Change().set("title", rows.items().text(Noun.CONVERSATION, title)));
    }

    @Override
    public Optional<Summary> summary(AccountId account, String conversationId) {
        return rows.find(Keys.conversation(account, conversationId))
                .filter(row -> row.value("summary") != null && row.value("summary_entry_id") != null)
                .map(row -> new Summary(row.text("summary"), row.text("summary_entry_id")));
    }

    @Override
    public boolean summarise(AccountId account, String conversationId, Summary summary) {
        return update(
                account,
                conversationId,
                new Change()
                        .set("summary", rows.items().text(Noun.CONVERSATION, summary.detail()))
                        .set("summary_entry_id", rows.items().text(Noun.CONVERSATION, summary.lastEntryId())));
    }

    private boolean update(AccountId account, String conversationId, Change change) {
        return rows.table()
                .write(rows.table()
                        .transaction()
                        .update(Keys.conversation(account, conversationId), change, Condition.exists()))
                .isDone();
    }

    private static Conversation conversation(Row row) {
        return new Conversation(
                row.text("id"), row.text("title"), RowOf.time(row, "created_at"), RowOf.time(row, "updated_at"));
    }
}
