package au.pip.llm.protocol.openai;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Whether a JSON Schema is of the kind that OpenAI's {@code strict} takes: each object lists all its properties in
 * {@code required} and has {@code additionalProperties: false}, at every depth. Any other is refused with {@code strict}.
 */
final class StrictSchema {
    private StrictSchema() {}

    static boolean allows(JsonNode schema) {
        return schema.isObject() ? allowsObject(schema) : !(schema instanceof ArrayNode) || allowsAll(schema);
    }

    private static boolean allowsObject(JsonNode schema) {
        JsonNode properties = schema.path("properties");
        boolean object = properties.isObject()
                || schema.path("type").asString("").equals("object")
                || schema.has("additionalProperties");
        return (!object || closed(schema, properties))
                && allowsAll(properties)
                && allowsAll(schema.path("$defs"))
                && allowsAll(schema.path("definitions"))
                && allowsAll(schema.path("anyOf"))
                && allows(schema.path("items"));
    }

    private static boolean closed(JsonNode schema, JsonNode properties) {
        JsonNode additional = schema.path("additionalProperties");
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asString("")));
        return additional.isBoolean() && !additional.booleanValue() && required.containsAll(properties.propertyNames());
    }

    private static boolean allowsAll(JsonNode schemas) {
        for (JsonNode schema : schemas) {
            if (!allows(schema)) {
                return false;
            }
        }
        return true;
    }
}
