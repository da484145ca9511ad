package au.pip.sandbox.model;

import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.Role;
import au.pip.llm.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that a model is sent with one request.
 *
 * @param all every word of it, tool definitions and calls included
 * @param results what tools have answered since the person's latest message
 */
record Heard(String all, List<String> results) {
    static Heard of(List<Message> messages, List<ToolSpec> tools) {
        List<String> texts = new ArrayList<>();
        List<String> results = new ArrayList<>();
        for (Message message : messages) {
            if (message.role() == Role.USER) {
                results.clear();
            }
            for (Part part : message.parts()) {
                switch (part) {
                    case Part.Text(String text, var _) -> texts.add(text);
                    case Part.ToolResult result -> {
                        texts.add(result.content());
                        results.add(result.content());
                    }
                    case Part.ToolCall call -> texts.add(call.toolName() + " " + call.arguments());
                    case Part.Thinking _, Part.Image _, Part.Document _ -> {}
                }
            }
        }
        tools.forEach(tool -> texts.add(tool.name() + " " + tool.description() + " " + tool.inputSchema()));
        return new Heard(String.join("\n", texts), List.copyOf(results));
    }

    List<Row> rows() {
        return results.stream().flatMap(each -> Row.read(each).stream()).toList();
    }

    /** The results, joined. */
    String told() {
        return results.stream().collect(Collectors.joining("\n"));
    }
}
