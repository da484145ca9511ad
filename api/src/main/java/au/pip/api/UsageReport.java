package au.pip.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was used in a month: {@code GET /api/usage?month=2026-11}. */
public record UsageReport(String month, List<ModelLine> models) {
    /**
     * @param costUsd of the replies whose price is known, a decimal string
     * @param unpricedReplies replies whose price is not known
     */
    public record ModelLine(
            String provider,
            String model,
            long replies,
            UsageView usage,
            @Nullable String costUsd,
            long unpricedReplies) {}
}
