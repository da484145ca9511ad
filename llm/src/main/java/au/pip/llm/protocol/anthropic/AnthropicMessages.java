package au.pip.llm.protocol.anthropic;

import au.pip.llm.Message;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.Part;
import au.pip.llm.Role;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.CallId;
import au.pip.llm.protocol.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders the turns. Only {@code user} and {@code assistant} exist and they alternate: tool results are blocks of a user
 * turn, before all others, and all results of one assistant turn stand in one user turn. The first turn and, since 4.6,
 * the last must be the user's: where they are not, a user's turn that says nothing, or one that asks to go on, is added.
 */
final class AnthropicMessages {
    private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

    private final ChatRequest request;
    private final List<Warning> warnings;

    AnthropicMessages(ChatRequest request, List<Warning> warnings) {
        this.request = request;
        this.warnings = warnings;
    }

    ArrayNode render() {
        ArrayNode turns = Json.MAPPER.createArrayNode();
        List<Message> messages = request.messages();
        int at = 0;
        while (at < messages.size()) {
            boolean assistant = messages.get(at).role() == Role.ASSISTANT;
            List<Part> parts = new ArrayList<>();
            while (at < messages.size() && assistant == (messages.get(at).role() == Role.ASSISTANT)) {
                Message message = messages.get(at++);
                if (message.role() != Role.SYSTEM) {
                    parts.addAll(message.parts());
                }
            }
            addTurn(turns, assistant, parts);
        }
        beginAndEndWithUser(turns);
        return turns;
    }

    private void beginAndEndWithUser(ArrayNode turns) {
        if (isAssistant(turns, 0)) {
            turns.insert(0, turn("user", ChatRequest.NO_MESSAGE));
        }
        if (isAssistant(turns, turns.size() - 1)) {
            turns.add(turn("user", ChatRequest.GO_ON));
            warnings.add(ChatRequest.ASKED_TO_GO_ON);
        }
    }

    private static boolean isAssistant(ArrayNode turns, int at) {
        return !turns.isEmpty() && "assistant".equals(Json.text(turns.get(at), "role"));
    }

    private static ObjectNode turn(String role, String text) {
        ObjectNode turn = Json.object().put("role", role);
        turn.putArray("content").add(Json.object().put("type", "text").put("text", text));
        return turn;
    }

    private void addTurn(ArrayNode turns, boolean assistant, List<Part> parts) {
        List<ObjectNode> results = new ArrayList<>();
        List<ObjectNode> others = new ArrayList<>();
        for (Part part : parts) {
            ObjectNode block = render(part);
            if (block != null) {
                (part instanceof Part.ToolResult ? results : others).add(block);
            }
        }
        if (results.isEmpty() && others.isEmpty()) {
            return;
        }
        String role = assistant ? "assistant" : "user";
        ArrayNode content = content(turns, role);
        results.forEach(content::add);
        others.forEach(content::add);
    }

    /** Goes on with the last turn when it has the same role, as happens when a turn between them was empty. */
    private static ArrayNode content(ArrayNode turns, String role) {
        JsonNode last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
        if (last != null && role.equals(Json.text(last, "role"))) {
            return (ArrayNode) last.get("content");
        }
        return turns.addObject().put("role", role).putArray("content");
    }

    /** Null for what this provider cannot be sent: blank text, and thinking that is not its own. */
    private @Nullable ObjectNode render(Part part) {
        return switch (part) {
            case Part.Text text ->
                text.text().isBlank() ? null : Json.object().put("type", "text").put("text", text.text());
            case Part.Thinking thinking -> renderThinking(thinking);
            case Part.ToolCall call -> renderCall(call);
            case Part.ToolResult result -> renderResult(result);
            case Part.Image image -> renderImage(image);
            case Part.Document document -> renderDocument(document);
        };
    }

    private @Nullable ObjectNode renderThinking(Part.Thinking thinking) {
        JsonNode own = request.own(thinking.providerData());
        if (own == null) {
            return null;
        }
        if ("redacted_thinking".equals(Json.text(own, "type"))) {
            return (ObjectNode) own.deepCopy();
        }
        String signature = Json.text(own, "signature");
        return signature == null
                ? null
                : Json.object()
                        .put("type", "thinking")
                        .put("thinking", thinking.thinking())
                        .put("signature", signature);
    }

    /** The wire takes only an object: what was broken JSON is shown to the model as it wrote it. */
    private static ObjectNode renderCall(Part.ToolCall call) {
        ObjectNode block = Json.object()
                .put("type", "tool_use")
                .put("id", CallId.safe(call.callId()))
                .put("name", call.toolName());
        JsonNode arguments = call.arguments();
        block.set("input", arguments.isObject() ? arguments : Json.object().put("not_json", arguments.asString()));
        return block;
    }

    private static ObjectNode renderResult(Part.ToolResult result) {
        ObjectNode block = Json.object()
                .put("type", "tool_result")
                .put("tool_use_id", CallId.safe(result.callId()))
                .put("content", result.content());
        return result.failed() ? block.put("is_error", true) : block;
    }

    private @Nullable ObjectNode renderImage(Part.Image image) {
        if (request.modelLacks(Capability.IMAGES)) {
            warnings.add(new Warning(
                    "images",
                    "An image was left out: %s cannot see any."
                            .formatted(request.model().id())));
            return null;
        }
        if (!IMAGES.contains(image.mediaType())) {
            warnings.add(new Warning(
                    "images", "An image was left out: it must be a JPEG, PNG, GIF or WebP to be sent to this model."));
            return null;
        }
        return renderSource("image", image.mediaType(), image.base64());
    }

    private @Nullable ObjectNode renderDocument(Part.Document document) {
        if (request.modelLacks(Capability.DOCUMENTS)) {
            warnings.add(new Warning(
                    "documents",
                    "%s was left out: %s cannot read documents."
                            .formatted(document.name(), request.model().id())));
            return null;
        }
        if (!document.mediaType().equals("application/pdf")) {
            warnings.add(new Warning(
                    "documents",
                    "%s was left out: only PDF documents can be sent to this model.".formatted(document.name())));
            return null;
        }
        return renderSource("document", document.mediaType(), document.base64()).put("title", document.name());
    }

    private static ObjectNode renderSource(String type, String mediaType, String base64) {
        ObjectNode block = Json.object().put("type", type);
        block.putObject("source")
                .put("type", "base64")
                .put("media_type", mediaType)
                .put("data", base64);
        return block;
    }
}
