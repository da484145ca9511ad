package au.pip.agent;

/** While open, a raised {@link StopSignal} interrupts the thread that opened it; never after it is closed. */
public final class Interruption implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private final StopSignal.Registration registration;
    private boolean closed;
    private boolean interrupted;

    Interruption(StopSignal signal) {
        this.registration = signal.onRaise(this::interrupt);
    }

    private synchronized void interrupt() {
        if (!closed) {
            interrupted = true;
            thread.interrupt();
        }
    }

    @Override
    public void close() {
        registration.close();
        synchronized (this) {
            closed = true;
            if (interrupted) {
                clear();
            }
        }
    }

    @SuppressWarnings("ReturnValueIgnored") // whoever saw the interrupt may have cleared it already
    private static void clear() {
        Thread.interrupted();
    }
}
