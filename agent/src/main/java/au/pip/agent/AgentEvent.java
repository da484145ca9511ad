package au.pip.agent;

import au.pip.llm.ChatResponse;
import au.pip.llm.Part;
import java.time.Duration;

/** What happens in a run, in order; calls that run in parallel interleave. */
public sealed interface AgentEvent {
    /** A piece of the answer, as the model writes it. */
    record Text(String text) implements AgentEvent {}

    record CallStarted(Part.ToolCall call, String label) implements AgentEvent {}

    record CallFinished(Part.ToolCall call, ToolResult result, Duration took) implements AgentEvent {}

    /** A call was put to the person; its finish follows. */
    record Proposed(Part.ToolCall call, ProposingTool.Proposal.Waits proposal) implements AgentEvent {}

    /** A reply of the model is whole, or was cut; it is to be booked. */
    record ReplyFinished(ChatResponse response) implements AgentEvent {}
}
