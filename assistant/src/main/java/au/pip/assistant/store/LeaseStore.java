package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.Lease;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who may do something alone. Times are the callers' clocks: those of nodes have to agree to about a second. */
public interface LeaseStore {
    /**
     * Takes a lease that nobody has or whose time has passed, or prolongs one's own, which keeps its number. Of many
     * callers exactly one gets it.
     *
     * @return the lease; empty when another holds it
     */
    Optional<Lease> take(AccountId account, String name, String holder, Instant now, Instant until);

    /** Gives it back; false when it is not the holder's. */
    boolean release(AccountId account, String name, String holder);

    /** The lease as it was last taken, passed or not; empty when it was given back. */
    Optional<Lease> find(AccountId account, String name);

    /** All of the account's leases whose names begin so, passed or not, by name; those given back are not among them. */
    List<Lease> named(AccountId account, String prefix);
}
