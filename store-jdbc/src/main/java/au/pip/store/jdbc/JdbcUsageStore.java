package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.UsageStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.result.ResultIterable;

/** Sums row by row in {@link java.math.BigDecimal}: SQL's own sum of decimals is a float in SQLite. */
final class JdbcUsageStore implements UsageStore {
    private final Database database;

    JdbcUsageStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Sum> between(AccountId account, Instant from, Instant until) {
        return database.read(handle -> sums(handle.createQuery("""
                        SELECT provider, model, replies, fresh_input, cache_read, cache_write_5m, cache_write_1h,
                            output, reasoning, cost_usd
                        FROM usage_record
                        WHERE account_id = :account AND at >= :from AND at < :until
                        """)
                .bind("account", account.value())
                .bind("from", milliseconds(from))
                .bind("until", milliseconds(until))
                .map(Columns.read(UsageRow::sum))));
    }

    @Override
    public List<Sum> ofConversation(AccountId account, String conversationId) {
        return database.read(handle -> sums(handle.createQuery("""
                        SELECT provider, model, replies, fresh_input, cache_read, cache_write_5m, cache_write_1h,
                            output, reasoning, cost_usd
                        FROM usage_record
                        WHERE account_id = :account AND conversation_id = :conversation
                        """)
                .bind("account", account.value())
                .bind("conversation", conversationId)
                .map(Columns.read(UsageRow::sum))));
    }

    private static List<Sum> sums(ResultIterable<Sum> rows) {
        Map<Model, Sum> sums = new HashMap<>();
        rows.forEach(row -> sums.merge(new Model(row.provider(), row.model()), row, JdbcUsageStore::plus));
        return sums.values().stream()
                .sorted(Comparator.comparing(Sum::provider).thenComparing(Sum::model))
                .toList();
    }

    private static Sum plus(Sum one, Sum other) {
        return new Sum(
                one.provider(),
                one.model(),
                one.replies() + other.replies(),
                one.usage().plus(other.usage()),
                one.knownCostUsd().add(other.knownCostUsd()),
                one.unpricedReplies() + other.unpricedReplies());
    }

    /** The nearest millisecond there is, for instants that are only meant as "always". */
    private static long milliseconds(Instant instant) {
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException beyond) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private record Model(String provider, String name) {}
}
