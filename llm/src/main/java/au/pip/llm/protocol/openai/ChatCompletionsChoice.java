package au.pip.llm.protocol.openai;

import au.pip.llm.json.JsonPull;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * One element of {@code choices}: what a chunk adds ({@code delta}), or all of it where the answer is no stream
 * ({@code message}). Used again for each chunk.
 */
final class ChatCompletionsChoice {
    /** A piece of a tool call; {@code index} is −1 where the server gives none. */
    static final class CallFragment {
        int index = -1;
        String id = "";
        String name = "";
        String arguments = "";

        /** What the server wants to see again, such as a signature. */
        @Nullable
        JsonNode extra;
    }

    int index;
    String content = "";
    String thinking = "";
    /** The field that thinking came in. */
    String thinkingField = "";

    String refusal = "";
    String finishReason = "";
    final List<CallFragment> calls = new ArrayList<>();

    @Nullable
    JsonNode thinkingDetails;

    @Nullable
    JsonNode error;

    void clear() {
        index = 0;
        content = "";
        thinking = "";
        thinkingField = "";
        refusal = "";
        finishReason = "";
        calls.clear();
        thinkingDetails = null;
        error = null;
    }

    /** @param parser at the start of the object */
    void parse(JsonPull parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "index" -> index = integer(parser, value, 0);
                case "delta", "message" -> parseDelta(parser, value);
                case "finish_reason" -> finishReason = text(parser, value);
                case "error" -> error = value == JsonToken.VALUE_NULL ? null : parser.readValueAsTree();
                default -> parser.skipChildren();
            }
        }
    }

    private void parseDelta(JsonPull parser, @Nullable JsonToken start) {
        if (start != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "content" -> parseContent(parser, value);
                // Some servers give the same text in both.
                case "reasoning_content", "reasoning" -> addThinking(name, text(parser, value));
                case "reasoning_details" -> thinkingDetails = tree(parser, value, JsonToken.START_ARRAY);
                case "refusal" -> refusal = text(parser, value);
                case "tool_calls" -> parseCalls(parser, value);
                default -> parser.skipChildren();
            }
        }
    }

    private void addThinking(String field, String added) {
        if (thinking.isEmpty() && !added.isEmpty()) {
            thinking = added;
            thinkingField = field;
        }
    }

    /** A text, or an array of parts, as Mistral has it once a model thinks. */
    private void parseContent(JsonPull parser, @Nullable JsonToken start) {
        if (start != JsonToken.START_ARRAY) {
            content = text(parser, start);
            return;
        }
        StringBuilder texts = new StringBuilder();
        StringBuilder thoughts = new StringBuilder();
        for (JsonNode part : tree(parser)) {
            texts.append(
                    part.isString() ? part.stringValue() : part.path("text").asString(""));
            JsonNode thought = part.path("thinking");
            if (thought.isString()) {
                thoughts.append(thought.stringValue());
            }
            for (JsonNode piece : thought) {
                thoughts.append(piece.path("text").asString(""));
            }
        }
        content = texts.toString();
        addThinking("content", thoughts.toString());
    }

    private void parseCalls(JsonPull parser, @Nullable JsonToken start) {
        if (start != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            if (next == JsonToken.START_OBJECT) {
                calls.add(parseCall(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    private static CallFragment parseCall(JsonPull parser) {
        CallFragment call = new CallFragment();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "index" -> call.index = integer(parser, value, -1);
                case "id" -> call.id = text(parser, value);
                case "function" -> parseFunction(parser, value, call);
                case "extra_content" -> call.extra = tree(parser, value, JsonToken.START_OBJECT);
                default -> parser.skipChildren();
            }
        }
        return call;
    }

    /** Some servers give the arguments as the object that they are a text of. */
    private static void parseFunction(JsonPull parser, @Nullable JsonToken start, CallFragment call) {
        if (start != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "name" -> call.name = text(parser, value);
                case "arguments" ->
                    call.arguments =
                            value == JsonToken.START_OBJECT ? tree(parser).toString() : text(parser, value);
                default -> parser.skipChildren();
            }
        }
    }

    /** Null for whatever does not begin as it should. */
    private static @Nullable JsonNode tree(JsonPull parser, @Nullable JsonToken token, JsonToken wanted) {
        if (token == wanted) {
            return tree(parser);
        }
        parser.skipChildren();
        return null;
    }

    private static JsonNode tree(JsonPull parser) {
        return parser.readValueAsTree();
    }

    private static int integer(JsonPull parser, @Nullable JsonToken token, int otherwise) {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getIntValue();
        }
        parser.skipChildren();
        return otherwise;
    }

    /** Empty for whatever is no text. */
    static String text(JsonPull parser, @Nullable JsonToken token) {
        if (token == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        parser.skipChildren();
        return "";
    }
}
