package au.pip.assistant.tools;

import au.pip.llm.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Builds a tool's JSON Schema with few tokens: every model pays for it in every request. */
final class Schema {
    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode properties = JSON.createObjectNode();
    private final List<String> required = new ArrayList<>();

    Schema text(String name, String description) {
        ObjectNode property = properties.putObject(name).put("type", "string");
        if (!description.isEmpty()) {
            property.put("description", description);
        }
        return this;
    }

    Schema choice(String name, String... choices) {
        var values = properties.putObject(name).put("type", "string").putArray("enum");
        for (String choice : choices) {
            values.add(choice);
        }
        return this;
    }

    Schema texts(String name, String description) {
        properties
                .putObject(name)
                .put("type", "array")
                .put("description", description)
                .putObject("items")
                .put("type", "string");
        return this;
    }

    Schema objects(String name, Schema each) {
        properties.putObject(name).put("type", "array").set("items", each.json());
        return this;
    }

    Schema require(String name) {
        required.add(name);
        return this;
    }

    ToolSpec tool(String name, String description) {
        return new ToolSpec(name, description, json());
    }

    private ObjectNode json() {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            var names = schema.putArray("required");
            required.forEach(names::add);
        }
        return schema;
    }
}
