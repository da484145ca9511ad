package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sealed values. Nothing here can open one. */
public interface SecretStore {
    Optional<Secret> find(AccountId account, String kind, String owner);

    /**
     * Keeps a sealed value if the one that is there has the expected version; of several callers with one expectation
     * one succeeds. The value then has the next version.
     *
     * @param expected 0 when none is to be there
     * @return whether it was kept
     */
    boolean put(AccountId account, String kind, String owner, long expected, String sealed);

    /** Answers whether there was one. */
    boolean remove(AccountId account, String kind, String owner);

    /**
     * The secrets of all accounts, by account, kind and owner, to seal them anew with another key.
     *
     * @param cursor of an earlier page; null for the first. A cursor this store did not make gives an
     *     {@link InvalidPage}
     * @param limit 1 to 100
     */
    Page<Owned> page(@Nullable String cursor, int limit);

    record Owned(AccountId account, Secret secret) {}
}
