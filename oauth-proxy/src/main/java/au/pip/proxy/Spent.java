package au.pip.proxy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one-time words that were used, each for as long as it would be good otherwise. When there is no room for another
 * one, nothing is taken until the oldest are forgotten: a word that was used is never taken again.
 */
final class Spent {
    private final Map<String, Instant> words = new LinkedHashMap<>();
    private final int most;
    private final Duration lifetime;
    private final InstantSource clock;

    Spent(int most, Duration lifetime, InstantSource clock) {
        this.most = most;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** True the first time only. */
    synchronized boolean first(String word) throws Refused {
        forgetOld();
        if (words.containsKey(word)) {
            return false;
        }
        if (words.size() >= most) {
            throw Refused.busy();
        }
        words.put(word, clock.instant().plus(lifetime));
        return true;
    }

    synchronized int size() {
        return words.size();
    }

    /** All live equally long, so the oldest stand first. */
    private void forgetOld() {
        Instant now = clock.instant();
        Iterator<Instant> ends = words.values().iterator();
        while (ends.hasNext() && !now.isBefore(ends.next())) {
            ends.remove();
        }
    }
}
