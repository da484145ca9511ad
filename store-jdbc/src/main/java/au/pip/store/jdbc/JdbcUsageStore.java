package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.UsageStore;
import au.pip.assistant.store.spi.UsageLines;
import au.pip.assistant.store.spi.UsageSums;
import java.time.Instant;
import java.util.List;
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

    @Override
    public List<Line> lines(AccountId account, Instant from, Instant until) {
        return database.read(handle -> {
            UsageLines lines = new UsageLines();
            handle.createQuery("""
                            SELECT conversation_id, provider, model, replies, fresh_input, cache_read, cache_write_5m,
                                cache_write_1h, output, reasoning, cost_usd, price_version
                            FROM usage_record
                            WHERE account_id = :account AND at >= :from AND at < :until
                            """)
                    .bind("account", account.value())
                    .bind("from", milliseconds(from))
                    .bind("until", milliseconds(until))
                    .map(Columns.read(UsageRow::line))
                    .forEach(lines::add);
            return lines.all();
        });
    }

    private static List<Sum> sums(ResultIterable<Sum> rows) {
        UsageSums sums = new UsageSums();
        rows.forEach(sums::add);
        return sums.all();
    }

    /** The nearest millisecond there is, for instants that are only meant as "always". */
    private static long milliseconds(Instant instant) {
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException beyond) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
