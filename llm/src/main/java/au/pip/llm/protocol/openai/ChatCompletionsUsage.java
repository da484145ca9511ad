package au.pip.llm.protocol.openai;

import au.pip.llm.ChatEvent;
import au.pip.llm.Usage;
import au.pip.llm.protocol.ReplyFold;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * The counts of one reply. They come in the last chunk, in each one (then each is the sum so far), or never. Zeros count
 * only when nothing else comes, as some servers fill the chunks before the last with them.
 */
final class ChatCompletionsUsage {
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
        // DeepSeek has a field of its own, and so has Moonshot.
        long cached = OpenAiUsage.count(usage, "prompt_cache_hit_tokens", OpenAiUsage.count(usage, "cached_tokens"));
        return OpenAiUsage.of(
                OpenAiUsage.count(usage, "prompt_tokens"),
                OpenAiUsage.count(details, "cached_tokens", cached),
                OpenAiUsage.count(details, "cache_write_tokens"),
                OpenAiUsage.count(usage, "completion_tokens"),
                OpenAiUsage.count(usage.get("completion_tokens_details"), "reasoning_tokens"),
                OpenAiUsage.count(usage, "total_tokens"));
    }

    /** In dollars: what xAI or OpenRouter says that the reply costs; 0 where nothing is said. */
    private static BigDecimal cost(JsonNode usage) {
        BigDecimal ticks = OpenAiUsage.ticks(usage);
        return ticks.signum() > 0 ? ticks : OpenAiUsage.dollars(usage.path("cost"));
    }
}
