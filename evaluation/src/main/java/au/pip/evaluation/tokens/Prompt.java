package au.pip.evaluation.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as it is sent to Anthropic's Messages API, in the order in which that provider reads it: tools, system,
 * messages. What tells the provider how to keep it (cache_control) is no part of it.
 *
 * @param tools each definition as JSON
 */
public record Prompt(List<String> tools, String system, List<Block> blocks) {
    private static final String TEXT = "text";

    public Prompt {
        tools = List.copyOf(tools);
        blocks = List.copyOf(blocks);
    }

    /**
     * A piece of a message.
     *
     * @param type text, tool_use or tool_result
     * @param callId of the call, or of the call that it is the result of; empty for text
     * @param text what a model reads of it: of a call its name and arguments
     */
    public record Block(String role, String type, String callId, String text) {}

    /** @param body of the request */
    static Prompt of(ObjectNode body) {
        List<String> tools = new ArrayList<>();
        body.path("tools").forEach(tool -> {
            ObjectNode bare = (ObjectNode) tool.deepCopy();
            bare.remove("cache_control");
            tools.add(bare.toString());
        });
        List<String> system = new ArrayList<>();
        body.path("system").forEach(part -> system.add(part.path(TEXT).asString()));
        List<Block> blocks = new ArrayList<>();
        body.path("messages")
                .forEach(message -> message.path("content")
                        .forEach(
                                content -> blocks.add(block(message.path("role").asString(), content))));
        return new Prompt(tools, String.join("\n", system), blocks);
    }

    private static Block block(String role, JsonNode content) {
        String type = content.path("type").asString();
        return switch (type) {
            case TEXT -> new Block(role, type, "", content.path(TEXT).asString());
            case "tool_use" ->
                new Block(
                        role,
                        type,
                        content.path("id").asString(),
                        content.path("name").asString() + " " + content.path("input"));
            case "tool_result" ->
                new Block(role, type, content.path("tool_use_id").asString(), result(content.path("content")));
            default -> throw new IllegalArgumentException("a prompt with a block of type " + type);
        };
    }

    /** A result's text comes as one, or in blocks of its own. */
    private static String result(JsonNode content) {
        if (content.isString()) {
            return content.asString();
        }
        List<String> texts = new ArrayList<>();
        content.forEach(part -> texts.add(part.path(TEXT).asString()));
        return String.join("\n", texts);
    }

    /** All of it, from the beginning. */
    public String whole() {
        return parts().stream().collect(Collectors.joining());
    }

    /** The pieces of {@link #whole}: a definition, the system prompt, a block of a message each. */
    public List<String> parts() {
        List<String> parts = new ArrayList<>();
        tools.forEach(tool -> parts.add(tool + "\n"));
        parts.add(system + "\n");
        blocks.forEach(block -> parts.add(block.role() + " " + block.type() + " " + block.text() + "\n"));
        return parts;
    }

    /** How many characters of the beginning both have. */
    public int sharedWith(Prompt other) {
        String mine = whole();
        String theirs = other.whole();
        int at = 0;
        while (at < Math.min(mine.length(), theirs.length()) && mine.charAt(at) == theirs.charAt(at)) {
            at++;
        }
        return at;
    }
}
