package au.pip.benchmarks.store;

import java.sql.SQLException;

/** Lends connections to the bare driver: as many as our stores have, and in the same order. */
interface BareConnections extends AutoCloseable {
    interface Work<T> {
        T with(Session session) throws SQLException;
    }

    interface Writing {
        void with(Session session) throws SQLException;
    }

    <T> T read(Work<T> work);

    /** In a transaction. */
    void write(Writing work);

    /** What ends a query whose rows nobody else may change until the transaction ends. */
    String locked();

    /** What the search index keeps of the words that are bound. */
    String indexed();

    @Override
    void close();
}
