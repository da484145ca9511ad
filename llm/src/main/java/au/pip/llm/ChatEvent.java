package au.pip.llm;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A step of a reply. Blocks (text, thinking, tool call) have an index that orders the parts of the reply; deltas of
 * several blocks may interleave.
 */
public sealed interface ChatEvent {
    /** The reply has begun; the provider's own names for it. Only {@link Retrying} and {@link FellBack} come before. */
    record Started(@Nullable String responseId, String model) implements ChatEvent {}

    record TextDelta(int index, String text) implements ChatEvent {}

    record ThinkingDelta(int index, String thinking) implements ChatEvent {}

    record ToolCallStarted(int index, String callId, String toolName) implements ChatEvent {}

    /** A fragment of the call's JSON arguments; may be blank, may cut a token in two. */
    record ToolCallDelta(int index, String fragment) implements ChatEvent {}

    /** A block is whole: the part that goes into the history, with what the provider needs to see again. */
    record PartFinished(int index, Part part) implements ChatEvent {}

    /** What the provider has counted so far: replaces earlier reports of this reply, never adds to them. */
    record UsageReported(Usage usage) implements ChatEvent {}

    /** The provider's own figure of what the reply costs; counts before any price list. */
    record CostReported(BigDecimal usd) implements ChatEvent {}

    /**
     * A try failed before the reply began, and another follows.
     *
     * @param retry its number, from 1
     * @param delay the wait before it
     */
    record Retrying(int retry, Duration delay, LlmException cause) implements ChatEvent {}

    /**
     * Another provider takes over; what follows is its reply from the start.
     *
     * @param discarded whether events of the failed reply were given, be it only its start: they no longer count
     */
    record FellBack(String from, String to, LlmException cause, boolean discarded) implements ChatEvent {}

    /** An option was left out or changed because the model does not take it, or the provider said something odd. */
    record Warned(Warning warning) implements ChatEvent {}

    /** The provider's end mark. */
    record Finished(StopReason reason) implements ChatEvent {}
}
