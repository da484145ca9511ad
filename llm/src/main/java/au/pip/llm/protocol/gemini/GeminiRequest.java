package au.pip.llm.protocol.gemini;

import au.pip.llm.ChatOptions;
import au.pip.llm.LlmException;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.OutputSchema;
import au.pip.llm.PromptCache;
import au.pip.llm.ToolChoice;
import au.pip.llm.ToolSpec;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders one request. The order of the fields never varies. The provider's prompt cache works by itself on equal
 * beginnings, so there is nothing to mark.
 *
 * <p>Tools and replies are described by JSON Schema ({@code parametersJsonSchema}, {@code responseJsonSchema}), which
 * v1beta takes as it is; the older {@code parameters} and {@code responseSchema} take only a part of OpenAPI's schemas
 * and answer 400 to {@code additionalProperties}, {@code $ref}, {@code const} and others.
 */
final class GeminiRequest {
    /** No segment of dots, so that a name can never lead to another path. */
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");

    /** By the documentation of {@code GenerationConfig.stopSequences}. */
    private static final int MOST_STOP_SEQUENCES = 5;

    private final ChatRequest request;
    private final ChatOptions options;
    private final String model;
    private final List<Warning> warnings = new ArrayList<>();

    GeminiRequest(ChatRequest request) {
        this.request = request;
        this.options = request.options();
        this.model = request.model().id();
    }

    /** @throws LlmException.Configuration when the model's name cannot be one */
    Rendered render() {
        if (!MODEL.matcher(model).matches()) {
            throw new LlmException.Configuration(
                    "'%s' cannot be the name of a model. Choose the like of gemini-3.5-flash."
                            .formatted(model.replaceAll("\\p{Cntrl}", " ")),
                    request.provider());
        }
        ObjectNode body = Json.object();
        List<String> system = request.systemTexts();
        if (!system.isEmpty()) {
            ArrayNode parts = body.putObject("systemInstruction").putArray("parts");
            system.forEach(text -> parts.addObject().put("text", text));
        }
        OutputSchema schema = outputSchema();
        renderTools(body, schema);
        body.set("contents", new GeminiContents(request, warnings).render());
        ObjectNode config = renderConfig(schema);
        if (!config.isEmpty()) {
            body.set("generationConfig", config);
        }
        if (options.promptCache() == PromptCache.ONE_HOUR) {
            warn("promptCache", "How long %s keeps the beginning of a prompt cannot be chosen: its own time was used.");
        }
        return new Rendered("/v1beta/models/" + model + ":streamGenerateContent?alt=sse", body, warnings);
    }

    private void warn(String subject, String message) {
        warnings.add(new Warning(subject, message.formatted(model)));
    }

    /** The schema, unless something else that is asked for rules it out. */
    private @Nullable OutputSchema outputSchema() {
        OutputSchema schema = options.outputSchema();
        if (schema == null) {
            return null;
        }
        if (request.modelLacks(Capability.STRUCTURED_OUTPUT)) {
            warn("outputSchema", "%s cannot be held to a schema: ask for JSON in words, and check it.");
            return null;
        }
        if (toolsAllowed() && options.toolChoice() == ToolChoice.REQUIRED) {
            warn("outputSchema", "%s must call a tool in this reply, so there is no text for the schema.");
            return null;
        }
        if (toolsAllowed() && options.toolChoice() != ToolChoice.NONE && beforeGemini3()) {
            warn("outputSchema", "%s takes either tools or a schema, not both: the schema was left out.");
            return null;
        }
        return schema;
    }

    private boolean toolsAllowed() {
        return !options.tools().isEmpty() && !request.modelLacks(Capability.TOOLS);
    }

    /**
     * These answer 400 to tools together with JSON replies ("Function calling with a response mime type:
     * 'application/json' is unsupported"); from Gemini 3 on both may be combined (documentation, "Structured outputs").
     */
    private boolean beforeGemini3() {
        return model.startsWith("gemini-2") || model.startsWith("gemini-1");
    }

    private void renderTools(ObjectNode body, @Nullable OutputSchema schema) {
        if (options.tools().isEmpty()) {
            return;
        }
        if (!toolsAllowed()) {
            warn("tools", "%s cannot use tools, so it was not told of any.");
            return;
        }
        if (schema != null && beforeGemini3()) {
            return;
        }
        ArrayNode declarations = body.putArray("tools").addObject().putArray("functionDeclarations");
        for (ToolSpec tool : options.tools()) {
            ObjectNode node = declarations.addObject();
            node.put("name", tool.name());
            node.put("description", tool.description());
            node.set("parametersJsonSchema", tool.inputSchema());
        }
        if (options.toolChoice() != ToolChoice.AUTO) {
            body.putObject("toolConfig")
                    .putObject("functionCallingConfig")
                    .put("mode", options.toolChoice() == ToolChoice.REQUIRED ? "ANY" : "NONE");
        }
    }

    private ObjectNode renderConfig(@Nullable OutputSchema schema) {
        ObjectNode config = Json.object();
        renderLimit(config);
        if (options.temperature() != null) {
            if (request.modelLacks(Capability.TEMPERATURE)) {
                warn("temperature", "%s does not take a temperature: its own was used.");
            } else {
                config.put("temperature", options.temperature());
            }
        }
        renderStopSequences(config);
        if (schema != null) {
            config.put("responseMimeType", "application/json");
            config.set("responseJsonSchema", schema.schema());
        }
        ObjectNode thinking = new GeminiThinking(request, warnings).render();
        if (!thinking.isEmpty()) {
            config.set("thinkingConfig", thinking);
        }
        return config;
    }

    /** More than the model's limit is answered by 400. */
    private void renderLimit(ObjectNode config) {
        Integer asked = options.maxOutputTokens();
        if (asked == null) {
            return;
        }
        int most = request.model().maxOutputTokens();
        if (most > 0 && asked > most) {
            warn("maxOutputTokens", "%s gives at most " + most + " tokens, not " + asked + ".");
        }
        config.put("maxOutputTokens", most > 0 ? Math.min(asked, most) : asked);
    }

    private void renderStopSequences(ObjectNode config) {
        List<String> sequences = options.stopSequences();
        if (sequences.isEmpty()) {
            return;
        }
        if (sequences.size() > MOST_STOP_SEQUENCES) {
            warn(
                    "stopSequences",
                    "%s takes at most " + MOST_STOP_SEQUENCES + " stop sequences: the others were left out.");
        }
        ArrayNode node = config.putArray("stopSequences");
        sequences.stream().limit(MOST_STOP_SEQUENCES).forEach(node::add);
    }
}
