package au.pip.cli;

import au.pip.api.RunEvent;
import java.util.function.Consumer;

/** One quiet line on standard error for each tool that is used, and one more when it failed. */
final class ToolSteps implements Consumer<RunEvent> {
    private final Surroundings surroundings;

    ToolSteps(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void accept(RunEvent event) {
        switch (event) {
            case RunEvent.ToolStarted tool -> say(tool.label() + "…");
            case RunEvent.ToolFinished(var tool) when tool.failed() -> say("That did not work: " + tool.summary());
            case RunEvent.ToolFinished _,
                    RunEvent.Started _,
                    RunEvent.Text _,
                    RunEvent.Figure _,
                    RunEvent.ApprovalWaits _,
                    RunEvent.Used _,
                    RunEvent.Finished _ -> {}
        }
    }

    private void say(String line) {
        surroundings.progress(surroundings.paint().quiet(Printable.of(line).replace('\n', ' ')));
    }
}
