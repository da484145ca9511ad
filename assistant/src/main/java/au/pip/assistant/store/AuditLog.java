package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.AuditEntry;
import org.jspecify.annotations.Nullable;

public interface AuditLog {
    /** An entry of an id that is already there is not kept twice. */
    void append(AccountId account, AuditEntry entry);

    /**
     * The latest first; those of one time by id, the highest first.
     *
     * @param cursor of an earlier page; null for the first. A cursor this store did not make gives an
     *     {@link InvalidPage}
     * @param limit 1 to 100
     */
    Page<AuditEntry> page(AccountId account, @Nullable String cursor, int limit);
}
