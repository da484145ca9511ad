package au.pip.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call may use at most, told before it is made. Tokens are bounded by size, not counted: one for two bytes of text
 * (dense scripts take about three bytes a token, English four), {@value #IMAGE_TOKENS} an image, one for two letters of a
 * document's base64 form.
 *
 * @param outputTokens the limit of the reply; 0 when none is known
 * @param usd the cost of all that at the dearest rate of the model; null when it is not known, 0 when the model is free
 */
public record Estimate(
        String provider,
        String model,
        long inputTokens,
        long outputTokens,
        @Nullable BigDecimal usd) {
    /** Above what any of the known models makes of the largest image. */
    private static final long IMAGE_TOKENS = 6000;
    /** The frame that a chat template puts around each message. */
    private static final long MESSAGE_TOKENS = 16;

    static Estimate unpriced(LlmProvider provider, List<Message> messages, ChatOptions options) {
        String asked = options.model() == null ? provider.defaultModel() : options.model();
        Integer limit = options.maxOutputTokens();
        return new Estimate(
                provider.name(),
                asked == null ? "" : asked,
                inputTokens(messages, options),
                limit == null ? 0 : limit,
                null);
    }

    /** The bound for a request. */
    public static long inputTokens(List<Message> messages, ChatOptions options) {
        long tokens = 0;
        for (Message message : messages) {
            tokens += MESSAGE_TOKENS;
            for (Part part : message.parts()) {
                tokens += tokens(part);
            }
        }
        for (ToolSpec tool : options.tools()) {
            tokens += MESSAGE_TOKENS
                    + ofText(tool.name())
                    + ofText(tool.description())
                    + ofText(tool.inputSchema().toString());
        }
        OutputSchema schema = options.outputSchema();
        return schema == null ? tokens : tokens + ofText(schema.schema().toString());
    }

    private static long tokens(Part part) {
        long own = switch (part) {
            case Part.Text text -> ofText(text.text());
            case Part.Thinking thinking -> ofText(thinking.thinking());
            case Part.ToolCall call ->
                ofText(call.toolName()) + ofText(call.arguments().toString());
            case Part.ToolResult result -> ofText(result.toolName()) + ofText(result.content());
            case Part.Image image -> IMAGE_TOKENS;
            case Part.Document document -> document.base64().length() / 2L;
        };
        return own + MESSAGE_TOKENS;
    }

    private static long ofText(String text) {
        return (text.getBytes(UTF_8).length + 1L) / 2;
    }
}
