package au.pip.llm;

/** Whether a model may, must or must not call one of the tools it is told of. */
public enum ToolChoice {
    AUTO,
    REQUIRED,
    NONE
}
