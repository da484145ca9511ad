package au.pip.assistant.conversation;

import au.pip.assistant.Run;
import au.pip.assistant.node.Node;
import au.pip.assistant.store.RunStore.Owned;
import au.pip.assistant.store.Stores;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Looks after the runs of nodes that share a store, on a thread of its own: interrupts what dead nodes left, stops here
 * what was asked to stop elsewhere, and ends here what others have ended while this process did not move. It looks every
 * two seconds, and more often while a run is going here.
 */
public final class RunWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RunWatch.class.getName());
    private static final Duration BUSY = Duration.ofMillis(700);
    private static final Duration IDLE = Duration.ofSeconds(2);

    private final Stores stores;
    private final LiveRuns live;
    private final Answering answering;
    private final Node node;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    RunWatch(Stores stores, LiveRuns live, Answering answering, Node node) {
        this.stores = stores;
        this.live = live;
        this.answering = answering;
        this.node = node;
        this.thread = Thread.ofVirtual().name("run-watch").unstarted(this::watch);
    }

    RunWatch started() {
        thread.start();
        return this;
    }

    private void watch() {
        long looked = System.nanoTime();
        try {
            while (!closed.await(BUSY.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!live.isEmpty()
                        || System.nanoTime() - looked
                                >= IDLE.minus(BUSY.dividedBy(2)).toNanos()) {
                    looked = System.nanoTime();
                    lookSafely();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "runs could not be looked after yet: " + e.getMessage());
        }
    }

    private void look() {
        Map<String, LiveRuns.LiveRun> here = live.all();
        List<Owned> going = stores.runs().unfinished();
        for (Owned owned : going) {
            if (owned.run().stopAsked()) {
                live.find(owned.account(), owned.run().id()).ifPresent(run -> run.stop.raise());
            }
        }
        endLost(going);
        Set<String> unfinished = going.stream().map(owned -> owned.run().id()).collect(Collectors.toSet());
        here.forEach((runId, run) -> {
            if (!unfinished.contains(runId) && hasEnded(runId, run)) {
                run.interrupted = true;
                run.stop.raise();
            }
        });
    }

    /** A run that is not stored yet has not ended. */
    private boolean hasEnded(String runId, LiveRuns.LiveRun run) {
        Optional<Run> stored = stores.runs().find(run.account(), runId);
        return stored.isPresent() && stored.get().state() != Run.State.RUNNING;
    }

    /** Interrupts the runs among these that nobody answers any more; answers how many. */
    int endLost(List<Owned> going) {
        Map<String, Boolean> lives = new HashMap<>();
        int ended = 0;
        for (Owned owned : going) {
            Run run = owned.run();
            if (live.find(owned.account(), run.id()).isEmpty()
                    && !lives.computeIfAbsent(run.node(), node::livesElsewhere)
                    && answering.interrupt(owned.account(), run)) {
                ended++;
            }
        }
        return ended;
    }

    @Override
    public void close() {
        closed.countDown();
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
}
