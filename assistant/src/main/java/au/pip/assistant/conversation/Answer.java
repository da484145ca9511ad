package au.pip.assistant.conversation;

import au.pip.api.BudgetView;
import au.pip.api.PieceView;
import au.pip.api.ToolView;
import au.pip.api.UsageView;
import au.pip.assistant.Run;
import au.pip.ledger.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an answer beside its text.
 *
 * @param pieces text and figures in order
 * @param facts all that the run found, cited or not
 * @param costUsd a decimal string; null when a price is not known
 * @param error why the run did not complete, and what to do
 * @param approvalId of what it put to the person; null when it put nothing, and in answers from before it could
 * @param budget the budget that was nearest to its end; null when none was near it, and in answers from before there were any
 */
record Answer(
        Run.State state,
        List<PieceView> pieces,
        List<ToolView> tools,
        List<Fact> facts,
        UsageView usage,
        @Nullable String costUsd,
        String provider,
        String model,
        @Nullable String error,
        @Nullable String approvalId,
        @Nullable BudgetView budget) {
    Answer {
        pieces = List.copyOf(pieces);
        tools = List.copyOf(tools);
        facts = List.copyOf(facts);
    }

    /** Nothing was answered. */
    static Answer none(Run.State state, @Nullable String error) {
        return new Answer(
                state, List.of(), List.of(), List.of(), new UsageView(0, 0, 0, 0), "0", "", "", error, null, null);
    }

    String text() {
        return pieces.stream().map(PieceView::text).reduce("", String::concat);
    }
}
