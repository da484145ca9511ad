package au.pip.llm.protocol.openai;

import au.pip.llm.Message;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.Part;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.CallId;
import au.pip.llm.protocol.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders the turns as a flat list of items: messages, calls, their outputs and what the model thought before them.
 *
 * <p>What a model wrote is sent back without the ids of its items, which name things that only a provider that stores
 * replies could find. An item of thinking is the exception: it goes back as it came, before the item that followed it, if
 * it holds its encrypted content. OpenAI answers 400 to one that nothing follows, and to any when the model cannot think.
 */
final class ResponsesInput {
    private final ChatRequest request;
    private final ResponsesDialect dialect;
    private final List<Warning> warnings;
    private final ArrayNode items = Json.MAPPER.createArrayNode();

    ResponsesInput(ChatRequest request, ResponsesDialect dialect, List<Warning> warnings) {
        this.request = request;
        this.dialect = dialect;
        this.warnings = warnings;
    }

    ArrayNode render() {
        for (Message message : request.messages()) {
            switch (message.role()) {
                case SYSTEM -> renderSystem(message);
                case ASSISTANT -> renderAssistant(message);
                case USER, TOOL -> renderUser(message);
            }
        }
        return items;
    }

    private void renderSystem(Message message) {
        if (!message.text().isBlank()) {
            items.addObject().put("role", "system").put("content", message.text());
        }
    }

    private void renderAssistant(Message message) {
        List<ObjectNode> thinking = new ArrayList<>();
        for (Part part : message.parts()) {
            if (part instanceof Part.Thinking thought) {
                ObjectNode item = ownThinking(thought);
                if (item != null) {
                    thinking.add(item);
                }
                continue;
            }
            ObjectNode item = switch (part) {
                case Part.Text text -> renderAnswer(text);
                case Part.ToolCall call -> renderCall(call);
                case Part.Thinking done -> null;
                case Part.ToolResult result -> renderResult(result);
                case Part.Image image -> null;
                case Part.Document document -> null;
            };
            if (item != null) {
                thinking.forEach(items::add);
                thinking.clear();
                items.add(item);
            }
        }
    }

    private @Nullable ObjectNode ownThinking(Part.Thinking thinking) {
        JsonNode own = request.own(thinking.providerData());
        boolean usable = own instanceof ObjectNode
                && Json.text(own, "encrypted_content") != null
                && !request.modelLacks(Capability.THINKING);
        return usable ? (ObjectNode) own : null;
    }

    /** The phase tells an answer from what was said on the way to it; models that give one want to see it again. */
    private @Nullable ObjectNode renderAnswer(Part.Text text) {
        if (text.text().isBlank()) {
            return null;
        }
        ObjectNode item = Json.object().put("role", "assistant").put("content", text.text());
        String phase = Json.text(request.own(text.providerData()), "phase");
        return phase == null ? item : item.put("phase", phase);
    }

    private static ObjectNode renderCall(Part.ToolCall call) {
        JsonNode arguments = call.arguments();
        return Json.object()
                .put("type", "function_call")
                .put("call_id", CallId.safe(call.callId()))
                .put("name", call.toolName())
                .put("arguments", arguments.isString() ? arguments.stringValue() : arguments.toString());
    }

    /** The wire has no mark for a failure. */
    private static ObjectNode renderResult(Part.ToolResult result) {
        return Json.object()
                .put("type", "function_call_output")
                .put("call_id", CallId.safe(result.callId()))
                .put("output", result.failed() ? "Error: " + result.content() : result.content());
    }

    private void renderUser(Message message) {
        ArrayNode content = Json.MAPPER.createArrayNode();
        for (Part part : message.parts()) {
            switch (part) {
                case Part.ToolResult result -> items.add(renderResult(result));
                case Part.Text text
                when !text.text().isBlank() ->
                    content.addObject().put("type", "input_text").put("text", text.text());
                case Part.Text blank -> {}
                case Part.Image image -> renderImage(content, image);
                case Part.Document document -> renderDocument(content, document);
                case Part.Thinking thinking -> {}
                case Part.ToolCall call -> {}
            }
        }
        if (!content.isEmpty()) {
            items.addObject().put("role", "user").set("content", content);
        }
    }

    private void renderImage(ArrayNode content, Part.Image image) {
        if (request.modelLacks(Capability.IMAGES)) {
            warn("images", "An image was left out: " + model() + " cannot see.");
            return;
        }
        content.addObject()
                .put("type", "input_image")
                .put("detail", "auto")
                .put("image_url", dataUrl(image.mediaType(), image.base64()));
    }

    private void renderDocument(ArrayNode content, Part.Document document) {
        if (!dialect.inlineDocuments() || request.modelLacks(Capability.DOCUMENTS)) {
            warn("documents", document.name() + " was left out: " + model() + " cannot be sent documents.");
            return;
        }
        content.addObject()
                .put("type", "input_file")
                .put("filename", document.name())
                .put("file_data", dataUrl(document.mediaType(), document.base64()));
    }

    private void warn(String subject, String message) {
        warnings.add(new Warning(subject, message));
    }

    private String model() {
        return request.model().id();
    }

    private static String dataUrl(String mediaType, String base64) {
        return "data:" + mediaType + ";base64," + base64;
    }
}
