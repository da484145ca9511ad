package au.pip.agent;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tools for one kind of question. A model is told of them when it asks for them, or when the person's words call for
 * them: every definition costs tokens in every request.
 *
 * @param name one word, such as {@code papers}
 * @param about what they are for, in a few words for the model
 * @param words found in a person's message that calls for them
 */
public record ToolGroup(String name, String about, Pattern words, List<Tool> tools) {
    public ToolGroup {
        tools = List.copyOf(tools);
    }
}
