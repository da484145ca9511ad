package au.pip.llm;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one reply is asked for. What a model does not take is left out and told of by a {@link Warning}.
 *
 * @param model null for the provider's default
 * @param outputSchema null for free text
 * @param maxOutputTokens null for the provider's default
 * @param temperature null for the model's own
 * @param effort null for the model's own
 * @param extra fields for the request's body, see {@link #withExtra}; null for none
 */
public record ChatOptions(
        @Nullable String model,
        List<ToolSpec> tools,
        ToolChoice toolChoice,
        @Nullable OutputSchema outputSchema,
        @Nullable Integer maxOutputTokens,
        @Nullable BigDecimal temperature,
        @Nullable Effort effort,
        List<String> stopSequences,
        PromptCache promptCache,
        @Nullable ObjectNode extra) {
    private static final ChatOptions DEFAULTS =
            new ChatOptions(null, List.of(), ToolChoice.AUTO, null, null, null, null, List.of(), PromptCache.OFF, null);

    public ChatOptions {
        tools = List.copyOf(tools);
        stopSequences = List.copyOf(stopSequences);
    }

    public static ChatOptions defaults() {
        return DEFAULTS;
    }

    public ChatOptions withModel(@Nullable String model) {
        return new ChatOptions(
                model,
                tools,
                toolChoice,
                outputSchema,
                maxOutputTokens,
                temperature,
                effort,
                stopSequences,
                promptCache,
                extra);
    }

    public ChatOptions withTools(List<ToolSpec> tools) {
        return new ChatOptions(
                model,
                tools,
                toolChoice,
                outputSchema,
                maxOutputTokens,
                temperature,
                effort,
                stopSequences,
                promptCache,
                extra);
    }

    public ChatOptions withToolChoice(ToolChoice toolChoice) {
        return new ChatOptions(
                model,
                tools,
                toolChoice,
                outputSchema,
                maxOutputTokens,
                temperature,
                effort,
                stopSequences,
                promptCache,
                extra);
    }

    public ChatOptions withOutputSchema(OutputSchema outputSchema) {
        return new ChatOptions(
                model,
                tools,
                toolChoice,
                outputSchema,
                maxOutputTokens,
                temperature,
                effort,
                stopSequences,
                promptCache,
                extra);
    }

    public ChatOptions withMaxOutputTokens(int maxOutputTokens) {
        return new ChatOptions(
                model,
                tools,
                toolChoice,
                outputSchema,
                maxOutputTokens,
                temperature,
                effort,
                stopSequences,
                promptCache,
                extra);
    }

    public ChatOptions withTemperature(BigDecimal temperature) {
        return new ChatOptions(
                model,
                tools,
                toolChoice,
                outputSchema,
                maxOutputTokens,
                temperature,
                effort,
                stopSequences,
                promptCache,
                extra);
    }

    public ChatOptions withEffort(@Nullable Effort effort) {
        return new ChatOptions(
                model,
                tools,
                toolChoice,
                outputSchema,
                maxOutputTokens,
                temperature,
                effort,
                stopSequences,
                promptCache,
                extra);
    }

    public ChatOptions withStopSequences(List<String> stopSequences) {
        return new ChatOptions(
                model,
                tools,
                toolChoice,
                outputSchema,
                maxOutputTokens,
                temperature,
                effort,
                stopSequences,
                promptCache,
                extra);
    }

    public ChatOptions withPromptCache(PromptCache promptCache) {
        return new ChatOptions(
                model,
                tools,
                toolChoice,
                outputSchema,
                maxOutputTokens,
                temperature,
                effort,
                stopSequences,
                promptCache,
                extra);
    }

    /**
     * Fields for the body of the request, for what a provider takes and this vocabulary has no word for. They are the
     * wire's own, so another provider may refuse them. Objects are joined with what is there; any other value that is
     * there is replaced, and a {@link Warning} tells of it.
     *
     * <p>Price lists know standard rates only. A reply that was served by another tier ({@code service_tier}), or was asked
     * for with {@code inference_geo}, {@code speed} or tools of the provider's own, has a cost only where the provider
     * tells one; and the {@link Estimate} of a request whose limit is set here has no price.
     */
    public ChatOptions withExtra(@Nullable ObjectNode extra) {
        return new ChatOptions(
                model,
                tools,
                toolChoice,
                outputSchema,
                maxOutputTokens,
                temperature,
                effort,
                stopSequences,
                promptCache,
                extra);
    }
}
