package au.pip.cli;

import au.pip.api.ApprovalView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What waits for a person. */
@Command(
        name = "approvals",
        description = "List the drafts that wait for you to approve or decline them.",
        sortOptions = false,
        footer = {"", "  ./pip approvals", "  ./pip approve ID"})
final class ApprovalsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--json", description = "print one JSON object, for programs")
    boolean json;

    @Mixin
    ServerOption running = new ServerOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    ApprovalsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private record Waiting(List<ApprovalView> approvals) {}

    @Override
    public Integer call() {
        try (PipClient client = new PipClient(running.address(surroundings), "Start one with ./pip serve.")) {
            List<ApprovalView> waiting = client.approvals();
            if (json) {
                surroundings.out().print(Json.MAPPER.writeValueAsString(new Waiting(waiting)) + "\n");
            } else if (waiting.isEmpty()) {
                surroundings.progress("Nothing waits for your approval.");
            } else {
                waiting.forEach(each -> {
                    new ApprovalText(surroundings, surroundings.out()).print(each);
                    surroundings.out().print("  ./pip approve " + Printable.of(each.id()) + "\n\n");
                });
            }
            surroundings.out().flush();
            return 0;
        }
    }
}
