package au.pip.cli;

import au.pip.api.StatusView;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows Pip over pretend books: a guided tour, then a chat; where nobody types, the tour or the questions piped in. */
@Command(
        name = "demo",
        description = "Try Pip over a pretend set of books; needs no key and no account.",
        sortOptions = false,
        footer = {
            "",
            "A tour of five questions comes first, then your own. Questions piped in are",
            "answered in its place; where nobody types, the demo ends after either.",
            "",
            "  echo \"Who owes me money?\" | ./pip demo"
        })
final class DemoCommand implements Callable<Integer> {
    static final List<String> SUGGESTIONS = List.of(
            "Am I better off than last quarter?",
            "Who are my biggest customers this financial year?",
            "Can I afford $4,500?",
            "When is my next BAS due?",
            "Remember that our invoices are due in 30 days");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.forLanguageTag("en-AU"));
    private static final String OFFLINE = "offline";

    private final Surroundings surroundings;

    @Mixin
    BooksOptions books = new BooksOptions();

    @Option(
            names = "--tour",
            negatable = true,
            description = "begin with the tour, or not (--no-tour); without this it begins so"
                    + " unless questions are piped in, or you type and a model of your own answers")
    @Nullable
    Boolean tour;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Target target = TargetOptions.openDemo(books.choice(), surroundings)) {
            tell("\nPip answers questions about a business from its books in Xero, and ties every figure to the records"
                    + " it came from.");
            StatusView status = Welcome.say(target, surroundings);
            about(target, status);
            Chat chat = new Chat(target, surroundings, null);
            return surroundings.inputIsTerminal() && surroundings.outputIsTerminal()
                    ? withPerson(target, chat, status)
                    : alone(target, chat);
        }
    }

    private int withPerson(Target target, Chat chat, StatusView status) {
        try (Lines typed = new TypedLines(surroundings)) {
            if (tour == null ? OFFLINE.equals(status.provider()) : tour) {
                tell("\nA tour in a minute: five questions, answered live as your own would be.");
                return chat.run(new Tour(target, surroundings, chat, typed, true));
            }
            tell("\nAsk, for example:");
            SUGGESTIONS.forEach(each -> tell("  " + each));
            tell("/help tells more, Ctrl-D leaves.\n");
            return chat.run(typed);
        }
    }

    /** Nobody is waited for, but for the end of questions that are there already or that {@code --no-tour} announces. */
    private int alone(Target target, Chat chat) {
        boolean piped = !surroundings.inputIsTerminal() && (Boolean.FALSE.equals(tour) || isPiped());
        Lines lines = piped ? PipedLines.ofInput(surroundings) : PipedLines.of(List.of(), surroundings);
        return chat.run((tour == null ? !piped : tour) ? new Tour(target, surroundings, chat, lines, false) : lines);
    }

    private boolean isPiped() {
        try {
            return surroundings.in().available() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void about(Target target, StatusView status) {
        LocalDate end = target.demo() == null ? null : target.demo().today();
        String period = end == null ? "" : "They hold a year and a half of business, up to " + DAY.format(end) + ". ";
        String provider = status.provider();
        tell(period
                + (provider == null || provider.equals(OFFLINE)
                        ? "Nothing leaves this machine: books, model and page are all on it."
                        : "Your questions, and what Pip finds in these books, go to " + Printable.of(provider)
                                + "; nothing else leaves this machine."));
    }

    private void tell(String text) {
        LineWrap lines = new LineWrap(surroundings.err(), surroundings.width());
        lines.write(text);
        lines.endLine();
        surroundings.err().flush();
    }
}
