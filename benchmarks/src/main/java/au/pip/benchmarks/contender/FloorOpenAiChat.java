package au.pip.benchmarks.contender;

import au.pip.benchmarks.wire.Protocol;
import au.pip.benchmarks.wire.Reply;
import au.pip.benchmarks.wire.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

final class FloorOpenAiChat extends Floor {
    FloorOpenAiChat(Protocol protocol, URI server) {
        super(protocol, server);
    }

    @Override
    void write(ObjectNode body) {
        body.put("model", Protocol.OPENAI_CHAT.model()).put("stream", true);
        body.putObject("stream_options").put("include_usage", true);
        ArrayNode messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", SYSTEM_PROMPT);
        messages.addObject().put("role", "user").put("content", USER_PROMPT);
    }

    @Override
    HttpRequest.Builder authorised(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + KEY);
    }

    @Override
    Reading reading() {
        return new Chunks();
    }

    private static final class Chunks implements Reading {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder arguments = new StringBuilder();
        private String toolName = "";
        private Tokens tokens = new Tokens(0, 0, 0);

        @Override
        public String read(JsonNode event) {
            JsonNode usage = event.path("usage");
            if (usage.isObject()) {
                tokens = new Tokens(
                        usage.path("prompt_tokens").asLong(),
                        usage.path("prompt_tokens_details")
                                .path("cached_tokens")
                                .asLong(),
                        usage.path("completion_tokens").asLong());
            }
            JsonNode delta = event.path("choices").path(0).path("delta");
            JsonNode function = delta.path("tool_calls").path(0).path("function");
            toolName = function.path("name").asString(toolName);
            arguments.append(function.path("arguments").asString(""));
            String added = delta.path("content").asString("");
            text.append(added);
            return added;
        }

        @Override
        public Reply reply() {
            return new Reply(text.toString(), toolName, arguments.toString(), tokens);
        }
    }
}
