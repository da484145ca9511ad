package au.pip.llm;

import au.pip.llm.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tool as a model is told of it.
 *
 * @param name letters, digits, {@code _} and {@code -}, at most 64 characters
 * @param inputSchema JSON Schema of an object
 */
public record ToolSpec(String name, String description, ObjectNode inputSchema) {
    public ToolSpec {
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("not a tool name: " + name);
        }
    }

    /**
     * @param inputSchema JSON Schema of an object, as text
     * @throws IllegalArgumentException when it is no JSON object
     */
    public static ToolSpec of(String name, String description, String inputSchema) {
        return new ToolSpec(name, description, Json.parseObject(inputSchema));
    }
}
