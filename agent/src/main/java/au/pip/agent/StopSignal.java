package au.pip.agent;

import java.util.ArrayList;
import java.util.List;

/** Lets a person stop a run from another thread. Once raised, it stays. */
public final class StopSignal {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean raised;

    public void raise() {
        List<Runnable> due;
        synchronized (this) {
            if (raised) {
                return;
            }
            raised = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    public synchronized boolean isRaised() {
        return raised;
    }

    /**
     * Interrupts the calling thread when the signal is raised, or now if it is, until this is closed by that thread.
     * Closing takes the interrupt back when it came from here, so that what follows is not disturbed.
     */
    public Interruption interruptsMe() {
        return new Interruption(this);
    }

    /** Runs the action when the signal is raised, or now if it is; closing takes the action back. */
    Registration onRaise(Runnable action) {
        synchronized (this) {
            if (!raised) {
                actions.add(action);
                return () -> remove(action);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void remove(Runnable action) {
        actions.remove(action);
    }

    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
