package au.pip.llm.protocol.gemini;

import au.pip.llm.Effort;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ChatRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much a model is to think. From Gemini 3 on by a level, before by a budget of tokens; a request with both is
 * answered by 400. The budgets for low, medium and high are those that the provider's own OpenAI-compatible API uses.
 *
 * <p>What is thought can be shown only where the model thinks at all: {@code includeThoughts} is answered by 400 when
 * thinking is off, as it is by default in 2.5 Flash-Lite.
 */
final class GeminiThinking {
    /** Flash, Flash-Lite included, up to 3.6; later ones and Pro answer 400 to it (documentation, "Thinking levels"). */
    private static final Pattern TAKES_MINIMAL = Pattern.compile("gemini-3(\\.[0-6])?-flash.*");

    private static final int LEAST_OF_2_5_PRO = 128;

    private final ChatRequest request;
    private final List<Warning> warnings;
    private final String model;
    private final @Nullable Effort effort;

    GeminiThinking(ChatRequest request, List<Warning> warnings) {
        this.request = request;
        this.warnings = warnings;
        this.model = request.model().id();
        this.effort = request.options().effort();
    }

    /** The {@code thinkingConfig}; empty for the model's own way. */
    ObjectNode render() {
        ObjectNode config = Json.object();
        if (request.modelLacks(Capability.THINKING)) {
            if (effort != null && effort != Effort.NONE) {
                warnings.add(new Warning("effort", model + " does not think before it answers."));
            }
            return config;
        }
        if (byBudget()) {
            renderBudget(config);
        } else {
            renderLevel(config);
        }
        return config;
    }

    private boolean byBudget() {
        return model.startsWith("gemini-2");
    }

    private void renderBudget(ObjectNode config) {
        boolean always = model.startsWith("gemini-2.5-pro");
        if (effort == Effort.NONE && always) {
            warnOfThinking();
        }
        if (effort != null) {
            config.put(
                    "thinkingBudget",
                    switch (effort) {
                        case NONE -> always ? LEAST_OF_2_5_PRO : 0;
                        case LOW -> 1024;
                        case MEDIUM -> 8192;
                        case HIGH -> 24_576;
                    });
        }
        boolean byDefault = request.modelCan(Capability.THINKING) && !model.startsWith("gemini-2.5-flash-lite");
        if (effort == null ? byDefault : effort != Effort.NONE) {
            config.put("includeThoughts", true);
        }
    }

    private void renderLevel(ObjectNode config) {
        if (effort != null) {
            config.put(
                    "thinkingLevel",
                    switch (effort) {
                        case NONE -> least();
                        case LOW -> "LOW";
                        case MEDIUM -> "MEDIUM";
                        case HIGH -> "HIGH";
                    });
        }
        if (effort == null ? request.modelCan(Capability.THINKING) : effort != Effort.NONE) {
            config.put("includeThoughts", true);
        }
    }

    private String least() {
        if (TAKES_MINIMAL.matcher(model).matches()) {
            return "MINIMAL";
        }
        warnOfThinking();
        return "LOW";
    }

    private void warnOfThinking() {
        warnings.add(new Warning("effort", model + " always thinks before it answers: it was asked to do so briefly."));
    }
}
