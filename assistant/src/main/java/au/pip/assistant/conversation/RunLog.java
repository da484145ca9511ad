package au.pip.assistant.conversation;

import au.pip.api.RunEvent;
import au.pip.assistant.AccountId;
import au.pip.assistant.store.EventLog;
import au.pip.assistant.store.EventLog.LoggedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Writes the events of a run that has none yet: stored first, then told to those who follow. A slow disk delays
 * followers, never the model; what piles up meanwhile is stored in one go, and what could not be stored is tried again.
 * After {@link #close} everything is stored, or what came last is lost for good: no event ever follows a lost one, nor
 * the end that another node has given the run.
 */
final class RunLog implements AutoCloseable {
    private static final LoggedEvent END = new LoggedEvent(0, "", "");

    private final AccountId account;
    private final String runId;
    private final EventLog log;
    private final Runnable stored;
    private final BlockingQueue<LoggedEvent> queue = new LinkedBlockingQueue<>();
    private final Thread writer;
    private long sequence;

    /** @param stored called after each write, so that followers look */
    RunLog(AccountId account, String runId, EventLog log, Runnable stored) {
        this.account = account;
        this.runId = runId;
        this.log = log;
        this.stored = stored;
        this.writer = Thread.ofVirtual().name("run-log-" + runId).start(this::write);
    }

    synchronized void add(RunEvent event) {
        queue.add(new LoggedEvent(++sequence, event.type(), Codec.write(event)));
    }

    @Override
    public void close() {
        queue.add(END);
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        boolean more = true;
        while (more) {
            List<LoggedEvent> batch = new ArrayList<>();
            try {
                batch.add(queue.take());
            } catch (InterruptedException _) {
                return;
            }
            queue.drainTo(batch);
            more = !batch.remove(END);
            boolean kept = batch.isEmpty() || store(batch);
            stored.run();
            if (!kept) {
                return;
            }
        }
    }

    private boolean store(List<LoggedEvent> batch) {
        return Retries.of("events of run " + runId + " could not be stored", tried -> {
                    // A try that failed may have been kept all the same.
                    long there = tried == 0 ? 0 : log.last(account, runId);
                    if (isEnd(account, runId, log, there)) {
                        return false;
                    }
                    List<LoggedEvent> missing = batch.stream()
                            .filter(event -> event.sequence() > there)
                            .toList();
                    if (!missing.isEmpty()) {
                        log.append(account, runId, missing);
                    }
                    return true;
                })
                .orElse(false);
    }

    /** Writes the last event of a run whose own process is gone, unless it is there. One that cannot be is left out. */
    static void end(AccountId account, String runId, EventLog log, RunEvent.Finished finished) {
        Retries.of("the end of run " + runId + " could not be stored", _ -> {
            long there = log.last(account, runId);
            if (!isEnd(account, runId, log, there)) {
                log.append(account, runId, List.of(new LoggedEvent(there + 1, finished.type(), Codec.write(finished))));
            }
            return true;
        });
    }

    private static boolean isEnd(AccountId account, String runId, EventLog log, long sequence) {
        return sequence > 0
                && log.after(account, runId, sequence - 1, 1).getFirst().type().equals("finished");
    }
}
