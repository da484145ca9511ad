package au.pip.benchmarks.server;

import au.pip.benchmarks.wire.Script;

/**
 * What the server plays to whoever asks next.
 *
 * @param delayMillis the pause after each piece of text
 * @param split whether the writes are cut at random bytes, the same ones each time
 */
public record Plan(Script script, int delayMillis, Ending ending, boolean split) {
    public enum Ending {
        /** All of it. */
        WHOLE,
        /** All text, then silence until the client leaves. */
        HOLD,
        /** Half of the text, then the connection is closed. */
        CUT
    }

    private static final int PIECE_SIZE = 16;

    public static Plan whole(int chunks) {
        return new Plan(new Script(chunks, PIECE_SIZE), 0, Ending.WHOLE, false);
    }

    public Plan paced(int delayMillis) {
        return new Plan(script, delayMillis, ending, split);
    }

    public Plan ending(Ending ending) {
        return new Plan(script, delayMillis, ending, split);
    }

    public Plan splitAnywhere() {
        return new Plan(script, delayMillis, ending, true);
    }

    /** On one line, for {@link #parse}. */
    String line() {
        return "%d %d %d %s %b".formatted(script.chunks(), script.size(), delayMillis, ending, split);
    }

    static Plan parse(String line) {
        String[] words = line.split(" ");
        return new Plan(
                new Script(Integer.parseInt(words[0]), Integer.parseInt(words[1])),
                Integer.parseInt(words[2]),
                Ending.valueOf(words[3]),
                Boolean.parseBoolean(words[4]));
    }
}
