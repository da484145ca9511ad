package au.pip.cli;

import au.pip.api.RunAccepted;
import au.pip.api.RunEvent;
import au.pip.api.RunView;
import au.pip.api.SendMessage;
import au.pip.api.ToolView;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One question, and its answer as it comes. Ctrl-C in the middle stops the answer. */
final class Exchange {
    private final Target target;
    private final Surroundings surroundings;
    private final @Nullable Boolean strict;

    Exchange(Target target, Surroundings surroundings) {
        this(target, surroundings, false);
    }

    /** @param strict figures that cannot be verified are withheld; otherwise the server decides */
    Exchange(Target target, Surroundings surroundings, boolean strict) {
        this.target = target;
        this.surroundings = surroundings;
        this.strict = strict ? true : null;
    }

    /**
     * @param stoppedHere whether a person pressed Ctrl-C
     * @param reason why it is not complete, one line with the next step; null when it is
     * @param unread whether Pip looked things up for it and none could be
     */
    record Outcome(
            String runId, boolean stoppedHere, @Nullable String reason, boolean unread) {}

    /** @throws RefusedException when the server does not take the message */
    Outcome ask(String conversationId, String text, Consumer<RunEvent> listener) {
        return ask(conversationId, new SendMessage(UUID.randomUUID().toString(), text, strict, null), listener);
    }

    /** @throws RefusedException when the server does not take the message */
    Outcome ask(String conversationId, SendMessage message, Consumer<RunEvent> listener) {
        StopKey key = new StopKey(target.client(), Thread.currentThread());
        try (Interrupts _ = Interrupts.call(key::press)) {
            RunAccepted run = send(conversationId, message);
            key.arm(run.runId());
            return follow(conversationId, run.runId(), listener, key);
        }
    }

    /** Follows a run that was begun earlier, from its first event. */
    Outcome resume(String conversationId, String runId, Consumer<RunEvent> listener) {
        StopKey key = new StopKey(target.client(), Thread.currentThread());
        key.arm(runId);
        try (Interrupts _ = Interrupts.call(key::press)) {
            return follow(conversationId, runId, listener, key);
        }
    }

    /** Says so when events of an answer were lost for good: then the server keeps more of it than was shown. */
    void compare(String conversationId, String runId, AnswerPrinter printer) {
        try {
            RunView run = target.client().run(runId);
            if (!run.state().equals("running") && !run.answer().equals(printer.told())) {
                surroundings.progress("pip: a part of this answer was lost on its way. "
                        + target.chatCommand(conversationId) + " shows all of it.");
            }
        } catch (CliException e) {
            if (e.exitCode() == CliException.INTERRUPTED) {
                throw e;
            }
        }
    }

    private RunAccepted send(String conversationId, SendMessage message) {
        try {
            return target.client().send(conversationId, message);
        } catch (RefusedException e) {
            if (e.status() == 404 && message.replaces() == null) {
                throw Target.noConversation(conversationId);
            }
            throw e;
        }
    }

    private Outcome follow(String conversationId, String runId, Consumer<RunEvent> listener, StopKey key) {
        RunFollower follower =
                new RunFollower(target.client(), () -> surroundings.progress("The connection was lost; trying again…"));
        try {
            List<Boolean> looks = new ArrayList<>();
            RunEvent.Finished finished = follower.follow(runId, event -> {
                if (event instanceof RunEvent.ToolFinished(ToolView tool)) {
                    looks.add(!tool.failed());
                    if (tool.failed() && key.pressed()) {
                        return; // Stopped by the person, as the end of the run tells.
                    }
                }
                listener.accept(event);
            });
            boolean stopped = key.pressed() && finished.state().equals("stopped");
            return new Outcome(runId, stopped, reason(finished), !looks.isEmpty() && !looks.contains(true));
        } catch (CliException e) {
            if (e.exitCode() != CliException.NO_SERVER) {
                throw e;
            }
            throw new CliException(
                    CliException.NO_SERVER,
                    e.line() + " Once it runs again, " + target.chatCommand(conversationId)
                            + " shows how far the answer came.",
                    e);
        }
    }

    private static @Nullable String reason(RunEvent.Finished finished) {
        if (finished.state().equals("completed") || finished.state().equals("waiting")) {
            return null;
        }
        if (finished.error() != null) {
            return Printable.of(finished.error());
        }
        return switch (finished.state()) {
            case "stopped" -> "the answer was stopped.";
            case "limited" -> "the answer ran out of rounds or time. Ask a narrower question.";
            case "interrupted" -> "the server ended in the middle of the answer. Ask again.";
            default -> "the answer failed. The server's log tells why; ask again.";
        };
    }
}
