package au.pip.store.dynamodb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The table. Reads see everything written before, those of the index apart. A write that got no answer is asked again
 * with the token that it had, so that it is done once and answers as it did.
 */
final class Table implements AutoCloseable {
    static final String INDEX = "listed";
    private static final int MOST_GOT = 100;
    private static final int MOST_PUT = 25;

    private final DynamoDbClient client;
    private final DynamoSettings settings;
    private final Calls calls;

    Table(DynamoDbClient client, DynamoSettings settings) {
        this(client, settings, new Calls(settings));
    }

    private Table(DynamoDbClient client, DynamoSettings settings, Calls calls) {
        this.client = client;
        this.settings = settings;
        this.calls = calls;
    }

    /** The same table for one piece of work that is over, done or not, after that time. */
    Table within(Duration most) {
        return new Table(client, settings, calls.within(most));
    }

    /** How long to try again what others stood in the way of. */
    Patience patience() {
        return calls.patience();
    }

    /** Some items of a query, and the sort key to go on after; null when there are no more. */
    record Part(
            List<Map<String, AttributeValue>> items,
            @Nullable String last) {}

    Optional<Map<String, AttributeValue>> get(Key key) {
        GetItemRequest.Builder request = GetItemRequest.builder()
                .tableName(settings.table())
                .key(key.attributes())
                .consistentRead(true);
        return Optional.of(calls.made(
                        "dynamodb:GetItem",
                        () -> client.getItem(
                                request.overrideConfiguration(calls.limit()).build())))
                .filter(answer -> answer.hasItem())
                .map(answer -> answer.item());
    }

    /** Those of the items that are there. */
    Map<Key, Map<String, AttributeValue>> getAll(Collection<Key> keys) {
        Map<Key, Map<String, AttributeValue>> found = new HashMap<>();
        List<Map<String, AttributeValue>> left =
                new ArrayList<>(keys.stream().distinct().map(Key::attributes).toList());
        Patience patience = calls.patience();
        while (!left.isEmpty()) {
            List<Map<String, AttributeValue>> some = left.subList(0, Math.min(MOST_GOT, left.size()));
            BatchGetItemRequest request = BatchGetItemRequest.builder()
                    .requestItems(Map.of(
                            settings.table(),
                            KeysAndAttributes.builder()
                                    .keys(List.copyOf(some))
                                    .consistentRead(true)
                                    .build()))
                    .build();
            var answer = calls.made("dynamodb:BatchGetItem", () -> client.batchGetItem(request));
            some.clear();
            answer.responses().getOrDefault(settings.table(), List.of()).forEach(item -> found.put(Key.of(item), item));
            KeysAndAttributes unread = answer.unprocessedKeys().get(settings.table());
            if (unread != null) {
                left.addAll(unread.keys());
                pauseUnlessOver(patience, "dynamodb:BatchGetItem");
            }
        }
        return found;
    }

    /** Keeps items, in place of any others of their keys; not all at once. */
    void putAll(Collection<Map<String, AttributeValue>> items) {
        writeAll(items.stream()
                .map(item ->
                        WriteRequest.builder().putRequest(put -> put.item(item)).build())
                .toList());
    }

    /** Removes items, those that are there; not all at once. */
    void deleteAll(Collection<Key> keys) {
        writeAll(keys.stream()
                .map(key -> WriteRequest.builder()
                        .deleteRequest(delete -> delete.key(key.attributes()))
                        .build())
                .toList());
    }

    private void writeAll(List<WriteRequest> requests) {
        List<WriteRequest> left = new ArrayList<>(requests);
        Patience patience = calls.patience();
        while (!left.isEmpty()) {
            List<WriteRequest> some = left.subList(0, Math.min(MOST_PUT, left.size()));
            BatchWriteItemRequest request = BatchWriteItemRequest.builder()
                    .requestItems(Map.of(settings.table(), List.copyOf(some)))
                    .build();
            var answer = calls.made("dynamodb:BatchWriteItem", () -> client.batchWriteItem(request));
            some.clear();
            List<WriteRequest> unwritten = answer.unprocessedItems().getOrDefault(settings.table(), List.of());
            if (!unwritten.isEmpty()) {
                left.addAll(unwritten);
                pauseUnlessOver(patience, "dynamodb:BatchWriteItem");
            }
        }
    }

