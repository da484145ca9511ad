package au.pip.llm.protocol.openai;

import au.pip.llm.ChatOptions;
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
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders one request. Prompts are cached without being asked, by their beginnings, so the order of tools and turns never
 * varies; how long is not ours to say ({@code prompt_cache_options.ttl} knows one value only).
 *
 * <p>A summary of the thinking ({@code reasoning.summary}) is not asked for, as OpenAI answers 400 to organisations that
 * have not proved who they are.
 */
final class ResponsesRequest {
    private final ChatRequest request;
    private final ResponsesDialect dialect;
    private final String model;
    private final List<Warning> warnings = new ArrayList<>();

    ResponsesRequest(ChatRequest request, ResponsesDialect dialect) {
        this.request = request;
        this.dialect = dialect;
        this.model = request.model().id();
    }

    Rendered render() {
        ChatOptions options = request.options();
        ObjectNode body = Json.object();
        body.put("model", model);
        body.put("stream", true);
        body.put("store", false);
        if (request.modelCan(Capability.THINKING)) {
            // Models that do not think answer 400 to this.
            body.putArray("include").add("reasoning.encrypted_content");
        }
        renderLimit(body, options);
        renderTemperature(body, options);
        renderEffort(body, options);
        renderOutputSchema(body, options);
        renderTools(body, options);
        body.set("input", new ResponsesInput(request, dialect, warnings).render());
        if (!options.stopSequences().isEmpty()) {
            warn("stopSequences", "Stop sequences were left out: this API does not take them.");
        }
        if (options.promptCache() == PromptCache.ONE_HOUR) {
            warn(
                    "promptCache",
                    "The prompt is cached for as long as the provider chooses: for %s that cannot be set."
                            .formatted(model));
        }
        return new Rendered("/v1/responses", body, warnings);
    }

    private void warn(String subject, String message) {
        warnings.add(new Warning(subject, message));
    }

    private void renderLimit(ObjectNode body, ChatOptions options) {
        Integer asked = options.maxOutputTokens();
        if (asked == null) {
            return;
        }
        int fewest = dialect.fewestOutputTokens();
        int most = request.model().maxOutputTokens() == 0
                ? Integer.MAX_VALUE
                : Math.max(fewest, request.model().maxOutputTokens());
        int limit = Math.clamp(asked, fewest, most);
        body.put("max_output_tokens", limit);
        if (limit != asked) {
            warn(
                    "maxOutputTokens",
                    "%s gives at %s %d tokens, not %d."
                            .formatted(model, limit < asked ? "most" : "least", limit, asked));
        }
    }

    private void renderTemperature(ObjectNode body, ChatOptions options) {
        if (options.temperature() == null) {
            return;
        }
        if (request.modelLacks(Capability.TEMPERATURE)) {
            warn("temperature", "%s does not take a temperature: its own was used.".formatted(model));
        } else {
            body.put("temperature", options.temperature());
        }
    }

    private void renderEffort(ObjectNode body, ChatOptions options) {
        if (options.effort() == null) {
            return;
        }
        if (request.modelLacks(Capability.EFFORT)) {
            warn("effort", "%s does not take an effort: it thought as it always does.".formatted(model));
        } else {
            body.putObject("reasoning").put("effort", dialect.word(options.effort(), model));
        }
    }

    private void renderOutputSchema(ObjectNode body, ChatOptions options) {
        OutputSchema output = options.outputSchema();
        if (output == null) {
            return;
        }
        if (request.modelLacks(Capability.STRUCTURED_OUTPUT)) {
            warn("outputSchema", "%s cannot answer by a schema, so it was not told of it.".formatted(model));
            return;
        }
        ObjectNode format = body.putObject("text").putObject("format");
        format.put("type", "json_schema");
        format.put("name", output.name());
        format.put("strict", StrictSchema.fits(output.schema()));
        format.set("schema", output.schema());
    }

    /** {@code strict} is always said, as leaving it out means yes here. */
    private void renderTools(ObjectNode body, ChatOptions options) {
        if (options.tools().isEmpty()) {
            return;
        }
        if (request.modelLacks(Capability.TOOLS)) {
            warn("tools", "%s cannot use tools, so it was not told of any. Choose a model that can.".formatted(model));
            return;
        }
        ArrayNode tools = body.putArray("tools");
        for (ToolSpec tool : options.tools()) {
            ObjectNode node = tools.addObject();
            node.put("type", "function");
            node.put("name", tool.name());
            node.put("description", tool.description());
            ObjectNode parameters = ToolSchema.complete(tool.inputSchema());
            node.put("strict", StrictSchema.fits(parameters));
            node.set("parameters", parameters);
        }
        if (options.toolChoice() != ToolChoice.AUTO) {
            body.put("tool_choice", options.toolChoice().name().toLowerCase(Locale.ROOT));
        }
    }
}
