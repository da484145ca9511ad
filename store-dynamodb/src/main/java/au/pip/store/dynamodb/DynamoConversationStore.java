package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import au.pip.assistant.Summary;
import au.pip.assistant.store.ConversationStore;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.StoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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

    /** Puts texts in the place of others, whose parts go once nothing refers to them. */
    private boolean replace(AccountId account, String conversationId, Map<String, String> texts) {
        Key key = Keys.conversation(account, conversationId);
        Optional<Map<String, AttributeValue>> before = rows.table().get(key);
        if (before.isEmpty()) {
            return false;
        }
        Map<String, AttributeValue> kept = new HashMap<>();
        texts.forEach((field, text) -> kept.put(field, rows.items().text(Noun.CONVERSATION, text)));
        Patience patience = new Patience(Calls.PATIENCE);
        while (before.isPresent()) {
            Map<String, AttributeValue> item = before.get();
            List<AttributeValue> replaced = texts.keySet().stream()
                    .map(item::get)
                    .filter(Objects::nonNull)
                    .toList();
            if (rows.table()
                    .write(rows.table()
                            .transaction()
                            .update(key, new Change().setAll(kept), unchanged(item, texts.keySet())))
                    .isDone()) {
                replaced.forEach(this::forget);
                return true;
            }
            rows.table().pauseUnlessOver(patience);
            before = rows.table().get(key);
        }
        kept.values().forEach(this::forget);
        return false;
    }

    private static Condition unchanged(Map<String, AttributeValue> item, Set<String> fields) {
        return Condition.all(Stream.concat(
                        Stream.of(Condition.exists()), fields.stream().map(field -> {
                            AttributeValue value = item.get(field);
                            return value == null ? Condition.lacks(field) : Condition.equal(field, value);
                        }))
                .toArray(Condition[]::new));
    }

    /** What is left when this fails takes room and does no harm. */
    private void forget(AttributeValue text) {
        try {
            rows.items().forget(text);
        } catch (StoreException left) {
            System.getLogger(DynamoConversationStore.class.getName())
                    .log(System.Logger.Level.WARNING, "parts of a text that was replaced are left", left);
        }
    }

    private static Conversation conversation(Row row) {
        return new Conversation(
                row.text("id"), row.text("title"), RowOf.time(row, "created_at"), RowOf.time(row, "updated_at"));
    }
}
