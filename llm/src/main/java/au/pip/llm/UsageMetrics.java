package au.pip.llm;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a provider object has used, by model. */
public record UsageMetrics(Map<String, ModelUsage> byModel) {
    /**
     * @param calls replies started, whole or not, and calls that were sent and never answered, as they may be billed
     * @param knownCostUsd the cost of the calls whose price is known; of cut and cancelled ones the least it can be
     * @param unpricedCalls calls whose price is not known, and so not in {@code knownCostUsd}; besides them the tries that
     *     broke off before another was answered and may be billed too, so that these may be more than {@code calls}
     */
    public record ModelUsage(long calls, Usage usage, BigDecimal knownCostUsd, long unpricedCalls) {
        public ModelUsage plus(ModelUsage other) {
            return new ModelUsage(
                    calls + other.calls,
                    usage.plus(other.usage),
                    knownCostUsd.add(other.knownCostUsd),
                    unpricedCalls + other.unpricedCalls);
        }
    }

    public UsageMetrics {
        byModel = Map.copyOf(byModel);
    }

    public Usage total() {
        return byModel.values().stream().map(ModelUsage::usage).reduce(Usage.NONE, Usage::plus);
    }

    /** The sums of both. */
    public UsageMetrics plus(UsageMetrics other) {
        Map<String, ModelUsage> sums = new LinkedHashMap<>(byModel);
        other.byModel.forEach((model, usage) -> sums.merge(model, usage, ModelUsage::plus));
        return new UsageMetrics(sums);
    }
}