    private void pauseUnlessOver(Patience patience, String action) {
        if (patience.isOver()) {
            throw DynamoFailure.throttled(settings, action);
        }
        patience.pause();
    }

    /** Before what was read is read again, because others have written it meanwhile. */
    void pauseUnlessOver(Patience patience) {
        if (patience.isOver()) {
            throw DynamoFailure.busy(settings);
        }
        patience.pause();
    }

    Transaction transaction() {
        return new Transaction(settings.table());
    }

    /** Asks again while others write the same items, for a while. */
    Written write(Transaction transaction) {
        Patience patience = calls.patience();
        while (true) {
            TransactWriteItemsRequest.Builder request = TransactWriteItemsRequest.builder()
                    .transactItems(transaction.writes())
                    .clientRequestToken(UUID.randomUUID().toString());
            try {
                calls.made(
                        "dynamodb:TransactWriteItems",
                        () -> client.transactWriteItems(
                                request.overrideConfiguration(calls.limit()).build()));
                return new Written.Done();
            } catch (TransactionCanceledException cancelled) {
                List<CancellationReason> reasons = cancelled.cancellationReasons();
                if (reasons.stream().anyMatch(Written::refused)) {
                    return new Written.Refused(reasons);
                }
                if (patience.isOver() || !reasons.stream().allMatch(Table::passes)) {
                    throw DynamoFailure.cancelled(settings, cancelled);
                }
            }
            patience.pause();
        }
    }

    private static boolean passes(CancellationReason reason) {
        return switch (String.valueOf(reason.code())) {
            case "None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded" -> true;
            default -> false;
        };
    }

    /** The first items, up to {@code most}. */
    List<Map<String, AttributeValue>> first(Query query, int most) {
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        Map<String, AttributeValue> last = null;
        do {
            QueryResponse answer = page(query, last, query.filter() == null ? most - found.size() : null);
            found.addAll(answer.items());
            last = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : null;
        } while (last != null && found.size() < most);
        return found.size() <= most ? found : found.subList(0, most);
    }

    void each(Query query, Consumer<Map<String, AttributeValue>> reader) {
        Map<String, AttributeValue> last = null;
        do {
            QueryResponse answer = page(query, last, null);
            answer.items().forEach(reader);
            last = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : null;
        } while (last != null);
    }

    /** What the filter lets through of the first {@code read} items, or of the first megabyte. */
    Part part(Query query, int read) {
        QueryResponse answer = page(query, null, read);
        return new Part(
                answer.items(),
                answer.hasLastEvaluatedKey() ? Key.of(answer.lastEvaluatedKey()).sort() : null);
    }

    private QueryResponse page(Query query, @Nullable Map<String, AttributeValue> after, @Nullable Integer limit) {
        Expression expression = new Expression();
        QueryRequest.Builder request = QueryRequest.builder()
                .tableName(settings.table())
                .keyConditionExpression(query.keyCondition(expression))
                .scanIndexForward(!query.descending())
                .consistentRead(!query.index())
                .exclusiveStartKey(after)
                .limit(limit);
        if (query.index()) {
            request.indexName(INDEX);
        }
        Condition filter = query.filter();
        if (filter != null) {
            request.filterExpression(filter.text(expression));
        }
        request.expressionAttributeNames(expression.names()).expressionAttributeValues(expression.values());
        return calls.made(
                "dynamodb:Query",
                () -> client.query(request.overrideConfiguration(calls.limit()).build()));
    }

    /**
     * Reads the whole table.
     *
     * @param reader answers whether it wants more
     */
    void scan(Condition filter, java.util.function.Predicate<Map<String, AttributeValue>> reader) {
        Map<String, AttributeValue> last = null;
        do {
            Expression expression = new Expression();
            ScanRequest request = ScanRequest.builder()
                    .tableName(settings.table())
                    .filterExpression(filter.text(expression))
                    .expressionAttributeNames(expression.names())
                    .expressionAttributeValues(expression.values())
                    .consistentRead(true)
                    .exclusiveStartKey(last)
                    .build();
            ScanResponse answer = calls.made("dynamodb:Scan", () -> client.scan(request));
            for (Map<String, AttributeValue> item : answer.items()) {
                if (!reader.test(item)) {
                    return;
                }
            }
            last = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : null;
        } while (last != null);
    }

    @Override
    public void close() {
        client.close();
    }
}
