package au.pip.benchmarks.wire;

/**
 * What a contender made of a stream.
 *
 * @param toolArguments compact JSON in the order of the wire
 */
public record Reply(String text, String toolName, String toolArguments, Tokens tokens) {
    /** What differs from {@code expected}; empty when nothing does. */
    public String differenceFrom(Reply expected) {
        if (equals(expected)) {
            return "";
        }
        if (!text.equals(expected.text)) {
            return "text of %d characters instead of %d".formatted(text.length(), expected.text.length());
        }
        if (!tokens.equals(expected.tokens)) {
            return "%s instead of %s".formatted(tokens, expected.tokens);
        }
        return "tool call %s(%s) instead of %s(%s)"
                .formatted(toolName, toolArguments, expected.toolName, expected.toolArguments);
    }
}
