package au.pip.llm.protocol.openai;

import au.pip.llm.json.JsonPull;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one chunk that matter. One object is used for a whole stream: chunks of text, which are nearly all, are
 * read without a tree.
 */
final class ChatCompletionsFrame {
    private final JsonPull json = new JsonPull();

    String id = "";
    String model = "";
    /** The tier that it was served by; empty where the chunk names none. */
    String serviceTier = "";

    /** Whether there is a choice 0; others belong to replies that were not asked for. */
    boolean chosen;

    ChatCompletionsChoice choice = new ChatCompletionsChoice();
    private ChatCompletionsChoice next = new ChatCompletionsChoice();

    @Nullable
    JsonNode usage;

    @Nullable
    JsonNode error;

    /** The frame is no chunk but a bare error with a {@code message}, as older versions of vLLM have it. */
    boolean failed;

    /**
     * @param named whether id and model, which each chunk repeats, are known
     * @throws tools.jackson.core.JacksonException when the bytes are not JSON
     */
    void parse(byte[] bytes, int offset, int length, boolean named) {
        clear();
        json.reset(bytes, offset, length);
        json.nextToken();
        if (!json.entersObject()) {
            return;
        }
        boolean message = false;
        boolean choices = false;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "id" -> id = named ? "" : json.textOrEmpty();
                case "model" -> model = named ? "" : json.textOrEmpty();
                case "choices" -> {
                    choices = true;
                    parseChoices(value);
                }
                case "usage" -> usage = json.treeOrNull();
                case "service_tier" -> serviceTier = json.repeatedTextOrEmpty();
                case "error" -> error = json.treeOrNull();
                case "message" -> {
                    message = true;
                    json.skipChildren();
                }
                default -> json.skipChildren();
            }
        }
        failed = message && !choices;
    }

    private void clear() {
        id = "";
        model = "";
        serviceTier = "";
        chosen = false;
        choice.clear();
        usage = null;
        error = null;
        failed = false;
    }

    private void parseChoices(@Nullable JsonToken start) {
        if (start != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            next.clear();
            next.parse(json);
            if (next.index == 0 && !chosen) {
                ChatCompletionsChoice read = next;
                next = choice;
                choice = read;
                chosen = true;
            }
        }
    }
}
