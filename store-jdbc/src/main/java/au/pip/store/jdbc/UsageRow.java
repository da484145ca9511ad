package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.Run;
import au.pip.assistant.UsageRecord;
import au.pip.assistant.store.UsageStore.Line;
import au.pip.assistant.store.UsageStore.Sum;
import au.pip.llm.Usage;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What a usage record's row holds. Costs are decimals in full, never a float. */
final class UsageRow {
    private UsageRow() {}

    static void add(Handle handle, AccountId account, Run run, List<UsageRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO usage_record (
                    account_id, run_id, position, conversation_id, provider, model, replies, fresh_input, cache_read,
                    cache_write_5m, cache_write_1h, output, reasoning, cost_usd, price_version, at)
                VALUES (
                    :account, :run, :position, :conversation, :provider, :model, :replies, :freshInput, :cacheRead,
                    :cacheWrite5m, :cacheWrite1h, :output, :reasoning, :costUsd, :priceVersion, :at)
                """);
        for (int position = 0; position < records.size(); position++) {
            UsageRecord record = records.get(position);
            Usage usage = record.usage();
            BigDecimal costUsd = record.costUsd();
            batch.bind("account", account.value())
                    .bind("run", run.id())
                    .bind("position", position)
                    .bind("conversation", run.conversationId())
                    .bind("provider", record.provider())
                    .bind("model", record.model())
                    .bind("replies", record.replies())
                    .bind("freshInput", usage.freshInput())
                    .bind("cacheRead", usage.cacheRead())
                    .bind("cacheWrite5m", usage.cacheWrite5m())
                    .bind("cacheWrite1h", usage.cacheWrite1h())
                    .bind("output", usage.output())
                    .bind("reasoning", usage.reasoning())
                    .bind("costUsd", costUsd == null ? null : costUsd.toPlainString())
                    .bind("priceVersion", record.priceVersion())
                    .bind("at", record.at().toEpochMilli())
                    .add();
        }
        batch.execute();
    }

    /** The line of this one row. */
    static Line line(Columns row) throws SQLException {
        return new Line(row.text("conversation_id"), row.textIfAny("price_version"), sum(row));
    }

    /** The sum over this one row. */
    static Sum sum(Columns row) throws SQLException {
        long replies = row.number("replies");
        String costUsd = row.textIfAny("cost_usd");
        return new Sum(
                row.text("provider"),
                row.text("model"),
                replies,
                new Usage(
                        row.number("fresh_input"),
                        row.number("cache_read"),
                        row.number("cache_write_5m"),
                        row.number("cache_write_1h"),
                        row.number("output"),
                        row.number("reasoning")),
                costUsd == null ? BigDecimal.ZERO : new BigDecimal(costUsd),
                costUsd == null ? replies : 0);
    }
}
