package au.pip.assistant.conversation;

import au.pip.api.RunEvent;
import au.pip.assistant.AccountId;
import au.pip.assistant.Run;
import au.pip.assistant.store.EventLog.LoggedEvent;
import au.pip.assistant.store.Stores;
import java.time.Duration;
import java.util.List;

/** Reads the events of one run from some point on, waiting for those to come. One thread. */
public final class RunFollower {
    private static final int BATCH = 200;

    private final Stores stores;
    private final LiveRuns live;
    private final Answering answering;
    private final AccountId account;
    private final String runId;
    private long sequence;
    private boolean ended;

    RunFollower(Stores stores, LiveRuns live, Answering answering, AccountId account, String runId, long after) {
        this.stores = stores;
        this.live = live;
        this.answering = answering;
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
        return finishedElsewhere();
    }

    private List<LoggedEvent> read() {
        List<LoggedEvent> events = stores.events().after(account, runId, sequence, BATCH);
        if (!events.isEmpty()) {
            sequence = events.getLast().sequence();
            ended = events.getLast().type().equals("finished");
        }
        return events;
    }

    /** The run does not go in this process, and no other process uses the store: if it has no end, it gets one. */
    private List<LoggedEvent> finishedElsewhere() {
        Run run = stores.runs()
                .find(account, runId)
                .orElseThrow(() -> new IllegalStateException("run " + runId + " is gone"));
        List<LoggedEvent> late = read();
        if (!late.isEmpty()) {
            return late;
        }
        if (run.state() == Run.State.RUNNING) {
            interrupt(run);
        }
        ended = true;
        RunEvent.Finished finished = answering.ended(account, run);
        return List.of(new LoggedEvent(sequence + 1, finished.type(), Codec.write(finished)));
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
