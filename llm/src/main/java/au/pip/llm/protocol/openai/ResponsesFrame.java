package au.pip.llm.protocol.openai;

import au.pip.llm.json.Json;
import au.pip.llm.json.JsonPull;
import org.jspecify.annotations.Nullable;
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
        /** At first the one asked for, at the end the one it was served by. */
        String serviceTier = "";

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
            serviceTier = "";
            error = null;
            usage = null;
            output = null;
        }

        private void parse(JsonPull parser) {
            if (!parser.entersObject()) {
                return;
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                switch (name) {
                    case "id" -> id = parser.textOrNull();
                    case "model" -> model = parser.textOrEmpty();
                    case "service_tier" -> serviceTier = parser.textOrEmpty();
                    case "status" -> status = parser.textOrEmpty();
                    case "incomplete_details" -> {
                        String reason = Json.text(parser.readValueAsTree(), "reason");
                        incompleteReason = reason == null ? "" : reason;
                    }
                    case "error" -> error = parser.treeOrNull();
                    case "usage" -> usage = parser.treeOrNull();
                    case "output" -> output = parser.treeOrNull();
                    default -> parser.skipChildren();
                }
            }
        }
    }

    /** @throws tools.jackson.core.JacksonException when the bytes are not JSON */
    void parse(byte[] bytes, int offset, int length) {
        clear();
        parser.reset(bytes, offset, length);
        parser.nextToken();
        if (!parser.entersObject()) {
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            switch (name) {
                case "type" -> type = parser.repeatedTextOrEmpty();
                case "output_index" -> outputIndex = parser.intOr(0);
                case "content_index", "summary_index" ->
                    partIndex = Math.clamp(parser.intOr(0), 0, ResponsesItem.MOST_PARTS - 1);
                case "delta" -> delta = parser.textOrEmpty();
                case "text", "refusal", "arguments" -> whole = parser.textOrEmpty();
                case "item" -> item = parser.treeOrNull();
                case "response" -> response.parse(parser);
                case "error" -> error = parser.treeOrNull();
                case "code" -> code = parser.textOrNull();
                case "message" -> message = parser.textOrNull();
                case "param" -> param = parser.textOrNull();
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
}
