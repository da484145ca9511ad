package au.pip.llm.protocol.anthropic;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON Schema as {@code output_config.format} takes it, by its documentation (structured-outputs, "JSON Schema
 * limitations"): every object forbids other properties, there are no bounds of numbers, texts and arrays but a
 * {@code minItems} of 0 or 1. All else is answered by 400. Made by leaving out and closing; what was changed is told.
 */
final class AnthropicSchema {
    private static final List<String> UNKNOWN = List.of(
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "maxItems",
            "uniqueItems",
            "contains",
            "minContains",
            "maxContains",
            "minProperties",
            "maxProperties",
            "patternProperties",
            "propertyNames",
            "unevaluatedProperties",
            "unevaluatedItems");

    private final ObjectNode schema;
    private final Set<String> changed = new TreeSet<>();

    AnthropicSchema(ObjectNode given) {
        this.schema = given.deepCopy();
        fit(schema);
    }

    ObjectNode schema() {
        return schema;
    }

    /** The keywords that were left out or set to another value. */
    Set<String> changed() {
        return changed;
    }

    private void fit(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        UNKNOWN.forEach(keyword -> leaveOut(object, keyword));
        if (object.has("minItems") && object.get("minItems").asInt(2) > 1) {
            leaveOut(object, "minItems");
        }
        if (isObject(object)) {
            close(object);
        }
        for (String field : List.of("properties", "$defs", "definitions", "anyOf", "allOf", "oneOf")) {
            object.path(field).values().forEach(this::fit);
        }
        fit(object.path("items"));
    }

    private void leaveOut(ObjectNode object, String keyword) {
        if (object.remove(keyword) != null) {
            changed.add(keyword);
        }
    }

    private void close(ObjectNode object) {
        JsonNode others = object.path("additionalProperties");
        if (!others.isBoolean() || others.booleanValue()) {
            object.put("additionalProperties", false);
            changed.add("additionalProperties");
        }
    }

    private static boolean isObject(ObjectNode object) {
        JsonNode type = object.path("type");
        return object.has("properties")
                || type.asString("").equals("object")
                || type.values().stream().anyMatch(each -> each.asString("").equals("object"));
    }
}
