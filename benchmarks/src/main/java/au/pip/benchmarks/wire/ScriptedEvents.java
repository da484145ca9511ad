package au.pip.benchmarks.wire;

import java.util.List;

/**
 * A whole stream, one element an event, as server-sent events without any HTTP around them.
 *
 * @param opening what comes before the first text
 * @param text one event a piece of text
 * @param closing the tool call, usage and the end mark
 */
public record ScriptedEvents(List<byte[]> opening, List<byte[]> text, List<byte[]> closing) {
    public ScriptedEvents {
        opening = List.copyOf(opening);
        text = List.copyOf(text);
        closing = List.copyOf(closing);
    }
}
