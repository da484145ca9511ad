package au.pip.llm.protocol.anthropic;

import au.pip.llm.ChatOptions;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.Part;
import au.pip.llm.ToolChoice;
import au.pip.llm.ToolSpec;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ChatRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tools and whether one must be called. A conversation that holds calls needs the tools that it names: where none are
 * given, they are named all the same and forbidden. Models that always think answer 400 to a required call.
 */
final class AnthropicTools {
    private final ChatRequest request;
    private final List<Warning> warnings;

    AnthropicTools(ChatRequest request, List<Warning> warnings) {
        this.request = request;
        this.warnings = warnings;
    }

    /** Whether {@link #render} says that a tool must be called. */
    boolean callRequired() {
        return request.options().toolChoice() == ToolChoice.REQUIRED
                && !request.options().tools().isEmpty()
                && !request.modelLacks(Capability.TOOLS)
                && !request.modelCan(Capability.ALWAYS_THINKS);
    }

    /** @return the rendered tools; empty when there are none */
    ArrayNode render(ObjectNode body) {
        ChatOptions options = request.options();
        ArrayNode tools = Json.MAPPER.createArrayNode();
        if (request.modelLacks(Capability.TOOLS)) {
            if (!options.tools().isEmpty()) {
                warn("tools", "%s cannot use tools, so it was not told of any.");
            }
            return tools;
        }
        for (ToolSpec tool : options.tools()) {
            addTool(tools, tool.name(), tool.description(), tool.inputSchema());
        }
        if (tools.isEmpty()) {
            for (String name : namesOfCalls()) {
                addTool(tools, name, "No longer available.", Json.object().put("type", "object"));
            }
        }
        if (!tools.isEmpty()) {
            body.set("tools", tools);
            renderChoice(body);
        }
        return tools;
    }

    private static void addTool(ArrayNode tools, String name, String description, ObjectNode schema) {
        tools.addObject().put("name", name).put("description", description).set("input_schema", schema);
    }

    private Set<String> namesOfCalls() {
        Set<String> names = new TreeSet<>();
        for (Message message : request.messages()) {
            for (Part part : message.parts()) {
                if (part instanceof Part.ToolCall call) {
                    names.add(call.toolName());
                }
            }
        }
        return names;
    }

    private void renderChoice(ObjectNode body) {
        boolean none = request.options().toolChoice() == ToolChoice.NONE
                || request.options().tools().isEmpty();
        if (none) {
            body.putObject("tool_choice").put("type", "none");
        } else if (callRequired()) {
            body.putObject("tool_choice").put("type", "any");
        } else if (request.options().toolChoice() == ToolChoice.REQUIRED) {
            warn("toolChoice", "%s cannot be made to call a tool: it was left free to.");
        }
    }

    private void warn(String subject, String message) {
        warnings.add(new Warning(subject, message.formatted(request.model().id())));
    }
}
