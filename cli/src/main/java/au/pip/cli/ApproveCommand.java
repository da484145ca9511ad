package au.pip.cli;

import au.pip.api.DecisionView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a draft in Xero that waits, by the word of the person who types this. */
@Command(
        name = "approve",
        description = "Approve a draft that waits: Pip then makes it in Xero.",
        sortOptions = false,
        footer = {"", "./pip approvals lists what waits, with each id.", "", "  ./pip approve ID"})
final class ApproveCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "ID", description = "the draft's id")
    String id = "";

    @Mixin
    ServerOption running = new ServerOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    ApproveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (PipClient client = new PipClient(running.address(surroundings), "Start one with ./pip serve.")) {
            new ApprovalText(surroundings, surroundings.out()).print(client.approval(id));
            DecisionView decision = client.approve(id);
            DecisionText.print(decision, surroundings);
            return DecisionText.exitCode(decision);
        }
    }
}
