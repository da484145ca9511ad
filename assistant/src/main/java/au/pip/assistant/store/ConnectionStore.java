package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import java.util.List;
import java.util.Optional;

public interface ConnectionStore {
    /** Keeps a new connection, or replaces the one of its id. */
    void put(AccountId account, Connection connection);

    Optional<Connection> find(AccountId account, String connectionId);

    /** All of the account's, by id. */
    List<Connection> all(AccountId account);

    /** Answers whether there was such a connection. Its secret is another row: remove that one too. */
    boolean remove(AccountId account, String connectionId);
}
