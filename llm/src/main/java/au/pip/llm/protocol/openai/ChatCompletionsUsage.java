package au.pip.llm.protocol.openai;

import au.pip.llm.ChatEvent;
import au.pip.llm.Usage;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ReplyFold;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * The counts of one reply. They come in the last chunk, in each one (then each is the sum so far), or never. Zeros count
 * only when nothing else comes, as some servers fill the chunks before the last with them.
 *
 * <p>{@code prompt_tokens} holds what was read from and written to the cache. {@code completion_tokens} holds reasoning
 * too, save where the total shows that it stands beside it, as xAI's does.
 */
final class ChatCompletionsUsage {
    /** xAI counts money in ticks, ten thousand million to a dollar. */
    private static final int TICK_DIGITS = 10;

    private boolean counted;
    private boolean sawZeros;

    void read(JsonNode node, ReplyFold fold) {
        Usage usage = parse(node);
        if (usage.total() > 0) {
            counted = true;
            fold.accept(new ChatEvent.UsageReported(usage));
        } else if (node.has("prompt_tokens") || node.has("completion_tokens")) {
            sawZeros = true;
        }
        BigDecimal usd = cost(node);
        if (usd.signum() > 0) {
            fold.accept(new ChatEvent.CostReported(usd));
        }
    }

    /** The reply is whole: zeros that nothing followed are true. */
    void end(ReplyFold fold) {
        if (sawZeros && !counted) {
            fold.accept(new ChatEvent.UsageReported(Usage.NONE));
        }
    }

    private static Usage parse(JsonNode usage) {
        JsonNode details = usage.get("prompt_tokens_details");
        long prompt = Json.number(usage, "prompt_tokens", 0);
        // DeepSeek has a field of its own, and so has Moonshot.
        long cached = Json.number(usage, "prompt_cache_hit_tokens", Json.number(usage, "cached_tokens", 0));
        cached = Math.clamp(Json.number(details, "cached_tokens", cached), 0, prompt);
        long written = Math.clamp(Json.number(details, "cache_write_tokens", 0), 0, prompt - cached);
        long completion = Json.number(usage, "completion_tokens", 0);
        long reasoning = Json.number(usage.get("completion_tokens_details"), "reasoning_tokens", 0);
        boolean beside = prompt + completion + reasoning == Json.number(usage, "total_tokens", 0);
        return new Usage(
                prompt - cached - written, cached, written, 0, beside ? completion + reasoning : completion, reasoning);
    }

    /** In dollars: what xAI or OpenRouter says that the reply costs; 0 where nothing is said. */
    private static BigDecimal cost(JsonNode usage) {
        JsonNode ticks = usage.path("cost_in_usd_ticks");
        if (ticks.isNumber()) {
            return ticks.decimalValue().movePointLeft(TICK_DIGITS).stripTrailingZeros();
        }
        JsonNode cost = usage.path("cost");
        return cost.isNumber() ? cost.decimalValue() : BigDecimal.ZERO;
    }
}
