package au.pip.api;

import org.jspecify.annotations.Nullable;

/**
 * An event of a run, as {@code GET /api/runs/{id}/events} streams them (SSE): the {@code event} field is {@link #type},
 * the {@code data} field the record as JSON, the {@code id} field a number that {@code Last-Event-ID} resumes after.
 */
public sealed interface RunEvent {
    record Started(String runId, String conversationId, String provider, String model) implements RunEvent {}

    /** @param label one line for a person, such as "Reading open invoices" */
    record ToolStarted(String callId, String name, String label) implements RunEvent {}

    record ToolFinished(ToolView tool) implements RunEvent {}

    record Text(String text) implements RunEvent {}

    record Figure(FigureView figure) implements RunEvent {}

    /** A draft waits for the person: {@code GET /api/approvals/{id}} tells of it. */
    record ApprovalWaits(String approvalId) implements RunEvent {}

    /**
     * What the run has used until now.
     *
     * @param budget the budget that is nearest to its end; null when none is four fifths used
     */
    record Used(
            UsageView usage,
            @Nullable String costUsd,
            @Nullable BudgetView budget) implements RunEvent {}

    /** Always the last; its state is one of {@link RunView#state}, never {@code running}. */
    record Finished(String state, @Nullable String error) implements RunEvent {}

    default String type() {
        return switch (this) {
            case Started _ -> "started";
            case ToolStarted _ -> "tool-started";
            case ToolFinished _ -> "tool-finished";
            case Text _ -> "text";
            case Figure _ -> "figure";
            case ApprovalWaits _ -> "approval";
            case Used _ -> "usage";
            case Finished _ -> "finished";
        };
    }
}
