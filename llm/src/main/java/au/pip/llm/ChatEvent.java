package au.pip.llm;

import org.jspecify.annotations.Nullable;

/**
 * A step of a reply. Blocks (text, thinking, tool call) have an index that orders the parts of the reply; deltas of
 * several blocks may interleave.
 */
public sealed interface ChatEvent {
    /** The reply has begun; the provider's own names for it. */
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

    /** An option was left out or changed because the model does not take it, or the provider said something odd. */
    record Warned(Warning warning) implements ChatEvent {}

    /** The provider's end mark. */
    record Finished(StopReason reason) implements ChatEvent {}
}
