package au.pip.cli;

import org.jline.utils.Signals;

/** Gives Ctrl-C another meaning than the end of the program, until closed. */
final class Interrupts implements AutoCloseable {
    private static final String SIGNAL = "INT";
    private final Object before;

    private Interrupts(Object before) {
        this.before = before;
    }

    /** @param action called on a thread of its own at each Ctrl-C */
    static Interrupts call(Runnable action) {
        return new Interrupts(Signals.register(SIGNAL, action));
    }

    @Override
    public void close() {
        Signals.unregister(SIGNAL, before);
    }
}
