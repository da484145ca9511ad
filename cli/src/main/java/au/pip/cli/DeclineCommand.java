package au.pip.cli;

import au.pip.api.DecisionView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Declines a draft that waits; nothing is written. */
@Command(
        name = "decline",
        description = "Decline a draft that waits.",
        sortOptions = false,
        footer = {"", "./pip approvals lists what waits, with each id.", "", "  ./pip decline ID"})
final class DeclineCommand implements Callable<Integer> {
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

    DeclineCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (PipClient client = new PipClient(running.address(surroundings), "Start one with ./pip serve.")) {
            DecisionView decision = client.decline(id);
            DecisionText.print(decision, surroundings);
            return DecisionText.exitCode(decision);
        }
    }
}
