package au.pip.llm.protocol.anthropic;

import au.pip.llm.json.JsonPull;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one streamed event that matter. One object is used for a whole stream: text deltas, which are nearly all
 * events, are read without a tree.
 */
final class AnthropicFrame {
    private final JsonPull json = new JsonPull();
    String type = "";
    int index;
    String deltaType = "";
    /** What the delta adds: text, JSON, thinking or signature. */
    String deltaValue = "";

    @Nullable
    String stopReason;

    @Nullable
    JsonNode stopDetails;

    @Nullable
    JsonNode message;

    @Nullable
    JsonNode contentBlock;

    @Nullable
    JsonNode usage;

    @Nullable
    JsonNode error;

    @Nullable
    String requestId;

    /** @throws tools.jackson.core.JacksonException when the bytes are not JSON */
    void parse(byte[] bytes, int offset, int length) {
        clear();
        json.reset(bytes, offset, length);
        json.nextToken();
        if (!json.entersObject()) {
            return;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "type" -> type = json.repeatedTextOrEmpty();
                case "index" -> index = json.intOr(0);
                case "delta" -> parseDelta();
                case "message" -> message = json.readValueAsTree();
                case "content_block" -> contentBlock = json.readValueAsTree();
                case "usage" -> usage = json.readValueAsTree();
                case "error" -> error = json.readValueAsTree();
                case "request_id" -> requestId = json.textOrNull();
                default -> json.skipChildren();
            }
        }
    }

    private void clear() {
        type = "";
        index = 0;
        deltaType = "";
        deltaValue = "";
        stopReason = null;
        stopDetails = null;
        message = null;
        contentBlock = null;
        usage = null;
        error = null;
        requestId = null;
    }

    private void parseDelta() {
        if (!json.entersObject()) {
            return;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "type" -> deltaType = json.repeatedTextOrEmpty();
                case "text", "partial_json", "thinking", "signature" -> deltaValue = json.textOrEmpty();
                case "stop_reason" -> stopReason = json.textOrNull();
                case "stop_details" -> stopDetails = json.readValueAsTree();
                default -> json.skipChildren();
            }
        }
    }
}
