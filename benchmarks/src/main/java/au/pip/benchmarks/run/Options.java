package au.pip.benchmarks.run;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What a person asked for.
 *
 * @param home the checkout
 * @param minutes no round is begun that would not end within them
 * @param quick one short round, only to see that it works
 */
public record Options(Path home, int rounds, int minutes, boolean quick) {
    private static final int USUAL_ROUNDS = 5;
    private static final int USUAL_MINUTES = 30;
    private static final int MOST = 99;

    /** @throws IllegalArgumentException in words for the person */
    public static Options parse(Path home, List<String> words) {
        int rounds = 0;
        int minutes = USUAL_MINUTES;
        boolean quick = false;
        for (Iterator<String> word = words.iterator(); word.hasNext(); ) {
            String option = word.next();
            switch (option) {
                case "--quick" -> quick = true;
                case "--rounds" -> rounds = number(option, word);
                case "--minutes" -> minutes = number(option, word);
                default -> throw new IllegalArgumentException("bench llm does not know '" + option + "'");
            }
        }
        return new Options(home, rounds > 0 ? rounds : quick ? 1 : USUAL_ROUNDS, minutes, quick);
    }

    private static int number(String option, Iterator<String> words) {
        String number = words.hasNext() ? words.next() : "";
        if (!number.matches("[1-9][0-9]?")) {
            throw new IllegalArgumentException(option + " takes a number from 1 to " + MOST);
        }
        return Integer.parseInt(number);
    }

    /** How many accepted rounds a median is made of at least; a quick run only shows that all works. */
    int neededRounds() {
        return quick ? 1 : 3;
    }

    /** Where the report goes: a quick run never replaces the real one. */
    Path report() {
        return quick ? build().resolve("quick.md") : home.resolve("docs/benchmarks.md");
    }

    Path build() {
        return home.resolve("benchmarks/target");
    }
}
