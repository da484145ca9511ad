package au.pip.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A bound on what one try of a call may use, told before it is made: a try that breaks off unanswered may be billed
 * besides the one that is answered ({@link RetryPolicy}). Tokens are bounded by size, not counted, so that it is one for
 * whichever tokeniser the model has:
 *
 * <ul>
 *   <li>text: half a token for a letter or a blank of words in Latin letters (in English they take about a quarter), one
 *       for each digit, each sign and each byte of other letters, as no tokeniser makes more of a byte; the same for each
 *       letter of a piece without a break of more than {@value #LONGEST_WORD}, such as base64
 *   <li>{@value #IMAGE_TOKENS} for an image, {@value #PAGE_TOKENS} for a page of a document, or one for two letters of its
 *       base64 form if that is more
 *   <li>one for two letters of what a provider wants to see again, which is mostly encrypted reasoning
 *   <li>{@value #TOOL_PROMPT} once there are tools or a schema, for the instructions that providers add then
 * </ul>
 *
 * Words of up to {@value #LONGEST_WORD} letters at random, which no language has, may take a little more.
 *
 * @param outputTokens the limit of the reply; 0 when none is known
 * @param usd the cost of all that at the dearest rate of the model; null when it is not known, as when
 *     {@link ChatOptions#withExtra} sets a limit, a number of replies, a tier or tools; 0 when the model is free
 */
public record Estimate(
        String provider,
        String model,
        long inputTokens,
        long outputTokens,
        @Nullable BigDecimal usd) {
    /** Above what any of the known models makes of the largest image. */
    private static final long IMAGE_TOKENS = 6000;
    /** A page is read as text and as a picture: up to 3,000 and about 1,600, by Anthropic's guide to PDF. */
    private static final long PAGE_TOKENS = 5000;
    /** The frame that a chat template puts around each message. */
    private static final long MESSAGE_TOKENS = 16;
    /** Anthropic's are the longest, 300 to 550 by the model, by its guide to tool use. */
    private static final long TOOL_PROMPT = 600;

    private static final int LONGEST_WORD = 32;

    /** Fields of requests that decide which model answers, how long, and how often. */
    private static final Set<String> DECIDING = Set.of(
            "model",
            "models",
            "max_tokens",
            "max_completion_tokens",
            "max_output_tokens",
            "maxOutputTokens",
            "num_predict",
            "n",
            "candidateCount",
            "best_of",
            "tools");

    static Estimate withoutPrice(LlmProvider provider, List<Message> messages, ChatOptions options) {
        String asked = options.model() == null ? provider.defaultModel() : options.model();
        Integer limit = options.maxOutputTokens();
        return new Estimate(
                provider.name(),
                asked == null ? "" : asked,
                inputTokens(messages, options),
                limit == null ? 0 : limit,
                null);
    }

    /**
     * Why there is no price, and the setting that gives one, in a sentence for a person; null when there is a price. Where
     * both the limit of the reply and the price are missing it asks for the limit first.
     */
    public @Nullable String unpriced() {
        if (usd != null) {
            return null;
        }
        return outputTokens == 0
                ? "What a call of %s at %s may cost is not known, as nothing limits its reply: set a limit with ChatOptions.withMaxOutputTokens, or give maxOutputTokens of the model in a price file (ProviderConfig.withPriceFile)."
                        .formatted(modelName(), provider)
                : "What a call of %s at %s may cost is not known, as its price is not: give it in a price file (ProviderConfig.withPriceFile), and leave limits, tiers and tools out of ChatOptions.withExtra."
                        .formatted(modelName(), provider);
    }

    private String modelName() {
        return model.isEmpty() ? "the model" : model;
    }

    /** The bound for a request. */
    public static long inputTokens(List<Message> messages, ChatOptions options) {
        long tokens = 0;
        for (Message message : messages) {
            tokens += MESSAGE_TOKENS;
            for (Part part : message.parts()) {
                tokens += tokens(part) + MESSAGE_TOKENS;
            }
        }
        for (ToolSpec tool : options.tools()) {
            tokens += MESSAGE_TOKENS
                    + ofText(tool.name())
                    + ofText(tool.description())
                    + ofText(tool.inputSchema().toString());
        }
        OutputSchema schema = options.outputSchema();
        if (schema != null) {
            tokens += ofText(schema.schema().toString());
        }
        if (options.extra() != null) {
            tokens += ofText(options.extra().toString());
        }
        return schema == null && options.tools().isEmpty() ? tokens : tokens + TOOL_PROMPT;
    }

    /**
     * Whether the bound holds beside fields of the caller's own: none of them, nor of the objects in them, decides how much
     * is used.
     */
    public static boolean bounds(@Nullable ObjectNode extra) {
        return extra == null
                || extra.properties().stream()
                        .noneMatch(field -> DECIDING.contains(field.getKey())
                                || field.getValue().isObject()
                                        && DECIDING.stream().anyMatch(field.getValue()::has));
    }

    private static long tokens(Part part) {
        return switch (part) {
            case Part.Text text -> ofText(text.text()) + ofData(text.providerData());
            case Part.Thinking thinking -> ofText(thinking.thinking()) + ofData(thinking.providerData());
            case Part.ToolCall call ->
                ofText(call.toolName()) + ofText(call.arguments().toString()) + ofData(call.providerData());
            case Part.ToolResult result -> ofText(result.toolName()) + ofText(result.content());
            case Part.Image image -> IMAGE_TOKENS;
            case Part.Document document ->
                Math.max(document.base64().length() / 2L, PdfPages.count(document.base64()) * PAGE_TOKENS);
        };
    }

    private static long ofData(@Nullable ProviderData data) {
        return data == null ? 0 : data.data().toString().length() / 2L;
    }

    private static long ofText(String text) {
        long halves = 0;
        int word = 0;
        for (byte letter : text.getBytes(UTF_8)) {
            boolean latin = letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
            boolean breaks = letter == ' ' || letter == '\n' || letter == '"' || letter == ',';
            word = breaks ? 0 : word + 1;
            if (word == LONGEST_WORD + 1) {
                halves += LONGEST_WORD;
            }
            halves += (latin || letter == ' ') && word <= LONGEST_WORD ? 1 : 2;
        }
        return (halves + 1) / 2;
    }
}
