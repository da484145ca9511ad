package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.UsageRecord;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.UsageStore.Line;
import au.pip.assistant.store.UsageStore.Sum;
import au.pip.llm.Usage;
import java.math.BigDecimal;

/** A usage record as a row. Costs are decimals in full, never a float. */
final class UsageRow {
    private UsageRow() {}

    static Row of(AccountId account, long position, UsageRecord record) {
        Usage usage = record.usage();
        BigDecimal costUsd = record.costUsd();
        return RowOf.of(
                Noun.USAGE_RECORD,
                account.value(),
                record.runId(),
                position,
                record.conversationId(),
                record.provider(),
                record.model(),
                (long) record.replies(),
                usage.freshInput(),
                usage.cacheRead(),
                usage.cacheWrite5m(),
                usage.cacheWrite1h(),
                usage.output(),
                usage.reasoning(),
                costUsd == null ? null : costUsd.toPlainString(),
                record.priceVersion(),
                record.at().toEpochMilli());
    }

    /** The line of this one record. */
    static Line line(Row row) {
        String version = row.value("price_version") == null ? null : row.text("price_version");
        return new Line(row.text("conversation_id"), version, sum(row));
    }

    /** The sum over this one record. */
    static Sum sum(Row row) {
        long replies = row.number("replies");
        boolean priced = row.value("cost_usd") != null;
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
                priced ? new BigDecimal(row.text("cost_usd")) : BigDecimal.ZERO,
                priced ? 0 : replies);
    }
}
