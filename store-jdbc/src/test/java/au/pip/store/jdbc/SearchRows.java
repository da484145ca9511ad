package au.pip.store.jdbc;

import java.util.List;

/** Compares the search index with the entries. */
final class SearchRows {
    private SearchRows() {}

    /** Entries that the index does not have once, and what it has of entries that there are not. */
    static List<String> wrong(Database database) {
        return database.read(
                handle -> handle.createQuery("""
                        SELECT account_id || '/' || conversation_id || '/' || sequence FROM (
                            SELECT account_id, conversation_id, sequence, 1 AS said, 0 AS indexed FROM entry
                            UNION ALL
                            SELECT account_id, conversation_id, sequence, 0 AS said, 1 AS indexed FROM entry_search
                        ) AS every_row
                        GROUP BY account_id, conversation_id, sequence
                        HAVING SUM(said) <> 1 OR SUM(indexed) <> 1
                        """).mapTo(String.class).list());
    }
}
