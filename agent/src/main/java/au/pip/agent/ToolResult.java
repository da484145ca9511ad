package au.pip.agent;

/**
 * What a tool gives back.
 *
 * @param content for the model
 * @param summary one line for the person
 */
public record ToolResult(String content, boolean failed, String summary) {
    public static ToolResult of(String content, String summary) {
        return new ToolResult(content, false, summary);
    }

    /** @param reason a sentence that names the cause and the next step, for the model and the person alike */
    public static ToolResult failure(String reason) {
        return new ToolResult(reason, true, reason);
    }
}
