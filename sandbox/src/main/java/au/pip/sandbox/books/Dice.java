package au.pip.sandbox.books;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One named stream of chance. {@link Random} with {@code nextInt(bound)} only: its algorithm is fixed by its contract,
 * so that a seed gives the same books on every machine.
 */
final class Dice {
    private final Random random;

    Dice(BooksSpec spec, String stream) {
        long hash = 0xcbf29ce484222325L;
        for (byte next : (spec.seed() + "/" + spec.company().word() + "/" + stream).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ next) * 0x100000001b3L;
        }
        random = new Random(hash);
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> List<T> shuffled(List<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            T swapped = shuffled.get(last);
            shuffled.set(last, shuffled.get(other));
            shuffled.set(other, swapped);
        }
        return shuffled;
    }
}
