package au.pip.llm.protocol.anthropic;

import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.OutputSchema;
import au.pip.llm.PromptCache;
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
    static final int USUAL_MAX_TOKENS = 32_000;

    private final ChatRequest request;
    private final List<Warning> warnings = new ArrayList<>();

    AnthropicRequest(ChatRequest request) {
        this.request = request;
    }

    Rendered render() {
        ObjectNode body = Json.object();
        int maxTokens = maxTokens();
        body.put("model", request.model().id());
        body.put("max_tokens", maxTokens);
        body.put("stream", true);
        AnthropicTools tools = new AnthropicTools(request, warnings);
        boolean thinks = new AnthropicThinking(request, maxTokens, tools.callRequired(), warnings).render(body);
        renderTemperature(body, thinks);
        renderStopSequences(body);
        renderSchema(body);
        boolean cached = cached();
        markCached(tools.render(body), cached);
        List<String> system = request.systemTexts();
        if (!system.isEmpty()) {
            markCached(renderSystem(body.putArray("system"), system), cached);
        }
        ArrayNode turns = new AnthropicMessages(request, warnings).render();
        if (!turns.isEmpty()) {
            markCached((ArrayNode) turns.get(turns.size() - 1).get("content"), cached);
        }
        body.set("messages", turns);
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

    private void renderTemperature(ObjectNode body, boolean thinks) {
        if (request.options().temperature() == null) {
            return;
        }
        if (request.modelLacks(Capability.TEMPERATURE)) {
            warn("temperature", "%s does not take a temperature: its own was used.");
        } else if (thinks) {
            warn("temperature", "%s takes no temperature while it thinks: its own was used.");
        } else {
            body.put("temperature", request.options().temperature());
        }
    }

    private void renderStopSequences(ObjectNode body) {
        if (!request.options().stopSequences().isEmpty()) {
            ArrayNode sequences = body.putArray("stop_sequences");
            request.options().stopSequences().forEach(sequences::add);
        }
    }

    /** Generally available since 2026, without a beta header (platform.claude.com, structured-outputs). */
    private void renderSchema(ObjectNode body) {
        OutputSchema schema = request.options().outputSchema();
        if (schema == null) {
            return;
        }
        if (request.modelLacks(Capability.STRUCTURED_OUTPUT)) {
            warn("outputSchema", "%s cannot be held to a schema: it was left free in the form of its reply.");
            return;
        }
        AnthropicSchema taken = new AnthropicSchema(schema.schema());
        if (!taken.changed().isEmpty()) {
            warn(
                    "outputSchema",
                    "%s takes closed objects and few bounds only, so the schema was sent without or with another: "
                            + String.join(", ", taken.changed()) + ". Check the reply.");
        }
        body.withObjectProperty("output_config")
                .putObject("format")
                .put("type", "json_schema")
                .set("schema", taken.schema());
    }

    private static ArrayNode renderSystem(ArrayNode blocks, List<String> texts) {
        for (String text : texts) {
            blocks.addObject().put("type", "text").put("text", text);
        }
        return blocks;
    }

    private boolean cached() {
        if (request.options().promptCache() == PromptCache.OFF) {
            return false;
        }
        if (request.modelLacks(Capability.PROMPT_CACHE)) {
            warn("promptCache", "%s does not keep the beginning of a conversation: all of it is read anew.");
            return false;
        }
        return true;
    }

    /**
     * A mark on the last element caches all up to it; four are allowed. Those on tools and system hold for other
     * conversations too, the one on the last turn lets a conversation be read from where it stopped growing.
     */
    private void markCached(ArrayNode elements, boolean cached) {
        if (cached && !elements.isEmpty()) {
            ObjectNode last = (ObjectNode) elements.get(elements.size() - 1);
            ObjectNode mark = last.putObject("cache_control").put("type", "ephemeral");
            if (request.options().promptCache() == PromptCache.ONE_HOUR) {
                mark.put("ttl", "1h");
            }
        }
    }

    private void warn(String subject, String message) {
        warnings.add(new Warning(subject, message.formatted(request.model().id())));
    }
}
