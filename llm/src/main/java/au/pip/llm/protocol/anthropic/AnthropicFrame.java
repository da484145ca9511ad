package au.pip.llm.protocol.anthropic;

import au.pip.llm.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one streamed event that matter. One object is used for a whole stream: text deltas, which are nearly all
 * events, are read without a tree.
 */
final class AnthropicFrame {
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
        try (JsonParser parser = Json.MAPPER.createParser(bytes, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "type" -> type = text(parser, value);
                    case "index" -> index = value == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : 0;
                    case "delta" -> parseDelta(parser, value);
                    case "message" -> message = parser.readValueAsTree();
                    case "content_block" -> contentBlock = parser.readValueAsTree();
                    case "usage" -> usage = parser.readValueAsTree();
                    case "error" -> error = parser.readValueAsTree();
                    case "request_id" -> requestId = value == JsonToken.VALUE_STRING ? parser.getString() : null;
                    default -> parser.skipChildren();
                }
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

    private void parseDelta(JsonParser parser, JsonToken start) {
        if (start != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "type" -> deltaType = text(parser, value);
                case "text", "partial_json", "thinking", "signature" -> deltaValue = text(parser, value);
                case "stop_reason" -> stopReason = value == JsonToken.VALUE_STRING ? parser.getString() : null;
                case "stop_details" -> stopDetails = parser.readValueAsTree();
                default -> parser.skipChildren();
            }
        }
    }

    private static String text(JsonParser parser, JsonToken token) {
        if (token == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        parser.skipChildren();
        return "";
    }
}
