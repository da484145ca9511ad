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
            parser.nextToken();
            switch (name) {
                case "index" -> index = parser.intOr(0);
                case "delta", "message" -> parseDelta(parser);
                case "finish_reason" -> finishReason = parser.textOrEmpty();
                case "error" -> error = parser.treeOrNull();
                default -> parser.skipChildren();
            }
        }
    }

    private void parseDelta(JsonPull parser) {
        if (!parser.entersObject()) {
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "content" -> parseContent(parser, value);
                // Some servers give the same text in both.
                case "reasoning_content", "reasoning" -> addThinking(name, parser.textOrEmpty());
                case "reasoning_details" -> thinkingDetails = tree(parser, value, JsonToken.START_ARRAY);
                case "refusal" -> refusal = parser.textOrEmpty();
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
            content = parser.textOrEmpty();
            return;
        }
        StringBuilder texts = new StringBuilder();
        StringBuilder thoughts = new StringBuilder();
        for (JsonNode part : parser.readValueAsTree()) {
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
            if (parser.entersObject()) {
                calls.add(parseCall(parser));
            }
        }
    }

    private static CallFragment parseCall(JsonPull parser) {
        CallFragment call = new CallFragment();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "index" -> call.index = parser.intOr(-1);
                case "id" -> call.id = parser.textOrEmpty();
                case "function" -> parseFunction(parser, call);
                case "extra_content" -> call.extra = tree(parser, value, JsonToken.START_OBJECT);
                default -> parser.skipChildren();
            }
        }
        return call;
    }

    /** Some servers give the arguments as the object that they are a text of. */
    private static void parseFunction(JsonPull parser, CallFragment call) {
        if (!parser.entersObject()) {
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "name" -> call.name = parser.textOrEmpty();
                case "arguments" ->
                    call.arguments = value == JsonToken.START_OBJECT
                            ? parser.readValueAsTree().toString()
                            : parser.textOrEmpty();
                default -> parser.skipChildren();
            }
        }
    }

    /** Null for whatever does not begin as it should. */
    private static @Nullable JsonNode tree(JsonPull parser, @Nullable JsonToken token, JsonToken wanted) {
        if (token == wanted) {
            return parser.readValueAsTree();
        }
        parser.skipChildren();
        return null;
    }
}
