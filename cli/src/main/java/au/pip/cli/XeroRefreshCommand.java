package au.pip.cli;

import au.pip.api.OrganisationView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "refresh", description = "Ask Xero again, although what it said is still young.", sortOptions = false)
final class XeroRefreshCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "its name, a part of it, or its id")
    List<String> words = List.of();

    @Mixin
    XeroOptions options = new XeroOptions();

    XeroRefreshCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (PipClient client = options.client(surroundings)) {
            OrganisationView chosen = new OrganisationList(client.organisations()).named(words);
            OrganisationList all = new OrganisationList(client.refresh(chosen.id()));
            surroundings.progress("Refreshed: " + Printable.of(chosen.name()) + ". The next question asks Xero again.");
            all.print(options.json, surroundings);
            return 0;
        }
    }
}
