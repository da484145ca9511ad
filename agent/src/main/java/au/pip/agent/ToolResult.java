package au.pip.agent;

import java.util.List;

/**
 * What a tool gives back.
 *
 * @param content for the model
 * @param summary one line for the person
 * @param ownWords parts of the content that hold nothing from records, from a service, from the person or from the
 *     model: an answer may repeat their numbers
 */
public record ToolResult(String content, boolean failed, String summary, List<String> ownWords) {
    public ToolResult {
        ownWords = List.copyOf(ownWords);
    }

    public static ToolResult of(String content, String summary) {
        return new ToolResult(content, false, summary, List.of());
    }

    /** @param reason a sentence that names the cause and the next step, for the model and the person alike */
    public static ToolResult failure(String reason) {
        return failure(reason, List.of());
    }

    public static ToolResult failure(String reason, List<String> ownWords) {
        return new ToolResult(reason, true, reason, ownWords);
    }
}
