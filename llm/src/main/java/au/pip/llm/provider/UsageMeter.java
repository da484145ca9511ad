package au.pip.llm.provider;

import au.pip.llm.Cost;
import au.pip.llm.Usage;
import au.pip.llm.UsageMetrics;
import au.pip.llm.UsageMetrics.ModelUsage;
import java.math.BigDecimal;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sums what replies use, as it is reported: a reply that is cut, cancelled or never closed is counted so far. */
final class UsageMeter {
    private final ConcurrentHashMap<String, ModelUsage> byModel = new ConcurrentHashMap<>();

    UsageMetrics metrics() {
        return new UsageMetrics(byModel);
    }

    /** One reply. Each report replaces the one before. */
    final class Reply {
        private final String model;
        private Usage usage = Usage.NONE;
        private @Nullable Cost cost;

        private Reply(String model, @Nullable Cost cost) {
            this.model = model;
            this.cost = cost;
        }

        void report(Usage newUsage, @Nullable Cost newCost) {
            add(
                    model,
                    new ModelUsage(
                            0,
                            newUsage.plus(negated(usage)),
                            usd(newCost).subtract(usd(cost)),
                            unpriced(newCost) - unpriced(cost)));
            usage = newUsage;
            cost = newCost;
        }
    }

    /**
     * @param cost what it costs while nothing is counted: null, save where all is free
     * @param tries how many may be billed, this reply's own among them
     */
    Reply started(String model, @Nullable Cost cost, int tries) {
        add(model, new ModelUsage(1, Usage.NONE, usd(cost), tries * unpriced(cost)));
        return new Reply(model, cost);
    }

    private void add(String model, ModelUsage more) {
        byModel.merge(model, more, ModelUsage::plus);
    }

    private static BigDecimal usd(@Nullable Cost cost) {
        return cost == null ? BigDecimal.ZERO : cost.usd();
    }

    private static long unpriced(@Nullable Cost cost) {
        return cost == null ? 1 : 0;
    }

    private static Usage negated(Usage usage) {
        return new Usage(
                -usage.freshInput(),
                -usage.cacheRead(),
                -usage.cacheWrite5m(),
                -usage.cacheWrite1h(),
                -usage.output(),
                -usage.reasoning());
    }
}
