package au.pip.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command about Xero takes. */
final class XeroOptions {
    @Option(names = "--json", description = "print one JSON object, for programs")
    boolean json;

    @Mixin
    ServerOption running = new ServerOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    PipClient client(Surroundings surroundings) {
        return client(surroundings, "Start it with ./pip serve; an organisation is connected to a running server.");
    }

    /** @param next what a person does when no server answers, one line */
    PipClient client(Surroundings surroundings, String next) {
        return new PipClient(running.address(surroundings), next);
    }
}
