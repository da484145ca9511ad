package au.pip.llm.protocol.anthropic;

import au.pip.llm.ChatOptions;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.PromptCache;
import au.pip.llm.ToolSpec;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Rendered;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders one request. The order of the fields never varies, as the provider's prompt cache compares beginnings: tools,
 * system, messages.
 */
final class AnthropicRequest {
    /** For models whose limit is not known. */
    private static final int CAUTIOUS_MAX_TOKENS = 8192;

    /** Enough for thinking and a long answer; models that give more do so when asked. */
    private static final int USUAL_MAX_TOKENS = 32_000;

    private final ChatRequest request;
    private final List<Warning> warnings = new ArrayList<>();

    AnthropicRequest(ChatRequest request) {
        this.request = request;
    }

    Rendered render() {
        ChatOptions options = request.options();
        ObjectNode body = Json.object();
        body.put("model", request.model().id());
        body.put("max_tokens", maxTokens());
        body.put("stream", true);
        if (options.temperature() != null) {
            if (request.modelCan(Capability.TEMPERATURE)) {
                body.put("temperature", options.temperature());
            } else {
                warnings.add(new Warning(
                        "temperature",
                        "%s does not take a temperature: its own was used."
                                .formatted(request.model().id())));
            }
        }
        if (!options.stopSequences().isEmpty()) {
            ArrayNode sequences = body.putArray("stop_sequences");
            options.stopSequences().forEach(sequences::add);
        }
        if (!options.tools().isEmpty()) {
            renderTools(body.putArray("tools"));
        }
        List<String> system = request.systemTexts();
        if (!system.isEmpty()) {
            renderSystem(body.putArray("system"), system);
        }
        body.set("messages", new AnthropicMessages(request, warnings).render());
        return new Rendered("/v1/messages", body, warnings);
    }

    /** The field is required. */
    private int maxTokens() {
        int most = request.model().maxOutputTokens();
        Integer asked = request.options().maxOutputTokens();
        if (asked == null) {
            return most == 0 ? CAUTIOUS_MAX_TOKENS : Math.min(most, USUAL_MAX_TOKENS);
        }
        if (most > 0 && asked > most) {
            warnings.add(new Warning(
                    "maxOutputTokens",
                    "%s gives at most %d tokens, not %d."
                            .formatted(request.model().id(), most, asked)));
            return most;
        }
        return asked;
    }

    private void renderTools(ArrayNode tools) {
        for (ToolSpec tool : request.options().tools()) {
            ObjectNode node = tools.addObject();
            node.put("name", tool.name());
            node.put("description", tool.description());
            node.set("input_schema", tool.inputSchema());
        }
        markCached(tools);
    }

    private void renderSystem(ArrayNode blocks, List<String> texts) {
        for (String text : texts) {
            blocks.addObject().put("type", "text").put("text", text);
        }
        markCached(blocks);
    }

    /** A mark on the last element caches all up to it. */
    private void markCached(ArrayNode elements) {
        if (request.options().promptCache() != PromptCache.OFF && request.modelCan(Capability.PROMPT_CACHE)) {
            ObjectNode last = (ObjectNode) elements.get(elements.size() - 1);
            last.putObject("cache_control").put("type", "ephemeral");
        }
    }
}
