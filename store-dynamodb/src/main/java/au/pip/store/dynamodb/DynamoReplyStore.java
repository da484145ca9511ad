package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.ReplyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item a reply, which is no row of a noun; and one that counts what was put for a connection. */
final class DynamoReplyStore implements ReplyStore {
    private static final String AT = "at";
    private static final String BODY = "body";
    private static final String BYTES = "bytes";

    private final Table table;

    DynamoReplyStore(Table table) {
        this.table = table;
    }

    @Override
    public void put(AccountId account, String connectionId, String name, Reply reply) {
        if (reply.body().length > MOST_BYTES) {
            throw new IllegalArgumentException("A reply has at most " + MOST_BYTES + " bytes.");
        }
        long at = Milliseconds.of(reply.at());
        Map<String, AttributeValue> item =
                new HashMap<>(Keys.reply(account, connectionId, name).attributes());
        item.put(AT, Values.number(at));
        item.put(BODY, AttributeValue.fromB(SdkBytes.fromByteArray(reply.body())));
        item.put(Query.INDEX_PARTITION, Values.text(Lists.REPLIES));
        item.put(Query.INDEX_SORT, Values.text(KeyText.of(KeyText.number(at), account.value(), connectionId, name)));
        table.write(table.transaction()
                .put(item)
                .update(
                        Keys.replyBytes(account, connectionId),
                        new Change().add(BYTES, reply.body().length),
                        Condition.any(Condition.exists(), Condition.absent())));
    }

    @Override
    public Optional<Reply> find(AccountId account, String connectionId, String name) {
        return table.get(Keys.reply(account, connectionId, name))
                .map(item -> new Reply(
                        Instant.ofEpochMilli(Values.number(item, AT)),
                        Values.of(item, BODY).b().asByteArray()));
    }

    @Override
    public long bytes(AccountId account, String connectionId) {
        return table.get(Keys.replyBytes(account, connectionId))
                .map(item -> Values.number(item, BYTES))
                .orElse(0L);
    }

    @Override
    public int forget(AccountId account, String connectionId) {
        List<Key> keys = new ArrayList<>();
        table.each(Query.of(Keys.replyPartition(account, connectionId)), item -> keys.add(Key.of(item)));
        table.deleteAll(keys);
        return (int) keys.stream()
                .filter(key -> !key.equals(Keys.replyBytes(account, connectionId)))
                .count();
    }

    @Override
    public int forget(Instant before) {
        long time = Milliseconds.of(before);
        return Forgetting.items(
                table, Query.ofIndex(Lists.REPLIES).before(KeyText.number(time)), Condition.below(AT, time));
    }
}
