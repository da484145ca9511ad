package au.pip.agent;

import au.pip.llm.ToolSpec;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a model asks for a group of tools that it has not been told of. */
final class MoreTools implements Tool {
    static final String NAME = "more_tools";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<ToolGroup> groups;
    private final Predicate<String> open;
    private final ToolSpec spec;

    /** @param open opens the group of that name; false when there is none */
    MoreTools(List<ToolGroup> groups, Predicate<String> open) {
        this.groups = groups;
        this.open = open;
        this.spec = spec(groups);
    }

    private static ToolSpec spec(List<ToolGroup> groups) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        var names = schema.putObject("properties")
                .putObject("group")
                .put("type", "string")
                .putArray("enum");
        groups.forEach(group -> names.add(group.name()));
        schema.putArray("required").add("group");
        String about = groups.stream()
                .map(group -> group.name() + ": " + group.about())
                .collect(Collectors.joining("; "));
        return new ToolSpec(NAME, "Gives you more tools. " + about + ".", schema);
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public boolean readOnly() {
        return true;
    }

    @Override
    public String label(JsonNode arguments) {
        return "Looking for the right tool";
    }

    @Override
    public ToolResult run(JsonNode arguments) {
        String asked = arguments.path("group").asString("");
        for (ToolGroup group : groups) {
            if (group.name().equals(asked) && open.test(asked)) {
                String names =
                        group.tools().stream().map(tool -> tool.spec().name()).collect(Collectors.joining(", "));
                return ToolResult.of("You can now call: " + names + ".", "Tools for " + group.about());
            }
        }
        return ToolResult.failure("There is no such group of tools. The groups are: "
                + groups.stream().map(ToolGroup::name).collect(Collectors.joining(", ")) + ".");
    }
}
