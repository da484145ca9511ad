package au.pip.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "organisations",
        description = "List the connected organisations; a star marks the one that questions are about.",
        sortOptions = false)
final class XeroOrganisationsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    XeroOptions options = new XeroOptions();

    XeroOrganisationsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (PipClient client = options.client(surroundings)) {
            new OrganisationList(client.organisations()).printWithCalls(options.json, surroundings);
            return 0;
        }
    }
}
