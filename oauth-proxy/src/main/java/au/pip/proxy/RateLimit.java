package au.pip.proxy;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * So many requests at once and so many a second from each network: a token bucket a network, in bounded memory. When
 * there is no room for a new one, all new ones share a bucket until the one that was quiet longest is full again; so
 * nobody empties the memory of the others by coming from many.
 */
final class RateLimit {
    private static final class Bucket {
        final int allowance;
        double left;
        long at;

        Bucket(int allowance, double left, long at) {
            this.allowance = allowance;
            this.left = left;
            this.at = at;
        }
    }

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);
    private final Bucket newcomers;
    private final int burst;
    private final double perSecond;
    private final int mostNetworks;
    private final InstantSource clock;

    /**
     * @param burst and {@code perSecond}: of a network with an allowance of one
     * @param mostNetworks of which the requests are counted
     */
    RateLimit(int burst, double perSecond, int mostNetworks, InstantSource clock) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.mostNetworks = mostNetworks;
        this.clock = clock;
        this.newcomers = new Bucket(1, burst, clock.millis());
    }

    /**
     * Zero when the request may pass; otherwise the seconds until the next one may, and then it counts for nobody.
     *
     * @param networks all that it counts for, the widest first: one that has nothing left takes no room for those in it
     */
    synchronized long wait(List<Network> networks) {
        long now = clock.millis();
        Set<Bucket> asked = new LinkedHashSet<>();
        for (Network network : networks) {
            Bucket bucket = bucket(network, now);
            bucket.left = filled(bucket, now);
            bucket.at = now;
            if (bucket.left < 1) {
                return Math.max(1, (long) Math.ceil((1 - bucket.left) / (perSecond * bucket.allowance)));
            }
            asked.add(bucket);
        }
        asked.forEach(bucket -> bucket.left -= 1);
        return 0;
    }

    synchronized int networks() {
        return buckets.size();
    }

    private Bucket bucket(Network network, long now) {
        Bucket known = buckets.get(network.name());
        if (known != null) {
            return known;
        }
        if (buckets.size() >= mostNetworks && !forgetQuietest(now)) {
            return newcomers;
        }
        Bucket fresh = new Bucket(network.allowance(), (double) burst * network.allowance(), now);
        buckets.put(network.name(), fresh);
        return fresh;
    }

    /** The one that was asked for longest ago is the first to be full; a full one and none are the same. */
    private boolean forgetQuietest(long now) {
        Map.Entry<String, Bucket> quietest = buckets.entrySet().iterator().next();
        Bucket bucket = quietest.getValue();
        if (filled(bucket, now) < (double) burst * bucket.allowance) {
            return false;
        }
        buckets.remove(quietest.getKey());
        return true;
    }

    private double filled(Bucket bucket, long now) {
        double since = Math.max(0, now - bucket.at) / 1000.0;
        return Math.min((double) burst * bucket.allowance, bucket.left + since * perSecond * bucket.allowance);
    }
}
