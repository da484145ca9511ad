package au.pip.cli;

import au.pip.api.OrganisationView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "use", description = "Choose the organisation that questions are about.", sortOptions = false)
final class XeroUseCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "its name, a part of it, or its id")
    List<String> words = List.of();

    @Mixin
    XeroOptions options = new XeroOptions();

    XeroUseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (PipClient client = options.client(surroundings)) {
            OrganisationView chosen = new OrganisationList(client.organisations()).named(words);
            new OrganisationList(client.choose(chosen.id())).print(options.json, surroundings);
            return 0;
        }
    }
}
