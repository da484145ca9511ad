package au.pip.cli;

import au.pip.api.UsageReport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What models were used for and what it cost, and what the budgets stand at. */
@Command(
        name = "usage",
        description = "Tokens and cost of a month, by model and by conversation, and the budgets.",
        sortOptions = false,
        footer = {
            "",
            "Costs are US dollars by list prices; the price that counted stands with each",
            "model. What a model without a known price costs is told as not known.",
            "",
            "  ./pip usage --month 2026-11"
        })
final class UsageCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--month", paramLabel = "MONTH", description = "such as 2026-11 (the running one, in Sydney)")
    @Nullable
    String month;

    @Option(names = "--json", description = "print one JSON object, for programs")
    boolean json;

    @Mixin
    ServerOption running = new ServerOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    UsageCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (month != null && !month.matches("2[01]\\d\\d-(0[1-9]|1[0-2])")) {
            throw new CliException(
                    CliException.BAD_USAGE,
                    "--month takes a month such as 2026-11; it is '" + Printable.of(month) + "'.");
        }
        try (PipClient client = new PipClient(running.address(surroundings), "Start one with ./pip serve.")) {
            UsageReport report = client.usage(month);
            if (json) {
                surroundings.out().print(Json.MAPPER.writeValueAsString(report) + "\n");
            } else {
                new UsageText(surroundings).print(report);
            }
            surroundings.out().flush();
            return 0;
        }
    }
}
