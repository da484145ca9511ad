package au.pip.llm.protocol.gemini;

import au.pip.llm.json.JsonPull;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** One part of a chunk: text, a thought, a whole call, or something unknown that only its signature counts of. */
final class GeminiPart {
    String text = "";
    boolean thought;

    @Nullable
    String signature;

    @Nullable
    JsonNode functionCall;

    /** @param parser stands at the part's first token */
    void parse(JsonPull parser) {
        text = "";
        thought = false;
        signature = null;
        functionCall = null;
        if (!parser.entersObject()) {
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "text" -> text = parser.textOrEmpty();
                case "thought" -> {
                    thought = value == JsonToken.VALUE_TRUE;
                    parser.skipChildren();
                }
                case GeminiReader.SIGNATURE -> signature = parser.textOrNull();
                case "functionCall" -> functionCall = parser.readValueAsTree();
                default -> parser.skipChildren();
            }
        }
    }
}
