package au.pip.llm;

/** Why a reply ended. */
public enum StopReason {
    /** The model had said all it wanted to. */
    END,
    /** The reply holds tool calls that wait for results. Decided from the content, not from the provider's word. */
    TOOL_CALLS,
    /** The output limit cut it. */
    MAX_TOKENS,
    /** A stop sequence was met. */
    STOP_SEQUENCE,
    /** The model or the provider's filter refused. */
    REFUSED,
    /** The conversation no longer fits the model's window. */
    CONTEXT_FULL,
    /** The provider paused a long turn. */
    PAUSED,
    /** We closed the stream. */
    CANCELLED,
    /** A reason the provider gave that this version does not know. */
    OTHER
}
