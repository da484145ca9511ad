package au.pip.llm.protocol.openai;

import au.pip.llm.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one chunk that matter. One object is used for a whole stream: chunks of text, which are nearly all, are
 * read without a tree.
 */
final class ChatCompletionsFrame {
    String id = "";
    String model = "";

    /** Whether there is a choice 0; others belong to replies that were not asked for. */
    boolean chosen;

    ChatCompletionsChoice choice = new ChatCompletionsChoice();
    private ChatCompletionsChoice next = new ChatCompletionsChoice();

    @Nullable
    JsonNode usage;

    @Nullable
    JsonNode error;

    /** The whole frame says that it is an error, as older versions of vLLM have it. */
    boolean failed;

    /**
     * @param named whether id and model, which each chunk repeats, are known
     * @throws tools.jackson.core.JacksonException when the bytes are not JSON
     */
    void parse(byte[] bytes, int offset, int length, boolean named) {
        clear();
        try (JsonParser parser = Json.MAPPER.createParser(bytes, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "id" -> id = named ? "" : ChatCompletionsChoice.text(parser, value);
                    case "model" -> model = named ? "" : ChatCompletionsChoice.text(parser, value);
                    case "object" -> failed = value == JsonToken.VALUE_STRING && saysError(parser);
                    case "choices" -> parseChoices(parser, value);
                    case "usage" -> usage = value == JsonToken.START_OBJECT ? tree(parser) : skipped(parser);
                    case "error" -> error = value == JsonToken.VALUE_NULL ? null : tree(parser);
                    default -> parser.skipChildren();
                }
            }
        }
    }

    private void clear() {
        id = "";
        model = "";
        chosen = false;
        choice.clear();
        usage = null;
        error = null;
        failed = false;
    }

    private static boolean saysError(JsonParser parser) {
        return parser.getStringLength() == "error".length()
                && parser.getString().equals("error");
    }

    private static JsonNode tree(JsonParser parser) {
        return parser.readValueAsTree();
    }

    private static @Nullable JsonNode skipped(JsonParser parser) {
        parser.skipChildren();
        return null;
    }

    private void parseChoices(JsonParser parser, JsonToken start) {
        if (start != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                parser.skipChildren();
                continue;
            }
            next.clear();
            next.parse(parser);
            if (next.index == 0 && !chosen) {
                ChatCompletionsChoice read = next;
                next = choice;
                choice = read;
                chosen = true;
            }
        }
    }
}
