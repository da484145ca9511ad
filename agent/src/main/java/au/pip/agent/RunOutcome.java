package au.pip.agent;

import au.pip.llm.LlmException;

/** How a run ended. */
public sealed interface RunOutcome {
    record Completed() implements RunOutcome {}

    /** Something was proposed, and the person has to decide before it goes on. */
    record Waiting() implements RunOutcome {}

    /** The person stopped it. */
    record Stopped() implements RunOutcome {}

    /** @param reason which limit, a sentence for the person */
    record Limited(String reason) implements RunOutcome {}

    /** The model said no, or its provider did. */
    record Refused() implements RunOutcome {}

    record Failed(LlmException cause) implements RunOutcome {}
}
