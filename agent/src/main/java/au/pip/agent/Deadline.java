package au.pip.agent;

import java.time.Duration;

/** Raises a signal when the time is up, unless it is closed before. */
final class Deadline implements AutoCloseable {
    private final Thread waiting;

    private Deadline(Thread waiting) {
        this.waiting = waiting;
    }

    static Deadline after(Duration time, StopSignal signal) {
        return new Deadline(Thread.ofVirtual().name("run-deadline").start(() -> {
            try {
                Thread.sleep(time);
                signal.raise();
            } catch (InterruptedException _) {
                // The run has ended in time.
            }
        }));
    }

    @Override
    public void close() {
        waiting.interrupt();
    }
}
