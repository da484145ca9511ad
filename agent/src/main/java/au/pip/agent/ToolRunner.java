package au.pip.agent;

import au.pip.llm.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Runs the calls of one round, all at once when they only read, and gives a result for each, in their order. */
final class ToolRunner {
    private final Toolbox toolbox;
    private final ToolPolicy policy;
    private final int most;

    ToolRunner(Toolbox toolbox, ToolPolicy policy, int most) {
        this.toolbox = toolbox;
        this.policy = policy;
        this.most = most;
    }

    /** @param waits whether something was put to the person */
    record Round(List<Part.ToolResult> parts, boolean waits) {}

    Round run(List<Part.ToolCall> calls, StopSignal stop, Consumer<AgentEvent> events) {
        AtomicBoolean waits = new AtomicBoolean();
        List<Part.ToolResult> parts = run(calls, stop, events, waits);
        return new Round(parts, waits.get());
    }

    private List<Part.ToolResult> run(
            List<Part.ToolCall> calls, StopSignal stop, Consumer<AgentEvent> events, AtomicBoolean waits) {
        Consumer<AgentEvent> oneAtATime = event -> {
            synchronized (this) {
                events.accept(event);
            }
        };
        boolean parallel = calls.stream()
                .allMatch(call ->
                        toolbox.find(call.toolName()).map(Tool::readOnly).orElse(true));
        try (ExecutorService executor = parallel
                ? Executors.newVirtualThreadPerTaskExecutor()
                : Executors.newSingleThreadExecutor(Thread.ofVirtual().factory())) {
            List<Future<ToolResult>> results = new ArrayList<>();
            for (int index = 0; index < calls.size(); index++) {
                Part.ToolCall call = calls.get(index);
                boolean tooMany = index >= most;
                results.add(
                        executor.submit(() -> tooMany ? refuse(call, oneAtATime) : runOne(call, oneAtATime, waits)));
            }
            try (StopSignal.Registration _ = stop.onRaise(() -> results.forEach(result -> result.cancel(true)))) {
                List<Part.ToolResult> parts = new ArrayList<>();
                for (int index = 0; index < calls.size(); index++) {
                    Part.ToolCall call = calls.get(index);
                    ToolResult result = await(results.get(index));
                    parts.add(new Part.ToolResult(call.callId(), call.toolName(), result.content(), result.failed()));
                }
                return parts;
            }
        }
    }

    private ToolResult runOne(Part.ToolCall call, Consumer<AgentEvent> events, AtomicBoolean waits) {
        long start = System.nanoTime();
        Tool tool = toolbox.find(call.toolName()).orElse(null);
        if (tool == null) {
            return finish(
                    call,
                    ToolResult.failure("There is no tool '%s'. The tools are: %s."
                            .formatted(call.toolName(), String.join(", ", toolbox.names()))),
                    start,
                    events);
        }
        events.accept(new AgentEvent.CallStarted(call, tool.label(call.arguments())));
        ToolResult result = switch (policy.decide(tool, call.arguments())) {
            case ToolPolicy.Decision.Allow _ -> guarded(call, () -> tool.run(call.arguments()));
            case ToolPolicy.Decision.Ask(ProposingTool proposing) ->
                guarded(call, () -> proposed(proposing, call, events, waits));
            case ToolPolicy.Decision.Deny(String reason) -> ToolResult.failure(reason);
        };
        return finish(call, result, start, events);
    }

    /** One at a time: what comes after it may rest on what becomes of it. */
    private static ToolResult proposed(
            ProposingTool tool, Part.ToolCall call, Consumer<AgentEvent> events, AtomicBoolean waits)
            throws InterruptedException {
        if (waits.get()) {
            return ToolResult.failure(
                    "One thing at a time: another waits for the person's approval. Propose it after.");
        }
        return switch (tool.propose(call.arguments())) {
            case ProposingTool.Proposal.Nothing(ToolResult result) -> result;
            case ProposingTool.Proposal.Waits waiting -> {
                waits.set(true);
                events.accept(new AgentEvent.Proposed(call, waiting));
                yield ToolResult.of("This waits for the person's approval.", waiting.summary());
            }
        };
    }

    private ToolResult refuse(Part.ToolCall call, Consumer<AgentEvent> events) {
        return finish(
                call,
                ToolResult.failure(
                        "Too many calls at once: at most %d a round. Ask again for this one.".formatted(most)),
                System.nanoTime(),
                events);
    }

    @FunctionalInterface
    private interface Work {
        ToolResult run() throws InterruptedException;
    }

    private static ToolResult guarded(Part.ToolCall call, Work work) {
        try {
            return work.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return ToolResult.failure("Stopped before it was done.");
        } catch (RuntimeException e) {
            System.getLogger(ToolRunner.class.getName())
                    .log(System.Logger.Level.ERROR, "the tool " + call.toolName() + " failed", e);
            return ToolResult.failure(
                    "The tool '%s' failed inside Pip; this is a fault of Pip's. The server's log tells more."
                            .formatted(call.toolName()));
        }
    }

    private static ToolResult finish(Part.ToolCall call, ToolResult result, long start, Consumer<AgentEvent> events) {
        events.accept(new AgentEvent.CallFinished(call, result, Duration.ofNanos(System.nanoTime() - start)));
        return result;
    }

    private static ToolResult await(Future<ToolResult> future) {
        try {
            return future.get();
        } catch (CancellationException _) {
            return ToolResult.failure("Stopped before it was done.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return ToolResult.failure("Stopped before it was done.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a tool's failure is a value", e);
        }
    }
}
