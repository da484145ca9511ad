package au.pip.benchmarks.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * What a person asked for.
 *
 * @param home the checkout
 * @param quick one short round, only to see that it works
 */
public record StoreOptions(Path home, int rounds, boolean quick) {
    private static final int USUAL_ROUNDS = 5;

    /** @throws IllegalArgumentException in words for the person */
    public static StoreOptions parse(Path home, List<String> words) {
        int rounds = 0;
        boolean quick = false;
        for (Iterator<String> word = words.iterator(); word.hasNext(); ) {
            String option = word.next();
            switch (option) {
                case "--quick" -> quick = true;
                case "--rounds" -> {
                    String number = word.hasNext() ? word.next() : "";
                    if (!number.matches("[1-9][0-9]?")) {
                        throw new IllegalArgumentException("--rounds takes a number from 1 to 99");
                    }
                    rounds = Integer.parseInt(number);
                }
                default -> throw new IllegalArgumentException("bench store does not know '" + option + "'");
            }
        }
        return new StoreOptions(home, rounds > 0 ? rounds : quick ? 1 : USUAL_ROUNDS, quick);
    }

    /** Rounds that nobody counts, in which the compiler does its work. */
    int rehearsals() {
        return quick ? 0 : 2;
    }

    Duration warmUp() {
        return quick ? Duration.ofMillis(200) : Duration.ofSeconds(1);
    }

    Duration time() {
        return quick ? Duration.ofMillis(500) : Duration.ofSeconds(2);
    }

    Path report() {
        return home.resolve("docs/benchmarks.md");
    }
}
