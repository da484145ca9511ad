package au.pip.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a person's decision: {@code POST /api/approvals/{id}/approve} and {@code …/decline}.
 *
 * @param outcome {@code made}, {@code declined}, {@code rejected} (Xero did not take it), {@code refused} (nothing was
 *     sent) or {@code open} (it may be in Xero or not)
 * @param message a sentence or two: the cause and the next step
 * @param reasons Xero's own words; untrusted text
 * @param link to the record in Xero
 * @param runId the run that goes on from it; null when none does
 */
public record DecisionView(
        String outcome,
        String message,
        List<String> reasons,
        @Nullable String link,
        @Nullable String runId) {}
