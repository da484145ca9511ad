package au.pip.proxy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The real time and what a test adds to it. */
final class MovingClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    void advance(Duration time) {
        ahead = ahead.plus(time);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }
}
