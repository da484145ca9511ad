package au.pip.cli;

import au.pip.api.MemoryChange;
import au.pip.api.MemoryView;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What Pip keeps in mind: list it, add to it, say it otherwise, keep what was suggested, delete it. */
@Command(
        name = "memory",
        description = "What Pip keeps in mind about you and your business.",
        sortOptions = false,
        synopsisSubcommandLabel = "[list|add|correct|keep|forget|style]",
        customSynopsis = {
            "./pip memory [list] [--json]",
            "./pip memory add \"WORDS\" [--about NAME] [--other NAME] [--here]",
            "./pip memory correct ID \"WORDS\" [--about NAME] [--other NAME]",
            "./pip memory keep ID",
            "./pip memory forget ID|all",
            "./pip memory style normal|concise|formal|explanatory"
        },
        footer = {
            "",
            "Of an id its last letters will do, as listed. A suggestion counts for",
            "nothing until you keep it.",
            "",
            "  ./pip memory add \"invoices are due in 14 days\"",
            "  ./pip memory add \"is the accountant of\" --about \"Priya Nair\" --other us"
        })
final class MemoryCommand implements Callable<Integer> {
    private static final String NO_SERVER =
            "What is kept in mind is with a running server: start it with ./pip serve, or name another with --server URL.";

    private final Surroundings surroundings;

    @Parameters(arity = "0..*", paramLabel = "WORDS", description = "what to do, and with what")
    List<String> words = List.of();

    @Option(names = "--about", paramLabel = "NAME", description = "whom or what it is about (you)")
    @Nullable
    String about;

    @Option(names = "--other", paramLabel = "NAME", description = "whom or what that is related to")
    @Nullable
    String other;

    @Option(names = "--here", description = "only for the organisation that questions are about now")
    boolean here;

    @Mixin
    XeroOptions options = new XeroOptions();

    MemoryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String verb = words.isEmpty() ? "list" : words.getFirst();
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        try (PipClient pip = options.client(surroundings, NO_SERVER)) {
            MemoryClient client = new MemoryClient(pip);
            MemoryView view = switch (verb) {
                case "list" -> client.all();
                case "add" -> client.tell(change(rest, "add"));
                case "correct" -> correct(client, rest);
                case "keep" -> one(client, rest, client::keep);
                case "forget" -> forget(client, rest);
                case "style" -> client.choose(String.join(" ", rest));
                default ->
                    throw badUsage("memory takes list, add, correct, keep, forget or style, not '" + Printable.of(verb)
                            + "'. ./pip memory --help tells more.");
            };
            new MemoryList(view).print(options.json, surroundings);
            return 0;
        }
    }

    private MemoryView correct(MemoryClient client, List<String> rest) {
        if (rest.size() < 2) {
            throw badUsage("correct takes the id, then the new words. ./pip memory lists the ids.");
        }
        MemoryView.Item item = new MemoryList(client.all()).of(rest.getFirst());
        MemoryChange change = new MemoryChange(
                about == null ? item.about() : about,
                String.join(" ", rest.subList(1, rest.size())),
                other == null ? item.other() : other,
                false);
        return client.correct(item.id(), change);
    }

    private static MemoryView forget(MemoryClient client, List<String> rest) {
        return rest.equals(List.of("all")) ? client.forgetAll() : one(client, rest, client::forget);
    }

    private static MemoryView one(MemoryClient client, List<String> rest, Function<String, MemoryView> change) {
        if (rest.size() != 1) {
            throw badUsage("say which one, by its id. ./pip memory lists them.");
        }
        return change.apply(new MemoryList(client.all()).of(rest.getFirst()).id());
    }

    private MemoryChange change(List<String> rest, String verb) {
        if (rest.isEmpty()) {
            throw badUsage(verb + " takes the words to keep in mind: ./pip memory add \"invoices are due in 14 days\"");
        }
        return new MemoryChange(about, String.join(" ", rest), other, here);
    }

    private static CliException badUsage(String message) {
        return new CliException(CliException.BAD_USAGE, message);
    }
}
