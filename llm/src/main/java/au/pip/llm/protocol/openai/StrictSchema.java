package au.pip.llm.protocol.openai;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Whether a JSON Schema keeps the rules of OpenAI's strict mode, by its guide to structured outputs: each object lists
 * all its properties as required and forbids others, and some keywords are not known. A schema that breaks a rule is
 * answered 400 when it is sent as strict.
 */
final class StrictSchema {
    private static final Set<String> UNKNOWN = Set.of(
            "allOf",
            "oneOf",
            "not",
            "if",
            "then",
            "else",
            "dependentRequired",
            "dependentSchemas",
            "patternProperties",
            "propertyNames",
            "minProperties",
            "maxProperties",
            "unevaluatedProperties",
            "prefixItems",
            "unevaluatedItems",
            "contains",
            "minContains",
            "maxContains",
            "uniqueItems");

    private StrictSchema() {}

    /** @param schema of the root, which has to be an object */
    static boolean fits(JsonNode schema) {
        return isObject(schema) && !schema.has("anyOf") && keepsRules(schema);
    }

    private static boolean keepsRules(JsonNode schema) {
        return schema.isObject()
                && UNKNOWN.stream().noneMatch(schema::has)
                && saysWhatItIs(schema)
                && (!isObject(schema) || isClosed(schema))
                && inner(schema).allMatch(StrictSchema::keepsRules);
    }

    /** A type, or a reference or choice instead; a list has to say of what. */
    private static boolean saysWhatItIs(JsonNode schema) {
        boolean typed = schema.has("type") || schema.has("$ref") || schema.has("anyOf");
        return typed && (!names(schema, "array") || schema.has("items"));
    }

    private static boolean isObject(JsonNode schema) {
        return names(schema, "object") || schema.has("properties");
    }

    private static boolean names(JsonNode schema, String name) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.values().stream().anyMatch(each -> each.asString("").equals(name))
                : type.asString("").equals(name);
    }

    private static boolean isClosed(JsonNode schema) {
        JsonNode others = schema.path("additionalProperties");
        Collection<String> required = schema.path("required").values().stream()
                .map(name -> name.asString(""))
                .toList();
        return others.isBoolean()
                && !others.booleanValue()
                && required.containsAll(schema.path("properties").propertyNames());
    }

    private static Stream<JsonNode> inner(JsonNode schema) {
        Stream<JsonNode> named =
                Stream.of("properties", "$defs", "definitions").flatMap(field -> schema.path(field).values().stream());
        Stream<JsonNode> listed = schema.path("anyOf").values().stream();
        return Stream.concat(
                Stream.concat(named, listed), schema.has("items") ? Stream.of(schema.get("items")) : Stream.empty());
    }
}
