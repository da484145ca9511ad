package au.pip.benchmarks.contender;

import au.pip.benchmarks.wire.Protocol;
import au.pip.benchmarks.wire.Reply;
import au.pip.benchmarks.wire.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class FloorAnthropic extends Floor {
    FloorAnthropic(Protocol protocol, URI server) {
        super(protocol, server);
    }

    @Override
    void write(ObjectNode body) {
        body.put("model", Protocol.ANTHROPIC.model())
                .put("max_tokens", MAX_OUTPUT_TOKENS)
                .put("stream", true)
                .put("system", SYSTEM_PROMPT)
                .putArray("messages")
                .addObject()
                .put("role", "user")
                .put("content", USER_PROMPT);
    }

    @Override
    HttpRequest.Builder authorised(HttpRequest.Builder request) {
        return request.header("x-api-key", KEY).header("anthropic-version", "2023-06-01");
    }

    @Override
    Reading reading() {
        return new Messages();
    }

    private static final class Messages implements Reading {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder arguments = new StringBuilder();
        private String toolName = "";
        private Tokens tokens = new Tokens(0, 0, 0);

        @Override
        public String read(JsonNode event) {
            switch (event.path("type").asString()) {
                case "content_block_start" ->
                    toolName = event.path("content_block").path("name").asString(toolName);
                case "content_block_delta" -> {
                    JsonNode delta = event.path("delta");
                    arguments.append(delta.path("partial_json").asString(""));
                    String added = delta.path("text").asString("");
                    text.append(added);
                    return added;
                }
                case "message_delta" -> tokens = tokens(event.path("usage"));
                default -> {}
            }
            return "";
        }

        private static Tokens tokens(JsonNode usage) {
            long cacheRead = usage.path("cache_read_input_tokens").asLong();
            return new Tokens(
                    usage.path("input_tokens").asLong()
                            + usage.path("cache_creation_input_tokens").asLong()
                            + cacheRead,
                    cacheRead,
                    usage.path("output_tokens").asLong());
        }

        @Override
        public Reply reply() {
            return new Reply(text.toString(), toolName, arguments.toString(), tokens);
        }
    }
}
