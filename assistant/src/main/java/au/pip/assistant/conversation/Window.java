package au.pip.assistant.conversation;

import java.util.List;

/**
 * How much of a conversation a model is sent word for word. A window that is full is emptied by half, so that what
 * begins it stays the same for several turns, which is what a provider's prompt cache needs.
 */
final class Window {
    static final int ENTRIES = 20;
    /** About 6,000 tokens: room for the rest even in a window of 16,000. */
    static final int CHARACTERS = 24_000;

    private Window() {}

    static boolean fits(List<Turn> turns) {
        return fits(turns, 1);
    }

    /** The oldest turns, those without which the window is half full at most; all of them when the last is huge. */
    static List<Turn> leaving(List<Turn> turns) {
        int first = 0;
        while (first < turns.size() - 1 && !fits(turns.subList(first, turns.size()), 2)) {
            first++;
        }
        return turns.subList(0, fits(turns.subList(first, turns.size()), 1) ? first : turns.size());
    }

    private static boolean fits(List<Turn> turns, int part) {
        return turns.stream().mapToInt(Turn::entries).sum() <= ENTRIES / part
                && turns.stream().mapToInt(Turn::characters).sum() <= CHARACTERS / part;
    }
}
