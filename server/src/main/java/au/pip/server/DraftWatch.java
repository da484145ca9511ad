package au.pip.server;

import au.pip.assistant.AccountId;
import au.pip.assistant.node.Node;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Has people told of drafts that a process which was killed left behind. Where this process has the store alone it looks
 * at its start, and again until nothing is left; where others share it, every half a minute until it is closed.
 */
final class DraftWatch implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final Decisions decisions;
    private final Node node;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread looking;

    private DraftWatch(Decisions decisions, Node node) {
        this.decisions = decisions;
        this.node = node;
        this.looking = Thread.ofVirtual().name("drafts-" + node.id()).unstarted(this::look);
    }

    static DraftWatch start(Decisions decisions, Node node) {
        DraftWatch watch = new DraftWatch(decisions, node);
        watch.looking.start();
        return watch;
    }

    private void look() {
        try {
            boolean done;
            do {
                done = tell();
            } while ((node.shares() || !done) && !closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tell() {
        try {
            return decisions.tellAbandoned(AccountId.LOCAL, node::livesElsewhere);
        } catch (RuntimeException e) {
            System.getLogger(DraftWatch.class.getName())
                    .log(Level.WARNING, "drafts that were left could not be told of yet: " + e.getMessage());
            return false;
        }
    }

    /** Waits for what is being told. */
    @Override
    public void close() {
        closed.countDown();
        try {
            looking.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
