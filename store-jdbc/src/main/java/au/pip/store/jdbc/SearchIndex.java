package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.FoundEntry;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.spi.Cursor;
import au.pip.assistant.store.spi.Limit;
import au.pip.assistant.store.spi.SearchWords;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Which entries have which words. Each word is indexed with its account's checksum before it, so that a search meets
 * its own account's words and, by rare chance, a few of another's, whose rows it then leaves out.
 */
final class SearchIndex {
    private SearchIndex() {}

    /** Where an entry is, and what it says. */
    record Said(String account, String conversationId, long sequence, String text) {}

    static void add(Handle handle, List<Said> entries) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO entry_search (account_id, conversation_id, sequence, words)
                VALUES (:account, :conversation, :sequence, <indexed>)
                """);
        for (Said entry : entries) {
            Set<String> words = words(entry.account(), entry.text());
            if (!words.isEmpty()) {
                batch.bind("account", entry.account())
                        .bind("conversation", entry.conversationId())
                        .bind("sequence", entry.sequence())
                        .bind("words", String.join(" ", words))
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    static Page<FoundEntry> find(
            Database database, AccountId account, String query, @Nullable String cursor, int limit) {
        Limit rows = new Limit(limit).atMost(100);
        Set<String> words = words(account.value(), query);
        String list = "search of " + account.value() + " for " + words;
        Place below = cursor == null ? Place.TOP : Place.of(Cursor.place(list, cursor));
        if (words.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Page<Found> page = rows.page(
                below(database, account, database.dialect().query(words), below, rows),
                last -> Cursor.at(list, last.place().text()));
        return new Page<>(page.items().stream().map(Found::entry).toList(), page.next());
    }

    /** The index comes first (CROSS JOIN keeps SQLite's order): it has fewer rows to give than any other. */
    private static List<Found> below(Database database, AccountId account, String query, Place below, Limit rows) {
        return database.read(handle -> handle.createQuery("""
                        SELECT entry.conversation_id, entry.sequence, entry.id, entry.kind, entry.run_id, entry.text,
                            entry.detail, entry.at
                        FROM entry_search
                        CROSS JOIN entry
                        WHERE <found>
                            AND entry_search.account_id = :account
                            AND entry.account_id = :account
                            AND entry.conversation_id = entry_search.conversation_id
                            AND entry.sequence = entry_search.sequence
                            AND (entry.at, entry.id, entry.sequence) < (:at, :id, :sequence)
                        ORDER BY entry.at DESC, entry.id DESC, entry.sequence DESC
                        LIMIT :limit
                        """)
                .bind("words", query)
                .bind("account", account.value())
                .bind("at", below.at())
                .bind("id", below.id())
                .bind("sequence", below.sequence())
                .bind("limit", rows.andOneMore())
                .map(Columns.read(Found::of))
                .list());
    }

    private static Set<String> words(String account, String text) {
        CRC32 checksum = new CRC32();
        checksum.update(account.getBytes(StandardCharsets.UTF_8));
        String owner = HexFormat.of().toHexDigits((int) checksum.getValue());
        Set<String> words = new LinkedHashSet<>();
        SearchWords.of(text).forEach(word -> words.add(owner + word));
        return words;
    }

    private record Found(Place place, FoundEntry entry) {
        static Found of(Columns row) throws SQLException {
            EntryRow found = EntryRow.of(row);
            return new Found(
                    new Place(
                            found.entry().at().toEpochMilli(),
                            found.sequence(),
                            found.entry().id()),
                    new FoundEntry(row.text("conversation_id"), found.entry()));
        }
    }

    private record Place(long at, long sequence, String id) {
        static final Place TOP = new Place(Long.MAX_VALUE, Long.MAX_VALUE, "");

        static Place of(String text) {
            String[] parts = text.split(" ", 3);
            return new Place(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]);
        }

        String text() {
            return at + " " + sequence + " " + id;
        }
    }
}
