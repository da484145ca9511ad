package au.pip.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One turn of a conversation as a model sees it. */
public record Message(Role role, List<Part> parts) {
    public Message {
        parts = List.copyOf(parts);
    }

    public static Message system(String text) {
        return new Message(Role.SYSTEM, List.of(Part.Text.of(text)));
    }

    public static Message user(String text) {
        return new Message(Role.USER, List.of(Part.Text.of(text)));
    }

    /** A question with what it is about: images or documents, which stand before the text. */
    public static Message user(String text, Part... shown) {
        List<Part> parts = new ArrayList<>(List.of(shown));
        parts.add(Part.Text.of(text));
        return new Message(Role.USER, parts);
    }

    public static Message assistant(String text) {
        return new Message(Role.ASSISTANT, List.of(Part.Text.of(text)));
    }

    public static Message toolResults(List<Part.ToolResult> results) {
        return new Message(Role.TOOL, List.copyOf(results));
    }

    /** All text parts, joined; empty when there is none. */
    public String text() {
        return parts.stream()
                .filter(Part.Text.class::isInstance)
                .map(part -> ((Part.Text) part).text())
                .collect(Collectors.joining());
    }
}
