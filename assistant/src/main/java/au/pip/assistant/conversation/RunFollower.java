package au.pip.assistant.conversation;

import au.pip.api.RunEvent;
import au.pip.assistant.AccountId;
import au.pip.assistant.Run;
import au.pip.assistant.node.Node;
import au.pip.assistant.store.EventLog.LoggedEvent;
import au.pip.assistant.store.Stores;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the events of one run from some point on, waiting for those to come. One thread. */
public final class RunFollower {
    private static final int BATCH = 200;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(32);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(512);
    /** How often to ask whether the node that answers is still there. */
    private static final Duration LOOK = Duration.ofSeconds(2);
    /** Longer than a node tries to write an event. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(15);

    private final Stores stores;
    private final LiveRuns live;
    private final Answering answering;
    private final Node node;
    private final AccountId account;
    private final String runId;
    private long sequence;
    private boolean ended;
    /** When the run was first seen to have ended on another node. */
    private @Nullable Long endSeen;

    RunFollower(
            Stores stores, LiveRuns live, Answering answering, Node node, AccountId account, String runId, long after) {
        this.stores = stores;
        this.live = live;
        this.answering = answering;
        this.node = node;
        this.account = account;
        this.runId = runId;
        this.sequence = after;
    }

    /** Whether the last event has been given. */
    public boolean ended() {
        return ended;
    }

    /**
     * The next events, in order. Waits for one at most so long; then the list is empty and the run still goes on. The
     * last event of a run is always {@code finished}, also when the process that ran it died.
     */
    public List<LoggedEvent> next(Duration most) throws InterruptedException {
        LiveRuns.LiveRun run = live.find(account, runId).orElse(null);
        long seen = run == null ? 0 : run.changes();
        List<LoggedEvent> events = read();
        if (!events.isEmpty() || ended) {
            return events;
        }
        if (run != null) {
            run.await(seen, most);
            return read();
        }
        return elsewhere(most);
    }

    private List<LoggedEvent> read() {
        List<LoggedEvent> events = stores.events().after(account, runId, sequence, BATCH);
        if (!events.isEmpty()) {
            sequence = events.getLast().sequence();
            ended = events.getLast().type().equals("finished");
        }
        return events;
    }

    /** The run does not go in this process: looks again and again, less often the longer nothing comes. */
    private List<LoggedEvent> elsewhere(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        Duration pause = FIRST_PAUSE;
        List<LoggedEvent> events = endedElsewhere();
        long looked = System.nanoTime();
        while (events.isEmpty() && !ended && System.nanoTime() < end) {
            Thread.sleep(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
            events = read();
            if (events.isEmpty() && System.nanoTime() - looked > LOOK.toNanos()) {
                events = endedElsewhere();
                looked = System.nanoTime();
            }
        }
        return events;
    }

    /** Nothing while another node answers; otherwise the run has an end, or gets one. */
    private List<LoggedEvent> endedElsewhere() {
        Run run = stores.runs()
                .find(account, runId)
                .orElseThrow(() -> new IllegalStateException("run " + runId + " is gone"));
        if (mayStillWrite(run)) {
            return List.of();
        }
        if (run.state() == Run.State.RUNNING) {
            interrupt(run);
        }
        List<LoggedEvent> late = read();
        if (!late.isEmpty()) {
            return late;
        }
        ended = true;
        RunEvent.Finished finished = answering.ended(account, run);
        return List.of(new LoggedEvent(sequence + 1, finished.type(), Codec.write(finished)));
    }

    /** A node that has stored a run's end may take a while to write its last events. */
    private boolean mayStillWrite(Run run) {
        if (run.state() != Run.State.RUNNING && endSeen == null) {
            endSeen = System.nanoTime();
        }
        boolean late = endSeen != null && System.nanoTime() - endSeen > LAST_WORDS.toNanos();
        return !late && node.livesElsewhere(run.node());
    }

    private void interrupt(Run run) {
        try {
            answering.interrupt(account, run);
        } catch (RuntimeException e) {
            // The next message of the conversation, or the next start, ends it.
            System.getLogger(RunFollower.class.getName())
                    .log(System.Logger.Level.ERROR, "run " + runId + " could not be ended", e);
        }
    }
}
