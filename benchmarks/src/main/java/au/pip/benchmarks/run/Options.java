package au.pip.benchmarks.run;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What a person asked for.
 *
 * @param home the checkout
 * @param quick one short round, only to see that it works
 */
public record Options(Path home, int rounds, boolean quick) {
    private static final int USUAL_ROUNDS = 5;
    private static final int MOST_ROUNDS = 50;

    /** @throws IllegalArgumentException in words for the person */
    public static Options parse(Path home, List<String> words) {
        int rounds = 0;
        boolean quick = false;
        for (Iterator<String> word = words.iterator(); word.hasNext(); ) {
            String option = word.next();
            switch (option) {
                case "--quick" -> quick = true;
                case "--rounds" -> rounds = rounds(word.hasNext() ? word.next() : "");
                default -> throw new IllegalArgumentException("bench llm does not know '" + option + "'");
            }
        }
        return new Options(home, rounds > 0 ? rounds : quick ? 1 : USUAL_ROUNDS, quick);
    }

    private static int rounds(String number) {
        if (!number.matches("[1-9][0-9]?") || Integer.parseInt(number) > MOST_ROUNDS) {
            throw new IllegalArgumentException("--rounds takes a number from 1 to " + MOST_ROUNDS);
        }
        return Integer.parseInt(number);
    }

    /** Where the report goes: a quick run never replaces the real one. */
    Path report() {
        return quick ? build().resolve("quick.md") : home.resolve("docs/benchmarks.md");
    }

    Path build() {
        return home.resolve("benchmarks/target");
    }
}
