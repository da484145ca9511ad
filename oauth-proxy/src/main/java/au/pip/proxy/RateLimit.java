package au.pip.proxy;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So many requests at once and so many a second from each address: a token bucket an address, in bounded memory. When
 * there is no room for a new address, all new ones share a bucket until the one that was quiet longest is full again;
 * so nobody empties the memory of the others by coming from many.
 */
final class RateLimit {
    private static final class Bucket {
        double left;
        long at;
    }

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);
    private final Bucket newcomers = new Bucket();
    private final int burst;
    private final double perSecond;
    private final int mostAddresses;
    private final InstantSource clock;

    RateLimit(int burst, double perSecond, int mostAddresses, InstantSource clock) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.mostAddresses = mostAddresses;
        this.clock = clock;
        this.newcomers.left = burst;
        this.newcomers.at = clock.millis();
    }

    /** Zero when the request may pass; otherwise the seconds until the next one may. */
    synchronized long wait(String address) {
        long now = clock.millis();
        Bucket bucket = bucket(address, now);
        bucket.left = Math.min(burst, bucket.left + passed(bucket, now) * perSecond);
        bucket.at = now;
        if (bucket.left >= 1) {
            bucket.left -= 1;
            return 0;
        }
        return Math.max(1, (long) Math.ceil((1 - bucket.left) / perSecond));
    }

    synchronized int addresses() {
        return buckets.size();
    }

    private Bucket bucket(String address, long now) {
        Bucket known = buckets.get(address);
        if (known != null) {
            return known;
        }
        if (buckets.size() >= mostAddresses && !forgetQuietest(now)) {
            return newcomers;
        }
        Bucket fresh = new Bucket();
        fresh.left = burst;
        fresh.at = now;
        buckets.put(address, fresh);
        return fresh;
    }

    /** The one that was asked for longest ago is the first to be full; a full one and none are the same. */
    private boolean forgetQuietest(long now) {
        Map.Entry<String, Bucket> quietest = buckets.entrySet().iterator().next();
        Bucket bucket = quietest.getValue();
        if (bucket.left + passed(bucket, now) * perSecond < burst) {
            return false;
        }
        buckets.remove(quietest.getKey());
        return true;
    }

    private static double passed(Bucket bucket, long now) {
        return Math.max(0, now - bucket.at) / 1000.0;
    }
}
