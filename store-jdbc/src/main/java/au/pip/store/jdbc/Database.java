package au.pip.store.jdbc;

import au.pip.assistant.store.StoreException;
import org.jdbi.v3.core.HandleCallback;

/**
 * An opened database with its schema in place. What fails in it is a {@link StoreException}; what {@code work} itself
 * throws goes through. A thread's interrupt is kept for later: work begun is work done.
 */
interface Database extends AutoCloseable {
    /** Reads in one statement or several; each sees everything that was written before it. */
    <T> T read(HandleCallback<T, RuntimeException> work);

    /** Runs in a transaction: kept when {@code work} returns, undone when it throws. Writes come one after another. */
    <T> T write(HandleCallback<T, RuntimeException> work);

    /** Waits for work that is going on. Later work, other than closing again, fails. */
    @Override
    void close();
}
