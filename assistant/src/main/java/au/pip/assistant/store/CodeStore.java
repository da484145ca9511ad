package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import java.time.Instant;
import java.util.Optional;

/** Codes that work once: the state of a sign-in, an invitation. The store gets their hashes only. */
public interface CodeStore {
    /**
     * @param kind what it opens, such as {@code xero-state}
     * @param hash of the code
     * @param payload JSON for whoever consumes it
     */
    record Code(String kind, String hash, String payload, Instant expiresAt) {}

    /** @throws IllegalArgumentException when the account has a code of this kind and hash, used or not */
    void put(AccountId account, Code code);

    /** The payload, once: of many callers exactly one gets it, and nobody from {@code expiresAt} on. */
    Optional<String> consume(AccountId account, String kind, String hash, Instant now);

    /** Forgets codes of all accounts that expired before then, used or not; answers how many. */
    int forget(Instant expiredBefore);
}
