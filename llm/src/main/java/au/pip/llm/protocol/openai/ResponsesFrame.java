package au.pip.llm.protocol.openai;

import au.pip.llm.json.Json;
import au.pip.llm.json.JsonPull;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one streamed event that matter. One object is used for a whole stream: deltas, which are nearly all
 * events, are read without a tree, and so is the echo of the request (instructions, tools) in {@code response}.
 */
final class ResponsesFrame {
    String type = "";
    int outputIndex;
    /** The place in the item: {@code content_index} or {@code summary_index}. */
    int partIndex;

    String delta = "";
    /** What a {@code .done} event repeats as a whole: {@code text}, {@code refusal} or {@code arguments}. */
    String whole = "";

    @Nullable
    JsonNode item;

    /** An object in the API's own errors, a text in some servers'. */
    @Nullable
    JsonNode error;

    @Nullable
    String code;

    @Nullable
    String message;

    @Nullable
    String param;

    final Response response = new Response();

    private final JsonPull parser = new JsonPull();

    /** The fields of {@code response}. */
    static final class Response {
        @Nullable
        String id;

        String model = "";
        String status = "";
        String incompleteReason = "";

        @Nullable
        JsonNode error;

        @Nullable
        JsonNode usage;

        @Nullable
        JsonNode output;

        private void clear() {
            id = null;
            model = "";
            status = "";
            incompleteReason = "";
            error = null;
            usage = null;
            output = null;
        }

        private void parse(JsonPull parser, @Nullable JsonToken start) {
            if (start != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                @Nullable JsonToken value = parser.nextToken();
                switch (name) {
                    case "id" -> id = textOrNull(parser, value);
                    case "model" -> model = text(parser, value);
                    case "status" -> status = text(parser, value);
                    case "incomplete_details" -> {
                        String reason = Json.text(parser.readValueAsTree(), "reason");
                        incompleteReason = reason == null ? "" : reason;
                    }
                    case "error" -> error = tree(parser, value);
                    case "usage" -> usage = tree(parser, value);
                    case "output" -> output = tree(parser, value);
                    default -> parser.skipChildren();
                }
            }
        }
    }

    /** @throws tools.jackson.core.JacksonException when the bytes are not JSON */
    void parse(byte[] bytes, int offset, int length) {
        clear();
        parser.reset(bytes, offset, length);
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            @Nullable JsonToken value = parser.nextToken();
            switch (name) {
                case "type" ->
                    type = value == JsonToken.VALUE_STRING ? parser.getRepeatedString() : text(parser, value);
                case "output_index" -> outputIndex = index(parser, value);
                case "content_index", "summary_index" ->
                    partIndex = Math.clamp(index(parser, value), 0, ResponsesItem.MOST_PARTS - 1);
                case "delta" -> delta = text(parser, value);
                case "text", "refusal", "arguments" -> whole = text(parser, value);
                case "item" -> item = tree(parser, value);
                case "response" -> response.parse(parser, value);
                case "error" -> error = tree(parser, value);
                case "code" -> code = textOrNull(parser, value);
                case "message" -> message = textOrNull(parser, value);
                case "param" -> param = textOrNull(parser, value);
                default -> parser.skipChildren();
            }
        }
    }

    private void clear() {
        type = "";
        outputIndex = 0;
        partIndex = 0;
        delta = "";
        whole = "";
        item = null;
        error = null;
        code = null;
        message = null;
        param = null;
        response.clear();
    }

    private static int index(JsonPull parser, @Nullable JsonToken token) {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getIntValue();
        }
        parser.skipChildren();
        return 0;
    }

    private static @Nullable JsonNode tree(JsonPull parser, @Nullable JsonToken token) {
        return token == JsonToken.VALUE_NULL ? null : parser.readValueAsTree();
    }

    private static @Nullable String textOrNull(JsonPull parser, @Nullable JsonToken token) {
        String text = text(parser, token);
        return text.isEmpty() ? null : text;
    }

    private static String text(JsonPull parser, @Nullable JsonToken token) {
        if (token == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        parser.skipChildren();
        return "";
    }
}
