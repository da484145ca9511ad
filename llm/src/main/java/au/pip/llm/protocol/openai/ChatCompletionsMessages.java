package au.pip.llm.protocol.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.pip.llm.Message;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.OutputSchema;
import au.pip.llm.Part;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.openai.ChatDialect.Trait;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Renders the turns. Each result of a tool is a message of its own; those of a turn stand before its other parts. */
final class ChatCompletionsMessages {
    private static final String RESULTS_SEEN = "I have seen the results.";

    private final ChatRequest request;
    private final ChatDialect dialect;
    private final List<Warning> warnings;
    private final ArrayNode turns = Json.MAPPER.createArrayNode();

    ChatCompletionsMessages(ChatRequest request, ChatDialect dialect, List<Warning> warnings) {
        this.request = request;
        this.dialect = dialect;
        this.warnings = warnings;
    }

    ArrayNode render() {
        renderSchema();
        for (Message message : request.messages()) {
            switch (message.role()) {
                case SYSTEM -> renderSystem(message);
                case ASSISTANT -> renderAssistant(message);
                case USER, TOOL -> {
                    renderResults(message);
                    renderUser(message);
                }
            }
        }
        return turns;
    }

    /** In words, for a server that takes it in no other way. */
    private void renderSchema() {
        OutputSchema output = request.options().outputSchema();
        if (output != null
                && dialect.has(Trait.JSON_WITHOUT_SCHEMA)
                && !request.modelLacks(Capability.STRUCTURED_OUTPUT)) {
            turns.addObject()
                    .put("role", "system")
                    .put("content", "Reply with json that this JSON Schema allows: " + output.schema());
        }
    }

    private void renderSystem(Message message) {
        if (!message.text().isBlank()) {
            turns.addObject()
                    .put("role", dialect.has(Trait.DEVELOPER_ROLE) ? "developer" : "system")
                    .put("content", message.text());
        }
    }

    private void renderResults(Message message) {
        for (Part part : message.parts()) {
            if (part instanceof Part.ToolResult result) {
                turns.addObject()
                        .put("role", "tool")
                        .put("tool_call_id", callId(result.callId()))
                        .put("content", result.failed() ? "Error: " + result.content() : result.content());
            }
        }
    }

    /** Text alone is sent as text: not every server knows parts. */
    private void renderUser(Message message) {
        ArrayNode parts = Json.MAPPER.createArrayNode();
        boolean plain = true;
        for (Part part : message.parts()) {
            ObjectNode rendered = renderPart(part);
            if (rendered != null) {
                plain = plain && part instanceof Part.Text;
                parts.add(rendered);
            }
        }
        if (!parts.isEmpty()) {
            answerResults();
            ObjectNode turn = turns.addObject().put("role", "user");
            turn.set("content", plain ? Json.MAPPER.getNodeFactory().stringNode(message.text()) : parts);
        }
    }

    /** After a stop a question stands right behind results, which not every server takes. */
    private void answerResults() {
        boolean afterResult = !turns.isEmpty()
                && turns.get(turns.size() - 1).path("role").asString("").equals("tool");
        if (afterResult && dialect.wantsResultsAnswered(request.model().id())) {
            turns.addObject().put("role", "assistant").put("content", RESULTS_SEEN);
        }
    }

    private @Nullable ObjectNode renderPart(Part part) {
        return switch (part) {
            case Part.Text text ->
                text.text().isBlank() ? null : Json.object().put("type", "text").put("text", text.text());
            case Part.Image image -> renderImage(image);
            case Part.Document document -> renderDocument(document);
            case Part.Thinking thinking -> null;
            case Part.ToolCall call -> null;
            case Part.ToolResult result -> null;
        };
    }

    private @Nullable ObjectNode renderImage(Part.Image image) {
        if (request.modelLacks(Capability.IMAGES)) {
            warn(
                    "images",
                    "An image was left out: %s cannot see."
                            .formatted(request.model().id()));
            return null;
        }
        ObjectNode part = Json.object().put("type", "image_url");
        part.putObject("image_url").put("url", dataUrl(image.mediaType(), image.base64()));
        return part;
    }

    private @Nullable ObjectNode renderDocument(Part.Document document) {
        if (!document.mediaType().equals("application/pdf") || request.modelLacks(Capability.DOCUMENTS)) {
            String why = request.modelLacks(Capability.DOCUMENTS) ? "no documents" : "only PDF documents";
            warn(
                    "documents",
                    "%s was left out: %s can be sent to %s."
                            .formatted(document.name(), why, request.model().id()));
            return null;
        }
        ObjectNode part = Json.object().put("type", "file");
        part.putObject("file")
                .put("filename", document.name())
                .put("file_data", dataUrl(document.mediaType(), document.base64()));
        return part;
    }

    private void warn(String subject, String text) {
        warnings.add(new Warning(subject, text));
    }

    private static String dataUrl(String mediaType, String base64) {
        return "data:" + mediaType + ";base64," + base64;
    }

    private void renderAssistant(Message message) {
        ArrayNode calls = Json.MAPPER.createArrayNode();
        for (Part part : message.parts()) {
            if (part instanceof Part.ToolCall call) {
                calls.add(renderCall(call));
            }
        }
        if (message.text().isBlank() && calls.isEmpty()) {
            return;
        }
        ObjectNode turn = turns.addObject().put("role", "assistant");
        turn.put("content", message.text().isBlank() ? null : message.text());
        if (!calls.isEmpty()) {
            renderThinking(turn, message);
            turn.set("tool_calls", calls);
        }
    }

    private ObjectNode renderCall(Part.ToolCall call) {
        ObjectNode node = Json.object().put("id", callId(call.callId())).put("type", "function");
        JsonNode arguments = call.arguments();
        node.putObject("function")
                .put("name", call.toolName())
                .put("arguments", arguments.isObject() ? arguments.toString() : arguments.asString());
        JsonNode own = request.own(call.providerData());
        if (own != null && own.has("extra_content")) {
            node.set("extra_content", own.get("extra_content"));
        }
        return node;
    }

    /**
     * Servers that let models think between calls want the thinking of turns with calls back, in the field it came in;
     * that of other turns they would only skip.
     */
    private void renderThinking(ObjectNode turn, Message message) {
        if (!dialect.has(Trait.TAKES_THINKING_BACK) || request.modelLacks(Capability.THINKING)) {
            return;
        }
        for (Part part : message.parts()) {
            if (part instanceof Part.Thinking thinking) {
                addThinking(turn, thinking);
            }
        }
        if (dialect.has(Trait.WANTS_THINKING_BACK) && !turn.has("reasoning_content")) {
            turn.put("reasoning_content", "");
        }
    }

    private void addThinking(ObjectNode turn, Part.Thinking thinking) {
        JsonNode own = request.own(thinking.providerData());
        String field = Json.text(own, "field");
        if (own != null && own.path("details").isArray()) {
            turn.withArray("reasoning_details").addAll((ArrayNode) own.get("details"));
        } else if (field != null && field.startsWith("reasoning")) {
            String before = Json.text(turn, field);
            turn.put(field, before == null ? thinking.thinking() : before + thinking.thinking());
        }
    }

    /** The same id gives the same one each time, so that calls and results still belong together. */
    private String callId(String callId) {
        if (dialect.callIds().matcher(callId).matches()) {
            return callId;
        }
        UUID hash = UUID.nameUUIDFromBytes(callId.getBytes(UTF_8));
        String digits = Long.toString(hash.getMostSignificantBits() >>> 1, 36) + "000000000";
        return digits.substring(0, 9);
    }
}
