package au.pip.llm;

import au.pip.llm.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a structured reply: its text is one JSON document of this schema.
 *
 * @param name letters, digits, underscores and dashes, at most 64 characters; some wires want one
 * @param schema JSON Schema of an object. Most providers want every property in {@code required} and
 *     {@code additionalProperties: false}
 */
public record OutputSchema(String name, ObjectNode schema) {
    public OutputSchema {
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("not a schema name: " + name);
        }
    }

    /**
     * @param schema JSON Schema of an object, as text
     * @throws IllegalArgumentException when it is no JSON object
     */
    public static OutputSchema of(String name, String schema) {
        return new OutputSchema(name, Json.parseObject(schema));
    }
}
