package au.pip.benchmarks.contender;

import au.pip.benchmarks.wire.Protocol;
import au.pip.benchmarks.wire.Reply;
import au.pip.benchmarks.wire.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class FloorOpenAiResponses extends Floor {
    FloorOpenAiResponses(Protocol protocol, URI server) {
        super(protocol, server);
    }

    @Override
    void write(ObjectNode body) {
        body.put("model", Protocol.OPENAI_RESPONSES.model())
                .put("stream", true)
                .put("store", false)
                .put("instructions", SYSTEM_PROMPT)
                .put("input", USER_PROMPT);
    }

    @Override
    HttpRequest.Builder authorised(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + KEY);
    }

    @Override
    Reading reading() {
        return new Items();
    }

    private static final class Items implements Reading {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder arguments = new StringBuilder();
        private String toolName = "";
        private Tokens tokens = new Tokens(0, 0, 0);

        @Override
        public String read(JsonNode event) {
            switch (event.path("type").asString()) {
                case "response.output_text.delta" -> {
                    String added = event.path("delta").asString();
                    text.append(added);
                    return added;
                }
                case "response.function_call_arguments.delta" ->
                    arguments.append(event.path("delta").asString());
                case "response.output_item.added" ->
                    toolName = event.path("item").path("name").asString(toolName);
                case "response.completed" ->
                    tokens = tokens(event.path("response").path("usage"));
                default -> {}
            }
            return "";
        }

        private static Tokens tokens(JsonNode usage) {
            return new Tokens(
                    usage.path("input_tokens").asLong(),
                    usage.path("input_tokens_details").path("cached_tokens").asLong(),
                    usage.path("output_tokens").asLong());
        }

        @Override
        public Reply reply() {
            return new Reply(text.toString(), toolName, arguments.toString(), tokens);
        }
    }
}
