package au.pip.cli;

import au.pip.api.DecisionView;
import au.pip.api.EntryView;
import au.pip.api.SendMessage;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A conversation, line by line. A question that fails is told and the chat goes on. */
final class Chat {
    private static final String SOURCE = "/source";

    private static final String HELP = """
            Ask about the books in plain words. Besides:
              /source FIGURE   what lies behind a figure of the last answer
              /again           ask your latest question again
              /edit TEXT       ask it in other words instead
              /new             begin a new conversation
              /quit            leave (so does Ctrl-D)
              /help            this
            Ctrl-C stops an answer.""";

    private final Target target;
    private final Surroundings surroundings;
    private final Exchange exchange;
    private @Nullable String conversationId;
    private @Nullable Lines typed;
    private @Nullable String lastRun;
    private boolean leaving;
    private int exitCode;

    /** @param conversationId an earlier conversation, or null to begin one with the first question */
    Chat(Target target, Surroundings surroundings, @Nullable String conversationId) {
        this.target = target;
        this.surroundings = surroundings;
        this.exchange = new Exchange(target, surroundings);
        this.conversationId = conversationId;
    }

    /**
     * Shows how far the conversation came; an answer that is still being given is followed to its end.
     *
     * @throws CliException when there is no such conversation
     */
    void recall() {
        if (conversationId == null) {
            return;
        }
        List<EntryView> entries = earlier(conversationId);
        if (entries.isEmpty()) {
            return;
        }
        EntryView last = entries.getLast();
        entries.stream()
                .filter(each -> !each.kind().equals("answer") && each.runId().equals(last.runId()))
                .forEach(each -> say((each.kind().equals("question") ? "> " : "") + Printable.of(each.text())));
        if (last.kind().equals("answer")) {
            lastRun = last.runId();
            show(last);
            decide(conversationId, last.approvalId());
        } else {
            decide(conversationId, resume(conversationId, last.runId()));
        }
    }

    /** Asks every line until there are no more; the exit code tells whether one was not answered. */
    int run(Lines lines) {
        typed = lines;
        String line;
        while (!leaving && (line = lines.next()) != null) {
            String text = line.strip();
            switch (text) {
                case "" -> {}
                case "/quit", "/exit" -> {
                    return exitCode;
                }
                case "/help" -> say(HELP);
                case "/new" -> {
                    conversationId = null;
                    say("A new conversation.");
                }
                case "/again" -> again(null);
                case "/edit" -> say("Say it in other words: /edit Who owes me money?");
                default -> {
                    if (text.startsWith("/edit ")) {
                        again(text.substring("/edit ".length()).strip());
                    } else if (text.equals(SOURCE) || text.startsWith(SOURCE + " ")) {
                        source(text.substring(SOURCE.length()).strip());
                    } else if (text.startsWith("/")) {
                        say("There is no " + Printable.of(text.split("\\s", 2)[0]) + ". /help lists what there is.");
                    } else {
                        ask(text);
                    }
                }
            }
        }
        return exitCode;
    }

    /** The run of the latest answer; null before the first. */
    @Nullable
    String lastRun() {
        return lastRun;
    }

    private void source(String figure) {
        String run = lastRun;
        if (run == null) {
            say("There is no answer yet.");
            return;
        }
        say("");
        try {
            new FigureSource(surroundings).print(target.client().run(run).figures(), figure);
        } catch (CliException e) {
            fail(e.line());
        }
    }

    private void ask(String text) {
        ask(_ -> new SendMessage(UUID.randomUUID().toString(), text));
    }

    /** Asks the latest question again; what it said before, and its answer, no longer count. */
    private void again(@Nullable String otherWords) {
        if (conversationId == null) {
            say("There is no question yet. Ask one.");
            return;
        }
        ask(id -> {
            EntryView question = latestQuestion(id);
            String text = otherWords == null ? question.text() : otherWords;
            surroundings.progress("Asking again: " + Printable.of(text));
            return new SendMessage(UUID.randomUUID().toString(), text, null, question.id());
        });
    }

    private EntryView latestQuestion(String id) {
        return earlier(id).reversed().stream()
                .filter(each -> each.kind().equals("question"))
                .findFirst()
                .orElseThrow(() -> new CliException(CliException.FAILED, "there is no question yet. Ask one."));
    }

    private void ask(Function<String, SendMessage> message) {
        String approvalId = follow(printer -> {
            String id = target.conversation(conversationId);
            conversationId = id;
            Exchange.Outcome outcome = exchange.ask(id, message.apply(id), printer);
            exchange.compare(id, outcome.runId(), printer);
            return outcome;
        });
        if (conversationId != null) {
            decide(conversationId, approvalId);
        }
    }

    /** Has the person decide what an answer proposed, and what the one after it proposes. */
    private void decide(String id, @Nullable String proposed) {
        String approvalId = proposed;
        while (approvalId != null) {
            try {
                DecisionView decision = new ApprovalQuestion(target, surroundings, this::answer).ask(approvalId);
                if (decision == null) {
                    return;
                }
                DecisionText.print(decision, surroundings);
                exitCode = Math.max(exitCode, DecisionText.exitCode(decision));
                approvalId = leaving || decision.runId() == null ? null : resume(id, decision.runId());
            } catch (CliException e) {
                fail(e.line());
                return;
            }
        }
    }

    /** Leaving is no approval: what waits is declined first. */
    private @Nullable String answer(String question) {
        String text = typed == null ? null : typed.answer(question);
        leaving = text != null && (text.strip().equals("/quit") || text.strip().equals("/exit"));
        return text;
    }

    /** Follows a run to its end; answers what it proposed. */
    private @Nullable String resume(String id, String runId) {
        return follow(printer -> {
            Exchange.Outcome outcome = exchange.resume(id, runId, printer);
            exchange.compare(id, outcome.runId(), printer);
            return outcome;
        });
    }

    private @Nullable String follow(Function<AnswerPrinter, Exchange.Outcome> answering) {
        say("");
        AnswerPrinter printer =
                new AnswerPrinter(surroundings, typed == null ? Integer.MAX_VALUE : typed.mostSources());
        try {
            Exchange.Outcome outcome = answering.apply(printer);
            lastRun = outcome.runId();
            if (outcome.stoppedHere()) {
                surroundings.progress("Stopped.");
            } else if (outcome.reason() != null) {
                fail(outcome.reason());
            }
        } catch (CliException e) {
            printer.finish();
            fail(e.line());
        }
        say("");
        return printer.approvalId();
    }

    private void fail(String reason) {
        exitCode = CliException.FAILED;
        surroundings.progress("pip: " + reason);
    }

    private List<EntryView> earlier(String id) {
        try {
            return target.client().entries(id);
        } catch (RefusedException e) {
            throw e.status() == 404 ? Target.noConversation(id) : e;
        }
    }

    private void show(EntryView answer) {
        say("");
        AnswerPrinter printer = new AnswerPrinter(surroundings);
        answer.pieces().forEach(printer::accept);
        printer.finish();
        if (answer.error() != null) {
            surroundings.progress("pip: " + Printable.of(answer.error()));
        }
        say("");
    }

    private void say(String text) {
        surroundings.out().print(text + "\n");
        surroundings.out().flush();
    }
}
