package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public interface ConnectionStore {
    /** Keeps a new connection, or replaces the one of its id. */
    void put(AccountId account, Connection connection);

    Optional<Connection> find(AccountId account, String connectionId);

    /** All of the account's, by id. */
    List<Connection> all(AccountId account);

    /** Notes that questions are about this one from then on; answers whether there is such a connection. */
    boolean choose(AccountId account, String connectionId, Instant at);

    /**
     * Notes that the person has to sign in again for all connections of a sign-in; answers for how many that was news.
     * A connection that has another sign-in by then stays as it is.
     */
    int needSignIn(AccountId account, String signInId, Instant at);

    /**
     * Answers whether there was such a connection. The secret of its sign-in is another row, and may serve other
     * connections.
     */
    boolean remove(AccountId account, String connectionId);
}
