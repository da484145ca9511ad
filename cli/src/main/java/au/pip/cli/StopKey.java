package au.pip.cli;

import org.jspecify.annotations.Nullable;

/**
 * What Ctrl-C does while an answer comes: the first press asks the server to stop the run, whose last event then ends the
 * waiting; the second leaves without waiting.
 */
final class StopKey {
    private final PipClient client;
    private final Thread waiting;
    private @Nullable String runId;
    private int presses;

    /** @param waiting interrupted by the second press */
    StopKey(PipClient client, Thread waiting) {
        this.client = client;
        this.waiting = waiting;
    }

    /** Names the run. A press from before stops it now. */
    void arm(String id) {
        synchronized (this) {
            runId = id;
            if (presses == 0) {
                return;
            }
        }
        stop(id);
    }

    void press() {
        String id;
        synchronized (this) {
            presses++;
            if (presses > 1) {
                waiting.interrupt();
                return;
            }
            id = runId;
        }
        if (id != null) {
            stop(id);
        }
    }

    synchronized boolean pressed() {
        return presses > 0;
    }

    private void stop(String id) {
        try {
            client.stop(id);
        } catch (CliException e) {
            waiting.interrupt(); // It cannot be stopped there, so at least nobody waits for it here.
        }
    }
}
