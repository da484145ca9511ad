package au.pip.llm;

/** Who speaks in a message. Tool results have a role of their own; a protocol renders it as its wire wants. */
public enum Role {
    SYSTEM,
    USER,
    ASSISTANT,
    TOOL
}
