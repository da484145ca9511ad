package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import java.util.Optional;

/**
 * What was counted of the calls to organisations in Xero: one text each, which changes only as it was read. Such counts
 * are in no backup and no move, since Xero tells the true number with its next answer.
 */
public interface CallStore {
    /** @param version 1 for the first text, and one more for each that replaced it */
    record Counted(String text, long version) {}

    Optional<Counted> find(AccountId account, String organisationId);

    /**
     * Keeps a text in place of the one that was read.
     *
     * @param version of the one that was read; 0 when there was none
     * @return false, with nothing changed, when another is there by now
     */
    boolean replace(AccountId account, String organisationId, long version, String text);
}
