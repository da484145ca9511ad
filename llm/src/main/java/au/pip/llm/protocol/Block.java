package au.pip.llm.protocol;

import au.pip.llm.Part;
import au.pip.llm.ProviderData;
import au.pip.llm.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A part of a reply while it grows. */
final class Block {
    enum Kind {
        TEXT,
        THINKING,
        TOOL_CALL;

        static Kind of(Part part) {
            return switch (part) {
                case Part.Thinking thinking -> THINKING;
                case Part.ToolCall call -> TOOL_CALL;
                case Part.Text text -> TEXT;
                case Part.ToolResult result -> TEXT;
                case Part.Image image -> TEXT;
                case Part.Document document -> TEXT;
            };
        }
    }

    final int index;
    final Kind kind;
    final StringBuilder content = new StringBuilder();

    @Nullable
    Part finished;

    private String callId = "";
    private String toolName = "";

    Block(int index, Kind kind) {
        this.index = index;
        this.kind = kind;
    }

    /** Some servers repeat id and name in each fragment, or send them empty: the first that says something counts. */
    void name(String callId, String toolName) {
        if (this.callId.isEmpty()) {
            this.callId = callId;
        }
        if (this.toolName.isEmpty()) {
            this.toolName = toolName;
        }
    }

    String callId() {
        return callId;
    }

    Part part(@Nullable ProviderData providerData) {
        return switch (kind) {
            case TEXT -> new Part.Text(content.toString(), providerData);
            case THINKING -> new Part.Thinking(content.toString(), providerData);
            case TOOL_CALL -> new Part.ToolCall(callId, toolName, arguments(), providerData);
        };
    }

    /**
     * A call still open, or closed over arguments that are no object: providers close what they cut. One that was cut
     * before its arguments began looks like one without arguments, so the last of a cut reply counts as cut.
     */
    boolean isHalfCall(boolean last) {
        return kind == Kind.TOOL_CALL
                && (!(finished instanceof Part.ToolCall call && call.arguments().isObject())
                        || (last && content.toString().isBlank()));
    }

    boolean hasWholeArguments() {
        return kind == Kind.TOOL_CALL
                && !content.toString().isBlank()
                && arguments().isObject();
    }

    private JsonNode arguments() {
        String json = content.toString();
        if (json.isBlank()) {
            return Json.object();
        }
        try {
            JsonNode node = Json.MAPPER.readTree(json);
            return node.isObject() ? node : StringNode.valueOf(json);
        } catch (JacksonException broken) {
            return StringNode.valueOf(json);
        }
    }
}
