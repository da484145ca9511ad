package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.pip.api.DecisionView;
import au.pip.api.RunView;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
            "standard error. Exit code: 0 answered, 1 not answered or each look-up",
            "failed, 2 bad usage, 3 no server.",
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

    @Option(names = "--strict", description = "withhold every figure that cannot be verified")
    boolean strict;

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
            Exchange exchange = new Exchange(target, surroundings, strict);
            String conversationId = target.conversation(options.conversation);
            if (json) {
                Exchange.Outcome outcome = exchange.ask(conversationId, question, new ToolSteps(surroundings));
                RunView run = target.client().run(outcome.runId());
                surroundings.out().print(AnswerJson.of(run).line() + "\n");
                surroundings.out().flush();
                if (run.approvalId() != null) {
                    surroundings.progress(
                            "A draft waits for a person: ./pip approve " + Printable.of(run.approvalId()));
                }
                return exitCode(outcome);
            }
            AnswerPrinter printer = new AnswerPrinter(surroundings);
            Exchange.Outcome outcome =
                    print(printer, conversationId, exchange, () -> exchange.ask(conversationId, question, printer));
            Exchange.Outcome last = decide(target, exchange, conversationId, printer.approvalId());
            outcome = last == null ? outcome : last;
            if (options.conversation == null && outcome.reason() == null) {
                surroundings.progress(surroundings.paint().quiet("Go on: " + target.chatCommand(conversationId)));
            }
            return exitCode(outcome);
        }
    }

    private static Exchange.Outcome print(
            AnswerPrinter printer, String conversationId, Exchange exchange, Supplier<Exchange.Outcome> answering) {
        try {
            Exchange.Outcome outcome = answering.get();
            exchange.compare(conversationId, outcome.runId(), printer);
            return outcome;
        } catch (CliException e) {
            printer.finish();
            throw e;
        }
    }

    /** Has the person decide what was proposed; answers how the last run ended that went on from it. */
    private Exchange.@Nullable Outcome decide(
            Target target, Exchange exchange, String conversationId, @Nullable String proposed) {
        Exchange.Outcome last = null;
        String approvalId = proposed;
        while (approvalId != null) {
            DecisionView decision = new ApprovalQuestion(target, surroundings, this::typed).ask(approvalId);
            if (decision == null) {
                return last;
            }
            DecisionText.print(decision, surroundings);
            String runId = decision.runId();
            if (runId == null) {
                return last;
            }
            AnswerPrinter printer = new AnswerPrinter(surroundings);
            last = print(printer, conversationId, exchange, () -> exchange.resume(conversationId, runId, printer));
            approvalId = printer.approvalId();
        }
        return last;
    }

    /** What is typed after the prompt: nobody has answered a question that they had not seen. */
    private @Nullable String typed(String prompt) {
        StringBuilder line = new StringBuilder();
        try {
            surroundings.in().skipNBytes(surroundings.in().available());
            surroundings.out().print(prompt);
            surroundings.out().flush();
            int next;
            while ((next = surroundings.in().read()) >= 0 && next != '\n') {
                line.append((char) next);
            }
            return next < 0 && line.isEmpty() ? null : line.toString();
        } catch (IOException e) {
            return null;
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
