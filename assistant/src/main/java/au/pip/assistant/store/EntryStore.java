package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.FoundEntry;
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

    /**
     * Entries of all conversations whose text has, for each word of the query, a word that begins with it; the latest
     * first, those of one time by id, the highest first. Which words a text has, {@link
     * au.pip.assistant.store.spi.SearchWords} says, for every store alike. A query without a word finds nothing.
     *
     * @param cursor of an earlier page of the same query; null for the first. A cursor this store did not make gives an
     *     {@link InvalidPage}
     * @param limit 1 to 100
     * @return a page that may hold fewer than {@code limit}, even none, although more follow
     */
    Page<FoundEntry> search(AccountId account, String query, @Nullable String cursor, int limit);
}
