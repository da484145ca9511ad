package au.pip.store.dynamodb;

import java.time.Instant;

/** Instants as rows hold them. */
final class Milliseconds {
    private Milliseconds() {}

    /** The nearest millisecond there is, for instants that are only meant as "always". */
    static long of(Instant instant) {
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException beyond) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
