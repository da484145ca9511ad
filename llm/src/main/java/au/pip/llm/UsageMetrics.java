package au.pip.llm;

import java.math.BigDecimal;
import java.util.Map;

/** What a provider object has used, by model. */
public record UsageMetrics(Map<String, ModelUsage> byModel) {
    /**
     * @param calls replies started, whole or not
     * @param knownCostUsd the cost of the calls whose price is known
     * @param unpricedCalls calls whose price is not known, and so not in {@code knownCostUsd}
     */
    public record ModelUsage(long calls, Usage usage, BigDecimal knownCostUsd, long unpricedCalls) {}

    public UsageMetrics {
        byModel = Map.copyOf(byModel);
    }

    public Usage total() {
        return byModel.values().stream().map(ModelUsage::usage).reduce(Usage.NONE, Usage::plus);
    }
}
