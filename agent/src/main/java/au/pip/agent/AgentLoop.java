package au.pip.agent;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.StopReason;
import au.pip.llm.ToolChoice;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the model, runs the tools it calls, and asks again, until it has answered, a limit is met or a person has to
 * decide.
 *
 * <p>Blocks; run it on a virtual thread. Events come on that thread, except {@link AgentEvent.CallStarted},
 * {@link AgentEvent.Proposed} and {@link AgentEvent.CallFinished}, which may come from several threads, one at a time.
 */
public final class AgentLoop {
    private final LlmProvider provider;
    private final Toolbox toolbox;
    private final ToolRunner tools;
    private final ChatOptions options;
    private final AgentLimits limits;
    private final OuterLimit outer;
    private final Clock clock;

    public AgentLoop(
            LlmProvider provider,
            Toolbox toolbox,
            ToolPolicy policy,
            ChatOptions options,
            AgentLimits limits,
            Clock clock) {
        this(provider, toolbox, policy, options, limits, OuterLimit.NONE, clock);
    }

    /** @param outer asked before each reply but the first, whether that has to be the answer */
    public AgentLoop(
            LlmProvider provider,
            Toolbox toolbox,
            ToolPolicy policy,
            ChatOptions options,
            AgentLimits limits,
            OuterLimit outer,
            Clock clock) {
        this.provider = provider;
        this.toolbox = toolbox;
        this.tools = new ToolRunner(toolbox, policy, limits.callsPerRound());
        this.options = options;
        this.limits = limits;
        this.outer = outer;
        this.clock = clock;
    }

    /**
     * Raising {@code stop} ends the run wherever it is, also while the provider has not begun to answer: this thread is
     * interrupted, which a provider takes as a close. The thread is not interrupted any more when this returns.
     *
     * @param start the system prompt, the history and the question
     */
    public RunOutcome run(List<Message> start, StopSignal stop, Consumer<AgentEvent> events) {
        StopSignal end = new StopSignal();
        try (StopSignal.Registration _ = stop.onRaise(end::raise);
                Deadline _ = Deadline.after(limits.time(), end);
                Interruption _ = end.interruptsMe()) {
            return rounds(new ArrayList<>(start), stop, end, events);
        }
    }

    /** @param end raised by a stop and by the deadline alike */
    private RunOutcome rounds(List<Message> messages, StopSignal stop, StopSignal end, Consumer<AgentEvent> events) {
        Allowance allowance = new Allowance(limits, outer, clock);
        while (!allowance.isOutOfTime()) {
            if (end.isRaised()) {
                return cut(stop);
            }
            @Nullable String shortage = allowance.shortage();
            ChatResponse response;
            try {
                response = reply(messages, shortage != null, end, events);
            } catch (LlmException e) {
                return end.isRaised() ? cut(stop) : new RunOutcome.Failed(e);
            }
            if (stop.isRaised()) {
                return new RunOutcome.Stopped();
            }
            if (response.stopReason() == StopReason.CANCELLED) {
                return end.isRaised() ? cut(stop) : new RunOutcome.Stopped();
            }
            allowance.used(response);
            messages.add(response.message());
            List<Part.ToolCall> calls = response.toolCalls();
            if (calls.isEmpty() && response.stopReason() != StopReason.PAUSED) {
                RunOutcome ended = ended(response.stopReason());
                return shortage != null && ended instanceof RunOutcome.Completed
                        ? new RunOutcome.Limited(shortage)
                        : ended;
            }
            if (shortage != null) {
                return new RunOutcome.Limited(shortage);
            }
            if (!calls.isEmpty()) {
                ToolRunner.Round results = tools.run(calls, end, events);
                if (results.waits()) {
                    return new RunOutcome.Waiting();
                }
                messages.add(Message.toolResults(results.parts()));
            }
        }
        return cut(stop);
    }

    private RunOutcome cut(StopSignal stop) {
        return stop.isRaised()
                ? new RunOutcome.Stopped()
                : new RunOutcome.Limited("It took longer than %s.".formatted(Allowance.words(limits.time())));
    }

    /** @param last whether the model has to answer now: the tools stay told, as earlier calls name them */
    private ChatResponse reply(List<Message> messages, boolean last, StopSignal end, Consumer<AgentEvent> events) {
        ChatOptions asked = options.withTools(toolbox.specs());
        ChatOptions told = last ? asked.withToolChoice(ToolChoice.NONE) : asked;
        try (ChatStream stream = provider.streamChat(messages, told);
                StopSignal.Registration _ = end.onRaise(stream::close)) {
            ChatResponse response = read(stream, events);
            events.accept(new AgentEvent.ReplyFinished(response));
            return response;
        }
    }

    private static ChatResponse read(ChatStream stream, Consumer<AgentEvent> events) {
        boolean wrote = false;
        try {
            while (stream.hasNext()) {
                if (stream.next() instanceof ChatEvent.TextDelta delta
                        && !delta.text().isEmpty()) {
                    wrote = true;
                    events.accept(new AgentEvent.Text(delta.text()));
                }
            }
        } catch (LlmException e) {
            // What a broken reply used is to be booked all the same.
            stream.close();
            events.accept(new AgentEvent.ReplyFinished(stream.response()));
            throw e;
        }
        ChatResponse response = stream.response();
        if (wrote && !response.toolCalls().isEmpty()) {
            events.accept(new AgentEvent.Text("\n\n"));
        }
        return response;
    }

    private static RunOutcome ended(StopReason reason) {
        return switch (reason) {
            case END, STOP_SEQUENCE, TOOL_CALLS, PAUSED, OTHER -> new RunOutcome.Completed();
            case MAX_TOKENS -> new RunOutcome.Limited("The answer was cut at the model's length limit.");
            case CONTEXT_FULL ->
                new RunOutcome.Limited("The conversation no longer fits the model. Start a new one to go on.");
            case REFUSED -> new RunOutcome.Refused();
            case CANCELLED -> new RunOutcome.Stopped();
        };
    }
}
