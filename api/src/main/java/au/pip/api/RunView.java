package au.pip.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run, whole: {@code GET /api/runs/{id}}.
 *
 * @param state {@code running}, {@code completed}, {@code stopped} (by the person), {@code limited} (rounds or time ran
 *     out), {@code failed}, {@code waiting} (for the person to approve or decline what it proposed) or
 *     {@code interrupted} (the server ended in the middle)
 * @param error what went wrong and what to do, of a run that did not complete
 * @param costUsd a decimal string; null when the model's price is not known
 * @param approvalId of what it put to the person; null when it put nothing
 * @param budget the budget that was nearest to its end after it; null when none was four fifths used
 */
public record RunView(
        String runId,
        String conversationId,
        String state,
        String answer,
        List<FigureView> figures,
        List<ToolView> tools,
        UsageView usage,
        @Nullable String costUsd,
        String provider,
        String model,
        @Nullable String error,
        @Nullable String approvalId,
        @Nullable BudgetView budget) {}
