package au.pip.store.jdbc;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Work that no interrupt breaks off. A virtual thread that is interrupted closes the socket that it waits for
 * ({@link java.net.Socket}), and a pool gives no connection to an interrupted thread; so the work is done by a thread
 * that nobody else knows, and the caller's interrupt is kept until it is done.
 */
final class OwnThread {
    private OwnThread() {}

    static <T> T call(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread.ofVirtual().name("pip-database").start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                } catch (ExecutionException failure) {
                    throw failed(failure);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A supplier throws nothing but these. */
    private static RuntimeException failed(ExecutionException failure) {
        return switch (failure.getCause()) {
            case Error error -> throw error;
            case RuntimeException exception -> exception;
            case null, default -> new IllegalStateException(failure);
        };
    }
}
