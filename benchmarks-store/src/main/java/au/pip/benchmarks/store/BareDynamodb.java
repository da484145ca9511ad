package au.pip.benchmarks.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.store.spi.SearchWords;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What a careful person writes by hand over AWS's client: the requests that our stores send, with items of the same
 * keys, attributes and sizes, under the same conditions. No escaped keys, no parts of long texts, no second tries, no
 * failures explained.
 */
final class BareDynamodb implements StoreContender {
    private static final String ACCOUNT = AccountId.LOCAL.value();
    private static final String ABSENT = "attribute_not_exists(PK)";

    private final DynamoDbClient client;
    private final String table;

    BareDynamodb(URI endpoint, String region, String table) {
        this.table = table;
        this.client = DynamoDbClient.builder()
                .region(Region.of(region))
                .endpointOverride(endpoint)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Override
    public void create(String conversationId) {
        BareItem conversation = BareItem.of("conversation#" + ACCOUNT + "#" + conversationId, "conversation")
                .with("noun", "conversation")
                .with("account_id", ACCOUNT)
                .with("id", conversationId)
                .with("title", "Books of July")
                .with("created_at", 0)
                .with("updated_at", 0)
                .with("last_sequence", 0);
        write(put(conversation, ABSENT), put(latest(conversationId, 0).pointingAt(conversation)));
    }

    @Override
    public void keep(Turn turn) {
        begin(turn.run(), turn.question());
        finish(turn.run().id(), turn.answer());
    }

    private void begin(Run run, Entry question) {
        BareItem conversation = conversation(run.conversationId());
        BareItem asked = BareItem.of("question#" + ACCOUNT + "#" + question.id(), "question");
        BareItem guard = guard(run.conversationId());
        Map<String, AttributeValue> there = only(client.batchGetItem(request -> request.requestItems(Map.of(
                        table,
                        KeysAndAttributes.builder()
                                .keys(List.of(conversation.values(), asked.values(), guard.values()))
                                .consistentRead(true)
                                .build())))
                .responses()
                .getOrDefault(table, List.of()));
        BareItem row = run(run.id())
                .with("noun", "run")
                .with("account_id", ACCOUNT)
                .with("id", run.id())
                .with("conversation_id", run.conversationId())
                .with("state", "running")
                .with("started_at", run.startedAt().toEpochMilli())
                .with("node", run.node())
                .with("stop_asked", 0)
                .with("last_event", 0);
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(put(row, ABSENT));
        writes.add(put(guard.pointingAt(row)));
        writes.add(put(going(run.id(), run.startedAt().toEpochMilli()).pointingAt(row)));
        add(writes, there, run.conversationId(), question, asked);
        write(writes.toArray(TransactWriteItem[]::new));
    }

    private void finish(String runId, Entry answer) {
        Map<String, AttributeValue> run = get(run(runId));
        String conversationId = BareItem.text(run, "conversation_id");
        Map<String, AttributeValue> there = get(conversation(conversationId));
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(run(runId).values())
                        .updateExpression("SET #state = :after")
                        .conditionExpression("#state = :before")
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(Map.of(
                                ":after", AttributeValue.fromS("completed"),
                                ":before", AttributeValue.fromS("running"))))
                .build());
        writes.add(delete(guard(conversationId)));
        writes.add(delete(going(runId, BareItem.number(run, "started_at"))));
        add(writes, there, conversationId, answer, BareItem.of("run#" + ACCOUNT + "#" + runId, "answer"));
        write(writes.toArray(TransactWriteItem[]::new));
    }

    /** @param once the guard of what there may be once */
    private void add(
            List<TransactWriteItem> writes,
            Map<String, AttributeValue> conversation,
            String conversationId,
            Entry entry,
            BareItem once) {
        long sequence = BareItem.number(conversation, "last_sequence") + 1;
        long before = BareItem.number(conversation, "updated_at");
        long at = entry.at().toEpochMilli();
        BareItem row = entry(conversationId, sequence)
                .with("noun", "entry")
                .with("account_id", ACCOUNT)
                .with("conversation_id", conversationId)
                .with("sequence", sequence)
                .with("id", entry.id())
                .with("run_id", entry.runId())
                .with("kind", entry.kind() == Entry.Kind.QUESTION ? "question" : "answer")
                .withLong("text", entry.text())
                .withLong("detail", entry.detail())
                .with("at", at);
        writes.add(put(row));
        writes.add(put(once.pointingAt(row), ABSENT));
        writes.add(put(
                BareItem.of(
                                "search#" + ACCOUNT,
                                BareItem.ordered(at) + "#" + entry.id() + "#" + conversationId + "#"
                                        + BareItem.ordered(sequence))
                        .pointingAt(row)
                        .with("words", " " + String.join(" ", SearchWords.of(entry.text()))),
                ABSENT));
        writes.add(TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(conversation(conversationId).values())
                        .updateExpression("SET updated_at = :at, last_sequence = :sequence")
                        .conditionExpression("last_sequence = :last AND updated_at = :before")
                        .expressionAttributeValues(Map.of(
                                ":at", BareItem.number(at),
                                ":sequence", BareItem.number(sequence),
                                ":last", BareItem.number(sequence - 1),
                                ":before", BareItem.number(before))))
                .build());
        if (at != before) {
            writes.add(delete(latest(conversationId, before)));
            writes.add(put(latest(conversationId, at).pointingAt(conversation(conversationId))));
        }
    }

    @Override
    public List<Object> places(String conversationId) {
        long last = BareItem.number(get(conversation(conversationId)), "last_sequence");
        List<Object> places = new ArrayList<>();
        for (long above = 0; above + PAGE <= last; above += PAGE) {
            places.add(above);
        }
        return places;
    }

    /** One more than the page has, as those who tell whether more follow must read. */
    @Override
    public int read(String conversationId, Object place) {
        QueryRequest request = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :partition AND SK BETWEEN :from AND :to")
                .expressionAttributeValues(Map.of(
                        ":partition", entry(conversationId, 0).values().get("PK"),
                        ":from",
                                entry(conversationId, (Long) place + 1).values().get("SK"),
                        ":to", entry(conversationId, Long.MAX_VALUE).values().get("SK")))
                .consistentRead(true)
                .limit(PAGE + 1)
                .build();
        List<Entry> entries =
                client.query(request).items().stream().map(BareDynamodb::entry).toList();
        return Math.min(entries.size(), PAGE);
    }

    private static Entry entry(Map<String, AttributeValue> item) {
        return new Entry(
                BareItem.text(item, "id"),
                BareItem.text(item, "kind").equals("question") ? Entry.Kind.QUESTION : Entry.Kind.ANSWER,
                BareItem.text(item, "run_id"),
                BareItem.text(item, "text"),
                BareItem.text(item, "detail"),
                Instant.ofEpochMilli(BareItem.number(item, "at")));
    }

    private static BareItem conversation(String id) {
        return BareItem.of("conversation#" + ACCOUNT + "#" + id, "conversation");
    }

    private static BareItem entry(String conversationId, long sequence) {
        return BareItem.of("conversation#" + ACCOUNT + "#" + conversationId, "entry#" + BareItem.ordered(sequence));
    }

    private static BareItem run(String id) {
        return BareItem.of("run#" + ACCOUNT + "#" + id, "run");
    }

    private static BareItem guard(String conversationId) {
        return BareItem.of("conversation#" + ACCOUNT + "#" + conversationId, "going");
    }

    private static BareItem going(String runId, long startedAt) {
        return BareItem.of(
                "going#" + Math.floorMod(runId.hashCode(), 4),
                BareItem.ordered(startedAt) + "#" + ACCOUNT + "#" + runId);
    }

    private static BareItem latest(String conversationId, long at) {
        return BareItem.of("latest#" + ACCOUNT, BareItem.ordered(at) + "#" + conversationId);
    }

    private Map<String, AttributeValue> get(BareItem key) {
        return Optional.of(client.getItem(request ->
                                request.tableName(table).key(key.values()).consistentRead(true))
                        .item())
                .filter(item -> !item.isEmpty())
                .orElseThrow();
    }

    /** The conversation: no run of it is going, and nobody has sent the question before. */
    private static Map<String, AttributeValue> only(List<Map<String, AttributeValue>> found) {
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " items found");
        }
        return found.getFirst();
    }

    private TransactWriteItem put(BareItem item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item.values()))
                .build();
    }

    private TransactWriteItem put(BareItem item, String condition) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item.values()).conditionExpression(condition))
                .build();
    }

    private TransactWriteItem delete(BareItem key) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(key.values()))
                .build();
    }

    private void write(TransactWriteItem... writes) {
        client.transactWriteItems(request -> request.transactItems(writes)
                .clientRequestToken(UUID.randomUUID().toString()));
    }

    @Override
    public void close() {
        client.close();
    }
}
