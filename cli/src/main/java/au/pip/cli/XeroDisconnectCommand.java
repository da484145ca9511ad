package au.pip.cli;

import au.pip.api.OrganisationView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "disconnect",
        description = "Disconnect an organisation, here and at Xero. Conversations stay.",
        sortOptions = false)
final class XeroDisconnectCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "its name, a part of it, or its id")
    List<String> words = List.of();

    @Mixin
    XeroOptions options = new XeroOptions();

    XeroDisconnectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (PipClient client = options.client(surroundings)) {
            OrganisationView gone = new OrganisationList(client.organisations()).named(words);
            OrganisationList left = new OrganisationList(client.disconnect(gone.id()));
            surroundings.progress("Disconnected: " + Printable.of(gone.name()) + ".");
            left.print(options.json, surroundings);
            return 0;
        }
    }
}
