package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.pip.api.RunView;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks one question; standard output gets the answer and its sources, or one JSON object. */
@Command(
        name = "ask",
        description = "Ask one question about the books.",
        sortOptions = false,
        footer = {
            "",
            "The answer and the sources of its figures go to standard output, progress to",
            "standard error. Exit code: 0 answered, 1 not answered or nothing could be",
            "looked up, 2 bad usage, 3 no server.",
            "",
            "  ./pip ask --demo \"Who owes me money?\""
        })
final class AskCommand implements Callable<Integer> {
    private static final int MOST_INPUT = 20_000_000;

    private final Surroundings surroundings;

    @Parameters(arity = "0..*", paramLabel = "QUESTION", description = "in plain words; - reads it from standard input")
    List<String> words = List.of();

    @Option(names = "--json", description = "print one JSON object, for programs")
    boolean json;

    @Mixin
    TargetOptions options = new TargetOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    AskCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String question = question();
        try (Target target = options.open(surroundings)) {
            Exchange exchange = new Exchange(target, surroundings);
            String conversationId = target.conversation(options.conversation);
            if (json) {
                Exchange.Outcome outcome = exchange.ask(conversationId, question, new ToolSteps(surroundings));
                RunView run = target.client().run(outcome.runId());
                surroundings.out().print(AnswerJson.of(run).line() + "\n");
                surroundings.out().flush();
                return exitCode(outcome);
            }
            Exchange.Outcome outcome = print(exchange, conversationId, question);
            if (options.conversation == null && outcome.reason() == null) {
                surroundings.progress(surroundings.paint().quiet("Go on: " + target.chatCommand(conversationId)));
            }
            return exitCode(outcome);
        }
    }

    private Exchange.Outcome print(Exchange exchange, String conversationId, String question) {
        AnswerPrinter printer = new AnswerPrinter(surroundings);
        try {
            Exchange.Outcome outcome = exchange.ask(conversationId, question, printer);
            exchange.compare(conversationId, outcome.runId(), printer);
            return outcome;
        } catch (CliException e) {
            printer.finish();
            throw e;
        }
    }

    private int exitCode(Exchange.Outcome outcome) {
        if (outcome.stoppedHere()) {
            throw new CliException(CliException.INTERRUPTED, "stopped.");
        }
        if (outcome.reason() != null) {
            throw new CliException(CliException.FAILED, outcome.reason());
        }
        if (outcome.unread()) {
            throw new CliException(CliException.FAILED, "nothing could be looked up for this answer; it says why.");
        }
        return 0;
    }

    private String question() {
        String question = words.equals(List.of("-")) ? input() : String.join(" ", words);
        if (question.isBlank()) {
            throw new CliException(
                    CliException.BAD_USAGE, "there is no question. Say one: ./pip ask \"Who owes me money?\"");
        }
        return question.strip();
    }

    private String input() {
        try {
            byte[] bytes = surroundings.in().readNBytes(MOST_INPUT + 1);
            if (bytes.length > MOST_INPUT) {
                throw new CliException(
                        CliException.BAD_USAGE, "standard input holds more than 20 MB. Ask a shorter question.");
            }
            return new String(bytes, UTF_8);
        } catch (IOException e) {
            throw new CliException(CliException.BAD_USAGE, "standard input cannot be read: " + e.getMessage(), e);
        }
    }
}
