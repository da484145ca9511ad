package au.pip.llm.protocol.gemini;

import au.pip.llm.json.JsonPull;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one chunk that matter. One object, with its parts, is used for a whole stream: text and counts, which
 * are in nearly all chunks, are read without a tree. Of several candidates the first counts; only one is asked for.
 */
final class GeminiFrame {
    private final JsonPull json = new JsonPull();
    final GeminiUsage usage = new GeminiUsage();
    /** Kept from the first chunk that names them. */
    String model = "";

    String responseId = "";
    /** Whether the chunk is part of a reply at all. */
    boolean reply;
    /** Empty while the reply goes on. */
    String finishReason = "";
    /** Why the prompt was not taken; empty when it was. */
    String blockReason = "";

    @Nullable
    JsonNode error;

    private final List<GeminiPart> parts = new ArrayList<>();
    private int partCount;

    int partCount() {
        return partCount;
    }

    /** Valid until the next chunk. */
    GeminiPart part(int at) {
        return parts.get(at);
    }

    /** @throws tools.jackson.core.JacksonException when the bytes are not JSON */
    void parse(byte[] bytes, int offset, int length) {
        clear();
        json.reset(bytes, offset, length);
        JsonToken start = json.nextToken();
        if (start == JsonToken.START_ARRAY) {
            // Errors come in an array where the answer would have been one.
            start = json.nextToken();
        }
        if (start == JsonToken.START_OBJECT) {
            parseChunk(json);
        } else {
            json.skipChildren();
        }
    }

    private void clear() {
        usage.clear();
        reply = false;
        finishReason = "";
        blockReason = "";
        error = null;
        partCount = 0;
    }

    private void parseChunk(JsonPull parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "candidates" -> parseCandidates(parser, value);
                case "usageMetadata" -> {
                    reply = true;
                    usage.parse(parser);
                }
                case "promptFeedback" -> parseFeedback(parser);
                case "modelVersion" -> model = model.isEmpty() ? parser.textOrEmpty() : model;
                case "responseId" -> responseId = responseId.isEmpty() ? parser.textOrEmpty() : responseId;
                case "error" -> error = parser.readValueAsTree();
                default -> parser.skipChildren();
            }
        }
    }

    private void parseCandidates(JsonPull parser, JsonToken start) {
        reply = true;
        if (start != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        boolean first = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (first && parser.currentToken() == JsonToken.START_OBJECT) {
                parseCandidate(parser);
            } else {
                parser.skipChildren();
            }
            first = false;
        }
    }

    private void parseCandidate(JsonPull parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            switch (name) {
                case "content" -> parseContent(parser);
                case "finishReason" -> finishReason = parser.textOrEmpty();
                default -> parser.skipChildren();
            }
        }
    }

    private void parseContent(JsonPull parser) {
        if (!parser.entersObject()) {
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("parts") && value == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    nextPart().parse(parser);
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private GeminiPart nextPart() {
        if (partCount == parts.size()) {
            parts.add(new GeminiPart());
        }
        return parts.get(partCount++);
    }

    private void parseFeedback(JsonPull parser) {
        reply = true;
        if (!parser.entersObject()) {
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (name.equals("blockReason")) {
                blockReason = parser.textOrEmpty();
            } else {
                parser.skipChildren();
            }
        }
    }
}
