package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import au.pip.assistant.Summary;
import au.pip.assistant.store.ConversationStore;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.Row;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Each conversation has one place in its account's list; an entry moves it there in the entry's transaction. A summary
 * lies beside the conversation's item unless it is short, and only who asks for it reads it.
 */
final class DynamoConversationStore implements ConversationStore {
    private static final Set<String> SUMMARY = Set.of("summary", "summary_entry_id");

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
        return rows.table()
                .get(Keys.conversation(account, conversationId))
                .map(item -> conversation(rows.items().row(Items.without(item, SUMMARY))));
    }

    @Override
    public Page<Conversation> page(AccountId account, @Nullable String cursor, int limit) {
        Page<Row> page = rows.page(
                Query.of(Lists.conversations(account)).latestFirst(),
                "conversations of " + account.value(),
                cursor,
                limit,
                SUMMARY);
        return new Page<>(
                page.items().stream().map(DynamoConversationStore::conversation).toList(), page.next());
    }

    @Override
    public boolean rename(AccountId account, String conversationId, String title) {
        return replace(account, conversationId, Map.of("title", title));
    }

    @Override
    public Optional<Summary> summary(AccountId account, String conversationId) {
        return rows.find(Keys.conversation(account, conversationId))
                .filter(row -> row.value("summary") != null && row.value("summary_entry_id") != null)
                .map(row -> new Summary(row.text("summary"), row.text("summary_entry_id")));
    }

    @Override
    public boolean summarise(AccountId account, String conversationId, Summary summary) {
        return replace(
                account,
                conversationId,
                Map.of("summary", summary.detail(), "summary_entry_id", summary.lastEntryId()));
    }

    private boolean replace(AccountId account, String conversationId, Map<String, String> texts) {
        return rows.replacement().change(Noun.CONVERSATION, Keys.conversation(account, conversationId), texts);
    }

    private static Conversation conversation(Row row) {
        return new Conversation(
                row.text("id"), row.text("title"), RowOf.time(row, "created_at"), RowOf.time(row, "updated_at"));
    }
}
