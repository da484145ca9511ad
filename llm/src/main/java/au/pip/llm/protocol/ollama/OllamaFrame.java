package au.pip.llm.protocol.ollama;

import au.pip.llm.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** The fields of one line that matter. One object is used for a whole stream; text is read without a tree. */
final class OllamaFrame {
    String model = "";
    String content = "";
    String thinking = "";

    @Nullable
    JsonNode toolCalls;

    boolean done;
    String doneReason = "";
    long promptTokens;
    long outputTokens;
    boolean counted;

    @Nullable
    String error;

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
                    case "model" -> model = text(parser, value);
                    case "message" -> parseMessage(parser, value);
                    case "done" -> done = value == JsonToken.VALUE_TRUE;
                    case "done_reason" -> doneReason = text(parser, value);
                    case "prompt_eval_count" -> promptTokens = count(parser, value);
                    case "eval_count" -> outputTokens = count(parser, value);
                    case "error" -> error = value == JsonToken.VALUE_STRING ? parser.getString() : unnamed(parser);
                    default -> parser.skipChildren();
                }
            }
        }
    }

    private void clear() {
        model = "";
        content = "";
        thinking = "";
        toolCalls = null;
        done = false;
        doneReason = "";
        promptTokens = 0;
        outputTokens = 0;
        counted = false;
        error = null;
    }

    private void parseMessage(JsonParser parser, JsonToken start) {
        if (start != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "content" -> content = text(parser, value);
                case "thinking" -> thinking = text(parser, value);
                case "tool_calls" -> toolCalls = parser.readValueAsTree();
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

    private long count(JsonParser parser, JsonToken token) {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            counted = true;
            return parser.getLongValue();
        }
        parser.skipChildren();
        return 0;
    }

    private static String unnamed(JsonParser parser) {
        parser.skipChildren();
        return "";
    }
}
