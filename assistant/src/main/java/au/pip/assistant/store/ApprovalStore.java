package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public interface ApprovalStore {
    /** What became of {@link #consume}; of several that hold, the first in this order. */
    sealed interface Consumption {
        /** It is used up now, as its state says; nobody else gets this answer. */
        record Granted(Approval approval) implements Consumption {}

        /** It was used before, or the person said no. */
        record Ended(Approval.State state) implements Consumption {}

        /** It was for something else. */
        record Different() implements Consumption {}

        record Expired() implements Consumption {}

        /** There is none. */
        record Unknown() implements Consumption {}
    }

    /**
     * Keeps a draft that waits.
     *
     * @throws IllegalArgumentException when it does not wait, or the account has an approval of this id
     */
    void ask(AccountId account, Approval approval);

    Optional<Approval> find(AccountId account, String approvalId);

    /**
     * Uses an approval up. Of many callers exactly one is granted it.
     *
     * @param hash of what is about to be done
     */
    Consumption consume(AccountId account, String approvalId, String hash, Instant now);

    /** Ends an approval that waits. Answers whether it did. */
    boolean decline(AccountId account, String approvalId);

    /**
     * Those that wait, expired ones among them, the latest first by their ids.
     *
     * @param cursor of an earlier page; null for the first. A cursor this store did not make gives an
     *     {@link InvalidPage}
     * @param limit 1 to 100
     */
    Page<Approval> waiting(AccountId account, @Nullable String cursor, int limit);
}
