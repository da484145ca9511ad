package au.pip.llm.protocol.ollama;

import au.pip.llm.json.JsonPull;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** The fields of one line that matter. One object is used for a whole stream; text is read without a tree. */
final class OllamaFrame {
    private final JsonPull json = new JsonPull();
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
        json.reset(bytes, offset, length);
        json.nextToken();
        if (!json.entersObject()) {
            return;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "model" -> model = json.repeatedTextOrEmpty();
                case "message" -> parseMessage();
                case "done" -> {
                    done = value == JsonToken.VALUE_TRUE;
                    json.skipChildren();
                }
                case "done_reason" -> doneReason = json.textOrEmpty();
                case "prompt_eval_count" -> promptTokens = count(value);
                case "eval_count" -> outputTokens = count(value);
                case "error" -> error = json.textOrEmpty();
                default -> json.skipChildren();
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

    private void parseMessage() {
        if (!json.entersObject()) {
            return;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "content" -> content = json.textOrEmpty();
                case "thinking" -> thinking = json.textOrEmpty();
                case "tool_calls" -> toolCalls = json.readValueAsTree();
                default -> json.skipChildren();
            }
        }
    }

    private long count(JsonToken token) {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            counted = true;
            return Math.max(0, json.getLongValue());
        }
        json.skipChildren();
        return 0;
    }
}
