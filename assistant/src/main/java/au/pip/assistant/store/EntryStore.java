package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what was said; entries are written by {@link RunStore#begin} and {@link RunStore#finish}. */
public interface EntryStore {
    /**
     * Entries, oldest first. An unknown conversation has none.
     *
     * @param cursor of an earlier page; null for the first. A cursor this store did not make gives an
     *     {@link InvalidPage}
     * @param limit 1 to 100
     */
    Page<Entry> page(AccountId account, String conversationId, @Nullable String cursor, int limit);

    /** The last {@code limit} entries, oldest of them first. */
    List<Entry> latest(AccountId account, String conversationId, int limit);
}
