package au.pip.agent;

import au.pip.llm.ToolSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The tools of one run, by name: those that a model is always told of, and groups of more. A call of a tool in a group
 * that is not open yet runs all the same. Safe for use by several threads.
 */
public final class Toolbox {
    private final Map<String, Tool> tools = new LinkedHashMap<>();
    private final List<Tool> always = new ArrayList<>();
    private final List<ToolGroup> groups;
    private final List<ToolGroup> open = new CopyOnWriteArrayList<>();

    public Toolbox(List<Tool> tools) {
        this(tools, List.of());
    }

    /** @param groups those without tools are left out */
    public Toolbox(List<Tool> always, List<ToolGroup> groups) {
        this.groups = groups.stream().filter(group -> !group.tools().isEmpty()).toList();
        this.always.addAll(always);
        if (!this.groups.isEmpty()) {
            this.always.add(new MoreTools(this.groups, this::open));
        }
        this.always.forEach(this::add);
        this.groups.forEach(group -> group.tools().forEach(this::add));
    }

    private void add(Tool tool) {
        if (tools.put(tool.spec().name(), tool) != null) {
            throw new IllegalArgumentException(
                    "two tools are called " + tool.spec().name());
        }
    }

    /** Opens the groups that a person's message calls for. */
    public void openFor(String message) {
        for (ToolGroup group : groups) {
            if (group.words().matcher(message).find()) {
                open(group.name());
            }
        }
    }

    private boolean open(String name) {
        for (ToolGroup group : groups) {
            if (group.name().equals(name)) {
                synchronized (open) {
                    if (!open.contains(group)) {
                        open.add(group);
                    }
                }
                return true;
            }
        }
        return false;
    }

    /** What a model is told of now; what was told before stays at the beginning, in its order. */
    public List<ToolSpec> specs() {
        List<ToolSpec> specs = new ArrayList<>();
        always.forEach(tool -> specs.add(tool.spec()));
        open.forEach(group -> group.tools().forEach(tool -> specs.add(tool.spec())));
        return specs;
    }

    public Optional<Tool> find(String name) {
        return Optional.ofNullable(tools.get(name));
    }

    public List<String> names() {
        return List.copyOf(tools.keySet());
    }
}
