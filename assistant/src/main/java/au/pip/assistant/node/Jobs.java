package au.pip.assistant.node;

import au.pip.assistant.AccountId;
import au.pip.assistant.Job;
import au.pip.assistant.store.JobStore;
import au.pip.assistant.store.JobStore.Claimed;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Does jobs, one after another, on one thread a node. Each kind has a job every hour, whichever node comes to it first;
 * others may be added to the store. A job that fails waits a minute, then two, four…, and is given up after five tries.
 */
public final class Jobs implements AutoCloseable {
    static final int MOST_TRIES = 5;

    private static final System.Logger LOG = System.getLogger(Jobs.class.getName());
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration TERM = Duration.ofMinutes(1);
    private static final Duration RENEWAL = Duration.ofSeconds(20);

    private final Node node;
    private final JobStore store;
    private final Map<String, JobWork> kinds;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread worker;
    private Instant hour = Instant.MIN;
    private long claims;

    /** @param kinds who does the jobs of which kind */
    public Jobs(Node node, JobStore store, Map<String, JobWork> kinds, Clock clock) {
        this.node = node;
        this.store = store;
        this.kinds = Map.copyOf(kinds);
        this.clock = clock;
    }

    /** Looks for jobs now and every minute from now on, until it is closed. */
    public void start() {
        worker = Thread.ofVirtual().name("jobs-" + node.id()).start(this::work);
    }

    private void work() {
        try {
            do {
                try {
                    doDue();
                } catch (RuntimeException e) {
                    LOG.log(Level.WARNING, "jobs could not be looked for yet: " + e.getMessage());
                }
            } while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what is due now, and answers how many jobs that were; for one thread, which {@link #start} has if it was called. */
    public int doDue() {
        addHourly();
        int done = 0;
        for (Map.Entry<String, JobWork> kind : kinds.entrySet()) {
            Optional<Claimed> claimed = claim(kind.getKey());
            while (claimed.isPresent()) {
                perform(claimed.get(), kind.getValue());
                done++;
                claimed = closed.getCount() == 0 ? Optional.empty() : claim(kind.getKey());
            }
        }
        return done;
    }

    private void addHourly() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (!now.equals(hour)) {
            for (String kind : kinds.keySet()) {
                store.add(AccountId.SERVER, new Job(kind + " " + now.atOffset(ZoneOffset.UTC), kind, "{}", now, 0));
            }
            hour = now;
        }
    }

    private Optional<Claimed> claim(String kind) {
        Instant now = clock.instant();
        return store.claim(kind, node.id() + "/" + ++claims, now, now.plus(TERM));
    }

    private void perform(Claimed claimed, JobWork work) {
        Job job = claimed.job();
        if (job.attempts() > MOST_TRIES) {
            giveUp(claimed, "no node that tried it came to its end", null);
            return;
        }
        CountDownLatch ended = new CountDownLatch(1);
        Thread keeper = Thread.ofVirtual().name("job-" + job.id()).start(() -> keep(claimed, ended));
        try {
            work.perform(claimed.account(), job);
            store.finish(claimed.account(), job.id(), claimed.holder());
        } catch (RuntimeException e) {
            failed(claimed, e);
        } finally {
            ended.countDown();
            join(keeper);
        }
    }

    private void failed(Claimed claimed, RuntimeException cause) {
        int tries = claimed.job().attempts();
        if (tries >= MOST_TRIES) {
            giveUp(claimed, "it failed " + tries + " times", cause);
            return;
        }
        LOG.log(Level.WARNING, "job " + claimed.job().id() + " failed and is tried again", cause);
        Instant due = clock.instant().plus(Duration.ofMinutes(1L << Math.max(0, tries - 1)));
        store.retry(claimed.account(), claimed.job().id(), claimed.holder(), due);
    }

    private void giveUp(Claimed claimed, String why, @Nullable RuntimeException cause) {
        LOG.log(Level.ERROR, "job " + claimed.job().id() + " is given up: " + why, cause);
        store.finish(claimed.account(), claimed.job().id(), claimed.holder());
    }

    private void keep(Claimed claimed, CountDownLatch ended) {
        try {
            while (!ended.await(RENEWAL.toMillis(), TimeUnit.MILLISECONDS)) {
                Instant until = clock.instant().plus(TERM);
                if (!store.renew(claimed.account(), claimed.job().id(), claimed.holder(), until)) {
                    LOG.log(Level.WARNING, "job " + claimed.job().id() + " was taken over by another node");
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "job " + claimed.job().id() + " could not be kept", e);
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the job that is being done; no other is begun. */
    @Override
    public void close() {
        closed.countDown();
        Thread started = worker;
        if (started != null) {
            join(started);
        }
    }
}
