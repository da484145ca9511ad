package au.pip.cli;

import au.pip.api.FoundView;
import au.pip.api.PageView;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds what was said in earlier conversations. */
@Command(
        name = "search",
        description = "Find what was said in earlier conversations.",
        sortOptions = false,
        footer = {
            "",
            "Finds the questions and answers that have all of the words, or words that begin",
            "so; the latest first. Exit code: 0 also when nothing was found.",
            "",
            "  ./pip search \"gst quarter\""
        })
final class SearchCommand implements Callable<Integer> {
    private static final int MOST = 100;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** @param more whether there are more than these */
    private record Findings(List<FoundView> found, boolean more) {}

    private final Surroundings surroundings;

    @Parameters(arity = "0..*", paramLabel = "WORDS", description = "what to look for")
    List<String> words = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "how many to show, 1 to 100 (20)")
    String limit = "20";

    @Option(names = "--json", description = "print one JSON object, for programs")
    boolean json;

    @Mixin
    ServerOption running = new ServerOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    SearchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String looked = String.join(" ", words).strip();
        if (looked.isEmpty()) {
            throw badUsage("there are no words to look for. Say some: ./pip search \"gst quarter\"");
        }
        int most = checkedLimit();
        try (PipClient client = new PipClient(running.address(surroundings), "Start one with ./pip serve.")) {
            PageView<FoundView> page = client.search(looked, most);
            if (json) {
                Findings object = new Findings(page.items(), page.next() != null);
                surroundings.out().print(Json.MAPPER.writeValueAsString(object) + "\n");
            } else {
                page.items().forEach(this::print);
                tellRest(page);
            }
            surroundings.out().flush();
            return 0;
        }
    }

    private void print(FoundView found) {
        String title = found.title().isBlank() ? "New conversation" : found.title();
        String day = DAY.format(found.at().atZone(ZoneId.systemDefault()));
        Paint paint = surroundings.paint();
        LineWrap lines = new LineWrap(surroundings.out(), surroundings.width());
        lines.write(Printable.of(title), paint::heading);
        lines.write(" · " + day + (found.kind().equals("question") ? " · asked" : " · answered"));
        lines.endLine();
        lines.write("  " + Printable.of(found.before()));
        lines.write(Printable.of(found.hit()), paint::heading);
        lines.write(Printable.of(found.after()));
        lines.endLine();
        String server = running.server == null ? "" : "--server " + Printable.of(running.server) + " ";
        surroundings
                .out()
                .print(paint.quiet("  ./pip chat " + server + "--conversation " + Printable.of(found.conversationId()))
                        + "\n");
    }

    private void tellRest(PageView<FoundView> page) {
        if (page.items().isEmpty()) {
            surroundings.progress("Nothing that was said has these words.");
        } else if (page.next() != null) {
            surroundings.progress("There are more: add a word, or --limit 100.");
        }
    }

    private int checkedLimit() {
        if (!limit.matches("[1-9]\\d{0,2}") || Integer.parseInt(limit) > MOST) {
            throw badUsage("--limit takes a number from 1 to 100; it is '" + Printable.of(limit) + "'.");
        }
        return Integer.parseInt(limit);
    }

    private static CliException badUsage(String message) {
        return new CliException(CliException.BAD_USAGE, message);
    }
}
