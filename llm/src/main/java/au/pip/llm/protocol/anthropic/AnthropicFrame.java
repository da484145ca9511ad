package au.pip.llm.protocol.anthropic;

import au.pip.llm.json.JsonPull;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
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
        if (json.nextToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "type" -> type = repeated(value);
                case "index" -> index = number(value);
                case "delta" -> parseDelta(value);
                case "message" -> message = json.readValueAsTree();
                case "content_block" -> contentBlock = json.readValueAsTree();
                case "usage" -> usage = json.readValueAsTree();
                case "error" -> error = json.readValueAsTree();
                case "request_id" -> requestId = textOrNull(value);
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

    private void parseDelta(JsonToken start) {
        if (start != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "type" -> deltaType = repeated(value);
                case "text", "partial_json", "thinking", "signature" -> deltaValue = text(value);
                case "stop_reason" -> stopReason = textOrNull(value);
                case "stop_details" -> stopDetails = json.readValueAsTree();
                default -> json.skipChildren();
            }
        }
    }

    private int number(JsonToken token) {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return json.getIntValue();
        }
        json.skipChildren();
        return 0;
    }

    private @Nullable String textOrNull(JsonToken token) {
        if (token == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        json.skipChildren();
        return null;
    }

    private String text(JsonToken token) {
        String text = textOrNull(token);
        return text == null ? "" : text;
    }

    private String repeated(JsonToken token) {
        return token == JsonToken.VALUE_STRING ? json.getRepeatedString() : text(token);
    }
}
