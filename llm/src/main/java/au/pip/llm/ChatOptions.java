package au.pip.llm;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one reply is asked for. What a model does not take is left out and told of by a {@link Warning}.
 *
 * @param model null for the provider's default
 * @param maxOutputTokens null for the provider's default
 * @param temperature null for the model's own
 * @param cachePrompt asks for the stable start of the prompt (tools, system) to be cached where the provider can
 */
public record ChatOptions(
        @Nullable String model,
        List<ToolSpec> tools,
        @Nullable Integer maxOutputTokens,
        @Nullable BigDecimal temperature,
        List<String> stopSequences,
        boolean cachePrompt) {
    public ChatOptions {
        tools = List.copyOf(tools);
        stopSequences = List.copyOf(stopSequences);
    }

    public static ChatOptions defaults() {
        return new ChatOptions(null, List.of(), null, null, List.of(), false);
    }

    public ChatOptions withModel(@Nullable String model) {
        return new ChatOptions(model, tools, maxOutputTokens, temperature, stopSequences, cachePrompt);
    }

    public ChatOptions withTools(List<ToolSpec> tools) {
        return new ChatOptions(model, tools, maxOutputTokens, temperature, stopSequences, cachePrompt);
    }

    public ChatOptions withMaxOutputTokens(int maxOutputTokens) {
        return new ChatOptions(model, tools, maxOutputTokens, temperature, stopSequences, cachePrompt);
    }

    public ChatOptions withTemperature(BigDecimal temperature) {
        return new ChatOptions(model, tools, maxOutputTokens, temperature, stopSequences, cachePrompt);
    }

    public ChatOptions withCachePrompt(boolean cachePrompt) {
        return new ChatOptions(model, tools, maxOutputTokens, temperature, stopSequences, cachePrompt);
    }
}
