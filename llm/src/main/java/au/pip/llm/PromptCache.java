package au.pip.llm;

/**
 * How long the start of a prompt (tools, system, the conversation so far) is to be kept for the next request, where the
 * provider can.
 */
public enum PromptCache {
    OFF,
    /** The cheaper write; every hit renews it. */
    FIVE_MINUTES,
    /** Where a provider has no such choice, its usual one is used. */
    ONE_HOUR
}
