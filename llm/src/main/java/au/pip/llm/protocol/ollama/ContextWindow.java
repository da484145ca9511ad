package au.pip.llm.protocol.ollama;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.ToolSpec;
import au.pip.llm.protocol.ChatRequest;
import java.util.List;

/**
 * How large a window to ask Ollama for. Its own default is small (by the machine's memory), and what does not fit is cut
 * silently: the oldest messages, or of one long message the beginning with the system prompt before it (both seen with
 * 0.17.4). Requests ask for an error instead ({@code truncate: false}), which older servers do not know. A full window of
 * a modern model fills the memory of a common machine, and a changed window makes Ollama load the model anew: so the size
 * is {@link #USUAL}, doubled until the conversation and its answer fit, and never more than the model has.
 */
final class ContextWindow {
    static final int USUAL = 8192;

    /** For models whose window is not known. */
    private static final int CAUTIOUS_MOST = 32_768;

    private static final int ANSWER = 2048;

    /** Of a picture in the model's eyes: 256 (Gemma 3) to 1,280 (Qwen 2.5 VL, the most that Ollama lets it have). */
    private static final int IMAGE = 1280;

    /** What the template writes around each message, call and tool. */
    private static final int FRAME = 16;

    private ContextWindow() {}

    static int size(ChatRequest request) {
        int known = request.model().contextTokens();
        int most = known > 0 ? known : CAUTIOUS_MOST;
        Integer limit = request.options().maxOutputTokens();
        long needed = tokens(request) + (limit == null ? ANSWER : limit);
        int size = USUAL;
        while (size < needed && size < most) {
            size *= 2;
        }
        return Math.min(size, most);
    }

    /** More than all but odd texts have, as too much costs memory and too little an answer. */
    private static long tokens(ChatRequest request) {
        long tokens = 0;
        for (Message message : request.messages()) {
            tokens += FRAME;
            for (Part part : message.parts()) {
                tokens += switch (part) {
                    case Part.Text text -> tokens(text.text());
                    case Part.Thinking own -> tokens(own.thinking());
                    case Part.ToolCall call ->
                        FRAME
                                + tokens(call.toolName())
                                + tokens(call.arguments().toString());
                    case Part.ToolResult result -> FRAME + tokens(result.toolName()) + tokens(result.content());
                    case Part.Image image -> IMAGE;
                    case Part.Document document -> 0;
                };
            }
        }
        for (ToolSpec tool : request.options().tools()) {
            tokens += FRAME
                    + tokens(tool.name())
                    + tokens(tool.description())
                    + tokens(tool.inputSchema().toString());
        }
        return tokens;
    }

    /** A token for each digit, as Qwen's and Gemma's tokenizers have it, and for three bytes of all else. */
    private static long tokens(String text) {
        long digits = text.chars().filter(each -> each >= '0' && each <= '9').count();
        return digits + (length(text) - digits + 2) / 3;
    }

    /**
     * Whether the provider's count of the prompt shows that it saw only a part: it filled the window, or it is lower than
     * any tokenizer makes of that much text (eight bytes a token).
     */
    static boolean wasCut(ChatRequest request, boolean toolsSent, int window, long promptTokens) {
        return promptTokens >= window || (promptTokens > 0 && promptTokens < textBytes(request, toolsSent) / 8);
    }

    private static long textBytes(ChatRequest request, boolean toolsSent) {
        long bytes = 0;
        for (Message message : request.messages()) {
            for (Part part : message.parts()) {
                bytes += switch (part) {
                    case Part.Text text -> length(text.text());
                    case Part.ToolCall call -> length(call.arguments().toString());
                    case Part.ToolResult result -> length(result.content());
                    case Part.Thinking thinking -> 0;
                    case Part.Image image -> 0;
                    case Part.Document document -> 0;
                };
            }
        }
        for (ToolSpec tool : toolsSent ? request.options().tools() : List.<ToolSpec>of()) {
            bytes += length(tool.description()) + length(tool.inputSchema().toString());
        }
        return bytes;
    }

    private static long length(String text) {
        return text.getBytes(UTF_8).length;
    }
}
