package au.pip.llm.protocol.openai;

import tools.jackson.databind.node.ObjectNode;

/** The schema of a tool's arguments, as both of OpenAI's APIs take it. */
final class ToolSchema {
    private ToolSchema() {}

    /** OpenAI refuses an object's schema without {@code properties}, also for a tool without arguments. */
    static ObjectNode complete(ObjectNode schema) {
        if (schema.has("properties")) {
            return schema;
        }
        ObjectNode completed = schema.deepCopy();
        completed.putObject("properties");
        return completed;
    }
}
