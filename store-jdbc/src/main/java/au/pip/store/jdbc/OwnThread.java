package au.pip.store.jdbc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Work that no interrupt breaks off. A virtual thread that is interrupted closes the socket that it waits for
 * ({@link java.net.Socket}), and a pool gives no connection to an interrupted thread; so the work is done by a thread
 * that nobody else knows, and the caller's interrupt is kept until it is done.
 */
final class OwnThread {
    private OwnThread() {}

    static <T> T call(Supplier<T> work) {
        return outcome(CompletableFuture.supplyAsync(
                work, task -> Thread.ofVirtual().name("pip-database").start(task)));
    }

    /** Waits for work of another thread, through interrupts; what it throws is thrown here. */
    static <T> T outcome(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException failure) {
            throw switch (failure.getCause()) {
                case Error error -> throw error;
                case RuntimeException exception -> exception;
                case null, default -> new IllegalStateException(failure);
            };
        }
    }
}
