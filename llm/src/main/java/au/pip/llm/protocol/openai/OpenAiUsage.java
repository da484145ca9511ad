package au.pip.llm.protocol.openai;

import au.pip.llm.Usage;
import au.pip.llm.json.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the counts of both of OpenAI's APIs mean, whatever their fields are called. */
final class OpenAiUsage {
    /** xAI counts money in ticks, ten thousand million to a dollar. */
    private static final int TICK_DIGITS = 10;

    /** No reply uses as many tokens: sums of counts, and their prices, stay within their types. */
    private static final long MOST = 1_000_000_000_000L;

    private OpenAiUsage() {}

    /** A count of tokens; 0 where there is none, or one that cannot be. */
    static long count(@Nullable JsonNode node, String field) {
        return count(node, field, 0);
    }

    static long count(@Nullable JsonNode node, String field, long otherwise) {
        long count = Json.number(node, field, otherwise);
        return count < 0 || count > MOST ? otherwise : count;
    }

    /**
     * @param input with what was read from and written to the cache; more of that than input (seen from xAI) can only mean
     *     that it stands beside
     * @param written what OpenAI keeps for 30 minutes at 1.25 times the input's price: the bucket of the shorter writes
     * @param output with the reasoning, unless the total shows that xAI's stands beside
     */
    static Usage of(long input, long read, long written, long output, long reasoning, long total) {
        long cached = read + written;
        boolean beside = input + output + reasoning == total;
        return new Usage(
                cached > input ? input : input - cached,
                read,
                written,
                0,
                beside ? output + reasoning : output,
                reasoning);
    }

    /** What xAI says it charges, in dollars; 0 where it says nothing. */
    static BigDecimal ticks(JsonNode usage) {
        return dollars(usage.path("cost_in_usd_ticks"))
                .movePointLeft(TICK_DIGITS)
                .stripTrailingZeros();
    }

    /** A figure of money; 0 where there is none, or one that cannot be. */
    static BigDecimal dollars(JsonNode figure) {
        BigDecimal usd = figure.isNumber() ? figure.decimalValue() : BigDecimal.ZERO;
        return usd.signum() < 0 || Math.abs((long) usd.scale()) > 100 ? BigDecimal.ZERO : usd;
    }
}
