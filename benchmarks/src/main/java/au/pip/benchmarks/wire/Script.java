package au.pip.benchmarks.wire;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One reply: text in {@code chunks} pieces, then a tool call in fragments, then usage. Some pieces hold what wires must
 * escape or encode in several bytes.
 *
 * @param size characters of a piece, at least 4
 */
public record Script(int chunks, int size) {
    private static final String PROSE = "The invoices of March are paid but for two that fall due on Friday next week ";
    private static final String HARD = "\"é€\n\\ ";
    private static final int HARD_EVERY = 25;
    private static final int TOOL_TOKENS = 20;
    private static final int INPUT_TOKENS = 1500;
    private static final int CACHED_TOKENS = 300;
    private static final String TOOL_NAME = "list_invoices";

    /** Fragments cut inside names, numbers and words; one is blank, which is legal. */
    private static final List<String> TOOL_FRAGMENTS =
            List.of("{\"stat", "us\":\"AUTHO", "RISED\",\"due", "\":\"in two", " ", "weeks\",\"page\":1", "2}");

    public String piece(int index) {
        boolean hard = index % HARD_EVERY == HARD_EVERY - 1;
        String source = hard ? HARD + PROSE : PROSE;
        int start = hard ? 0 : index * size % PROSE.length();
        StringBuilder piece = new StringBuilder(size);
        for (int at = start; piece.length() < size; at++) {
            piece.append(source.charAt(at % source.length()));
        }
        return piece.toString();
    }

    public String text() {
        return IntStream.range(0, chunks).mapToObj(this::piece).collect(Collectors.joining());
    }

    public String toolName() {
        return TOOL_NAME;
    }

    public List<String> toolFragments() {
        return TOOL_FRAGMENTS;
    }

    public String toolArguments() {
        return String.join("", TOOL_FRAGMENTS);
    }

    public Tokens tokens() {
        return new Tokens(INPUT_TOKENS, CACHED_TOKENS, chunks + TOOL_TOKENS);
    }

    /** The reply that a contender must make of it. */
    public Reply reply() {
        return new Reply(text(), toolName(), toolArguments(), tokens());
    }
}
