package au.pip.assistant.store;

import au.pip.assistant.Account;
import au.pip.assistant.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public interface AccountStore {
    /** Answers whether it is new: an account of this id that is already there stays as it is. */
    boolean create(Account account);

    Optional<Account> find(AccountId account);

    /** Answers whether there is such an account. */
    boolean rename(AccountId account, String name);

    /**
     * The server's accounts in the order of their ids; for whoever runs the server.
     *
     * @param cursor of an earlier page; null for the first. A cursor this store did not make gives an
     *     {@link InvalidPage}
     * @param limit 1 to 100
     */
    Page<Account> page(@Nullable String cursor, int limit);
}
