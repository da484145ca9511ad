package au.pip.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows Pip over pretend books: a chat in a terminal, otherwise three questions and their answers. */
@Command(
        name = "demo",
        description = "Try Pip over a pretend set of books; needs no key and no account.",
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private static final List<String> QUESTIONS =
            List.of("Who owes me money?", "How much GST do I owe this quarter?", "Am I better off than last quarter?");

    /** Of a customer in the usual pretend books. */
    private static final String DRAFT = "Draft an invoice to Saltbush Hotel for $500 plus GST for consulting";

    private final Surroundings surroundings;

    @Mixin
    BooksOptions books = new BooksOptions();

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
            Welcome.say(target, surroundings);
            Chat chat = new Chat(target, surroundings, null);
            if (!surroundings.inputIsTerminal() || !surroundings.outputIsTerminal()) {
                return chat.run(PipedLines.of(QUESTIONS, surroundings));
            }
            surroundings.progress("\nAsk, for example:");
            QUESTIONS.forEach(question -> surroundings.progress("  " + question));
            if (!books.given()) {
                surroundings.progress("  " + DRAFT);
            }
            surroundings.progress("/help tells more, Ctrl-D leaves.\n");
            try (Lines lines = new TypedLines(surroundings)) {
                return chat.run(lines);
            }
        }
    }
}
