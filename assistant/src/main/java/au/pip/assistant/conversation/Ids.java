package au.pip.assistant.conversation;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes ids: UUIDs of version 7 (RFC 9562 §5.7), which sort by the time they were made. */
public final class Ids {
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    public Ids(Clock clock) {
        this.clock = clock;
    }

    public String next() {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0xFFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
