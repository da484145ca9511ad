package au.pip.llm;

/** How long the stable start of a prompt (tools, system) is to be kept for the next request, where the provider can. */
public enum PromptCache {
    OFF,
    /** The cheaper write; every hit renews it. */
    FIVE_MINUTES,
    /** Where a provider has no such choice, its usual one is used. */
    ONE_HOUR
}
