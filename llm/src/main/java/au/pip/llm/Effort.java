package au.pip.llm;

/** How much a model is to think before it answers. */
public enum Effort {
    /** As little as the model can: some cannot do without. */
    NONE,
    LOW,
    MEDIUM,
    HIGH
}
