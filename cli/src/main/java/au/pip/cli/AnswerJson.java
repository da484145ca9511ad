package au.pip.cli;

import au.pip.api.BudgetView;
import au.pip.api.FigureView;
import au.pip.api.RunView;
import au.pip.api.ToolView;
import au.pip.api.UsageView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one object that {@code ask --json} prints. Every field is always there.
 *
 * @param costUsd a decimal string; null when the model's price is not known
 * @param state {@code completed}, {@code stopped}, {@code limited}, {@code failed}, {@code waiting} or
 *     {@code interrupted}
 * @param error null when completed
 * @param approvalId of the draft that waits for the person; null when none was proposed
 * @param budget the budget that is nearest to its end; null when none is four fifths used
 */
record AnswerJson(
        String answer,
        List<FigureView> figures,
        List<ToolView> tools,
        UsageView usage,
        @Nullable String costUsd,
        String provider,
        String model,
        String conversationId,
        String runId,
        String state,
        @Nullable String error,
        @Nullable String approvalId,
        @Nullable BudgetView budget) {
    static AnswerJson of(RunView run) {
        return new AnswerJson(
                run.answer(),
                run.figures(),
                run.tools(),
                run.usage(),
                run.costUsd(),
                run.provider(),
                run.model(),
                run.conversationId(),
                run.runId(),
                run.state(),
                run.error(),
                run.approvalId(),
                run.budget());
    }

    String line() {
        return Json.MAPPER.writeValueAsString(this);
    }
}
