package au.pip.llm.protocol.gemini;

import au.pip.llm.Message;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.Part;
import au.pip.llm.Role;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ChatRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders the turns. Only {@code user} and {@code model} exist. All results of one model turn stand in one content, as
 * their number must be that of its calls, and nothing else stands in it: the provider takes a content with results in it
 * for the model's own (pydantic-ai issue 4210). The first and the last must be the user's, as a call may only follow a
 * user's turn or results ("function call turn comes immediately after a user turn…", "…ends with a user role or a
 * function response"): where they are not, a user's turn that says nothing, or one that asks to go on, is added.
 *
 * <p>What the provider signed goes back as it came, part by part ("Thought signatures" in its documentation). From
 * Gemini 3 on a model turn whose first call has no signature is answered by 400; a call that another provider or nobody
 * made gets the signature that this page gives for such histories.
 */
final class GeminiContents {
    /** Of the two that the documentation gives, the one that both of the provider's APIs take. */
    static final String NO_SIGNATURE = "skip_thought_signature_validator";

    private enum Kind {
        MODEL,
        RESULTS,
        USER
    }

    private final ChatRequest request;
    private final List<Warning> warnings;
    private final ArrayNode contents = Json.MAPPER.createArrayNode();
    private final Map<String, String> wireIds = new HashMap<>();
    private @Nullable Kind last;

    GeminiContents(ChatRequest request, List<Warning> warnings) {
        this.request = request;
        this.warnings = warnings;
    }

    ArrayNode render() {
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
            addTurn(assistant, parts);
        }
        endWithUser();
        return contents;
    }

    private void endWithUser() {
        if (last == Kind.MODEL) {
            add(Kind.USER, List.of(Json.object().put("text", ChatRequest.GO_ON)));
            warnings.add(ChatRequest.ASKED_TO_GO_ON);
        }
    }

    private void addTurn(boolean assistant, List<Part> parts) {
        List<ObjectNode> results = new ArrayList<>();
        List<ObjectNode> others = new ArrayList<>();
        for (Part part : parts) {
            ObjectNode node = render(part);
            if (node != null) {
                (part instanceof Part.ToolResult ? results : others).add(node);
            }
        }
        if (assistant) {
            signFirstCall(others);
        }
        if (contents.isEmpty() && assistant && !others.isEmpty()) {
            add(Kind.USER, List.of(Json.object().put("text", ChatRequest.NO_MESSAGE)));
        }
        add(Kind.RESULTS, results);
        add(assistant ? Kind.MODEL : Kind.USER, others);
    }

    /** Goes on with the last content when it is of the same kind, as happens when a turn between them was empty. */
    private void add(Kind kind, List<ObjectNode> parts) {
        if (parts.isEmpty()) {
            return;
        }
        ArrayNode target = kind == last
                ? (ArrayNode) contents.get(contents.size() - 1).get("parts")
                : contents.addObject()
                        .put("role", kind == Kind.MODEL ? "model" : "user")
                        .putArray("parts");
        parts.forEach(target::add);
        last = kind;
    }

    private void signFirstCall(List<ObjectNode> parts) {
        if (request.model().id().startsWith("gemini-2")) {
            return;
        }
        for (ObjectNode part : parts) {
            if (part.has("functionCall")) {
                if (!part.has(GeminiReader.SIGNATURE)) {
                    part.put(GeminiReader.SIGNATURE, NO_SIGNATURE);
                }
                return;
            }
        }
    }

    /** Null for what this provider cannot be sent: empty text without a signature, and thinking that is not its own. */
    private @Nullable ObjectNode render(Part part) {
        return switch (part) {
            case Part.Text text -> renderText(text);
            case Part.Thinking thinking -> renderThinking(thinking);
            case Part.ToolCall call -> renderCall(call);
            case Part.ToolResult result -> renderResult(result);
            case Part.Image image -> renderImage(image);
            case Part.Document document -> renderDocument(document);
        };
    }

    private @Nullable ObjectNode renderText(Part.Text text) {
        ObjectNode node = signed(Json.object().put("text", text.text()), request.own(text.providerData()));
        return text.text().isEmpty() && node.size() == 1 ? null : node;
    }

    private @Nullable ObjectNode renderThinking(Part.Thinking thinking) {
        JsonNode own = request.own(thinking.providerData());
        return own == null
                ? null
                : signed(Json.object().put("text", thinking.thinking()).put("thought", true), own);
    }

    /** An id goes back only where the wire gave it: models that give none answer 400 to one. */
    private ObjectNode renderCall(Part.ToolCall call) {
        JsonNode own = request.own(call.providerData());
        ObjectNode part = Json.object();
        ObjectNode node = part.putObject("functionCall");
        String id = Json.text(own, "id");
        if (id != null) {
            wireIds.put(call.callId(), id);
            node.put("id", id);
        }
        node.put("name", call.toolName());
        JsonNode arguments = call.arguments();
        node.set("args", arguments.isObject() ? arguments : Json.object().put("not_json", arguments.asString()));
        return signed(part, own);
    }

    private static ObjectNode signed(ObjectNode part, @Nullable JsonNode own) {
        String signature = Json.text(own, GeminiReader.SIGNATURE);
        return signature == null ? part : part.put(GeminiReader.SIGNATURE, signature);
    }

    /** {@code output} and {@code error} are the fields that the documentation of {@code FunctionResponse} names. */
    private ObjectNode renderResult(Part.ToolResult result) {
        ObjectNode part = Json.object();
        ObjectNode node = part.putObject("functionResponse");
        String id = wireIds.get(result.callId());
        if (id != null) {
            node.put("id", id);
        }
        node.put("name", result.toolName());
        node.putObject("response").put(result.failed() ? "error" : "output", result.content());
        return part;
    }

    private @Nullable ObjectNode renderImage(Part.Image image) {
        if (request.modelLacks(Capability.IMAGES)) {
            warnings.add(new Warning("images", request.model().id() + " cannot see images: one was left out."));
            return null;
        }
        return inlineData(image.mediaType(), image.base64());
    }

    private @Nullable ObjectNode renderDocument(Part.Document document) {
        String type = document.mediaType();
        if (request.modelLacks(Capability.DOCUMENTS)) {
            warnings.add(new Warning(
                    "documents",
                    "%s was left out: %s cannot read documents."
                            .formatted(document.name(), request.model().id())));
            return null;
        }
        if (!type.equals("application/pdf") && !type.startsWith("text/")) {
            warnings.add(new Warning(
                    "documents",
                    "%s was left out: only PDF and text documents can be sent to this model."
                            .formatted(document.name())));
            return null;
        }
        return inlineData(type, document.base64());
    }

    private static ObjectNode inlineData(String mediaType, String base64) {
        ObjectNode part = Json.object();
        part.putObject("inlineData").put("mimeType", mediaType).put("data", base64);
        return part;
    }
}
