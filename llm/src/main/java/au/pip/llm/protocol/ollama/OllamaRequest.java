package au.pip.llm.protocol.ollama;

import au.pip.llm.ChatOptions;
import au.pip.llm.Effort;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.OutputSchema;
import au.pip.llm.Part;
import au.pip.llm.PromptCache;
import au.pip.llm.Role;
import au.pip.llm.ToolChoice;
import au.pip.llm.ToolSpec;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Rendered;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders one request. Ollama has no ids of calls: a result names its tool, and results stand in the order of the calls.
 */
final class OllamaRequest {
    private final ChatRequest request;
    private final List<Warning> warnings = new ArrayList<>();

    OllamaRequest(ChatRequest request) {
        this.request = request;
    }

    Rendered render() {
        ChatOptions options = request.options();
        ObjectNode body = Json.object();
        body.put("model", request.model().id());
        body.put("stream", true);
        // Too long is then an error, where without it the oldest messages or the system prompt are dropped silently.
        body.put("truncate", false);
        ArrayNode messages = body.putArray("messages");
        for (Message message : request.messages()) {
            renderMessage(messages, message);
        }
        renderTools(body);
        renderThink(body);
        OutputSchema schema = options.outputSchema();
        if (schema != null) {
            body.set("format", schema.schema());
        }
        renderOptions(body.putObject("options"), options, ContextWindow.size(request));
        if (options.promptCache() == PromptCache.ONE_HOUR) {
            warnings.add(
                    new Warning(
                            "promptCache",
                            "The beginning of the prompt is kept for as long as Ollama keeps the model loaded (OLLAMA_KEEP_ALIVE)."));
        }
        return new Rendered("/api/chat", body, warnings);
    }

    private void renderMessage(ArrayNode messages, Message message) {
        for (Part part : message.parts()) {
            if (part instanceof Part.ToolResult result) {
                String content = result.failed() ? "Error: " + result.content() : result.content();
                messages.addObject()
                        .put("role", "tool")
                        .put("tool_name", result.toolName())
                        .put("content", content);
            }
        }
        ObjectNode node = Json.object().put("role", role(message.role())).put("content", message.text());
        renderExtras(node, message);
        if (!message.text().isEmpty() || node.size() > 2) {
            messages.add(node);
        }
    }

    private static String role(Role role) {
        return switch (role) {
            case SYSTEM -> "system";
            case ASSISTANT -> "assistant";
            case USER, TOOL -> "user";
        };
    }

    private void renderExtras(ObjectNode node, Message message) {
        StringBuilder thinking = new StringBuilder();
        ArrayNode images = Json.MAPPER.createArrayNode();
        ArrayNode calls = Json.MAPPER.createArrayNode();
        for (Part part : message.parts()) {
            switch (part) {
                case Part.Thinking own when request.own(own.providerData()) != null -> thinking.append(own.thinking());
                case Part.Thinking foreign -> {}
                case Part.ToolCall call -> renderCall(calls, call);
                case Part.Image image -> renderImage(images, image);
                case Part.Document document ->
                    warnings.add(new Warning(
                            "documents",
                            "%s was left out: documents cannot be sent to a local model.".formatted(document.name())));
                case Part.Text text -> {}
                case Part.ToolResult result -> {}
            }
        }
        if (!thinking.isEmpty()) {
            node.put("thinking", thinking.toString());
        }
        set(node, "images", images);
        set(node, "tool_calls", calls);
    }

    private void renderImage(ArrayNode images, Part.Image image) {
        if (request.modelLacks(Capability.IMAGES)) {
            warnings.add(new Warning(
                    "images",
                    "An image was left out: %s cannot see any. Choose a model that can, such as llava."
                            .formatted(request.model().id())));
        } else {
            images.add(image.base64());
        }
    }

    private static void set(ObjectNode node, String field, ArrayNode elements) {
        if (!elements.isEmpty()) {
            node.set(field, elements);
        }
    }

    private static void renderCall(ArrayNode calls, Part.ToolCall call) {
        ObjectNode function = calls.addObject().putObject("function");
        function.put("name", call.toolName());
        JsonNode arguments = call.arguments();
        function.set(
                "arguments", arguments.isObject() ? arguments : Json.object().put("not_json", arguments.asString()));
    }

    /** A model that is known not to take tools answers 400 to them. The wire has no choice: no tools are none. */
    private void renderTools(ObjectNode body) {
        ChatOptions options = request.options();
        if (options.tools().isEmpty() || options.toolChoice() == ToolChoice.NONE) {
            return;
        }
        if (request.modelLacks(Capability.TOOLS)) {
            warnings.add(new Warning(
                    "tools",
                    "%s cannot use tools, so it was not told of any. Choose a model that can, such as llama3.1."
                            .formatted(request.model().id())));
            return;
        }
        if (options.toolChoice() == ToolChoice.REQUIRED) {
            warnings.add(
                    new Warning("toolChoice", "A local model cannot be made to call a tool: it was left free to."));
        }
        ArrayNode tools = body.putArray("tools");
        for (ToolSpec tool : options.tools()) {
            ObjectNode function = tools.addObject().put("type", "function").putObject("function");
            function.put("name", tool.name());
            function.put("description", tool.description());
            function.set("parameters", tool.inputSchema());
        }
    }

    /**
     * Levels for models that have them, yes or no for others (ollama docs, capabilities/thinking). A model without
     * thinking answers 400 even to a yes, so it gets neither.
     */
    private void renderThink(ObjectNode body) {
        Effort effort = request.options().effort();
        if (effort == null) {
            return;
        }
        if (request.modelLacks(Capability.THINKING)) {
            if (effort != Effort.NONE) {
                warnings.add(new Warning(
                        "effort",
                        "%s does not think before it answers: no effort was asked of it."
                                .formatted(request.model().id())));
            }
        } else if (request.modelCan(Capability.EFFORT)) {
            body.put(
                    "think",
                    switch (effort) {
                        case NONE, LOW -> "low";
                        case MEDIUM -> "medium";
                        case HIGH -> "high";
                    });
        } else {
            body.put("think", effort != Effort.NONE);
        }
    }

    private static void renderOptions(ObjectNode node, ChatOptions options, int contextTokens) {
        node.put("num_ctx", contextTokens);
        @Nullable Integer limit = options.maxOutputTokens();
        if (limit != null) {
            node.put("num_predict", limit);
        }
        if (options.temperature() != null) {
            node.put("temperature", options.temperature());
        }
        if (!options.stopSequences().isEmpty()) {
            ArrayNode stop = node.putArray("stop");
            options.stopSequences().forEach(stop::add);
        }
    }
}
