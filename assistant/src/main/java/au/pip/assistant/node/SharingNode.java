package au.pip.assistant.node;

import au.pip.assistant.AccountId;
import au.pip.assistant.Lease;
import au.pip.assistant.store.LeaseStore;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Renews its lease every two seconds, on a thread of its own and before other work in the store. */
final class SharingNode implements Node {
    static final String PREFIX = "node/";

    private static final System.Logger LOG = System.getLogger(SharingNode.class.getName());
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final Duration TERM = Duration.ofSeconds(6);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final String id;
    private final LeaseStore leases;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread heart;
    private volatile Instant until = Instant.MIN;
    /** Since when the lease has been held without a break. */
    private volatile Instant heldSince;

    SharingNode(String id, LeaseStore leases, Clock clock) {
        this.id = id;
        this.leases = leases;
        this.clock = clock;
        this.heldSince = clock.instant();
        renew();
        this.heart = Thread.ofVirtual().name("node-" + id).start(this::beat);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean shares() {
        return true;
    }

    @Override
    public boolean livesElsewhere(String node) {
        if (node.equals(id)) {
            return false;
        }
        Instant now = clock.instant();
        Instant judging = heldSince.plus(TERM);
        return leases.find(AccountId.SERVER, PREFIX + node)
                .map(Lease::until)
                .filter(others -> now.isBefore(others) || now.isBefore(judging))
                .isPresent();
    }

    @Override
    public void awake() {
        if (!clock.instant().plus(BEAT).isBefore(until)) {
            renew();
        }
    }

    /** The name is this node's alone, so nobody else can have taken the lease. */
    private void renew() {
        Instant now = clock.instant();
        leases.take(AccountId.SERVER, PREFIX + id, id, now, now.plus(TERM)).ifPresent(lease -> {
            if (now.isAfter(until)) {
                heldSince = now;
            }
            until = lease.until();
        });
    }

    private void beat() {
        Duration pause = BEAT;
        try {
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = beatOnce();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration beatOnce() {
        if (clock.instant().isAfter(until)) {
            LOG.log(Level.WARNING, "this node was away for longer than its lease: others may have ended its answers");
        }
        try {
            renew();
            return BEAT;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "this node's lease could not be renewed yet: " + e.getMessage());
            return PAUSE;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        boolean interrupted = false;
        while (heart.isAlive()) {
            try {
                heart.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        try {
            leases.release(AccountId.SERVER, PREFIX + id, id);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "this node's lease could not be given back; it runs out by itself", e);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
