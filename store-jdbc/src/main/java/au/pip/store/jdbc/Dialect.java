package au.pip.store.jdbc;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * What differs in the SQL of one database from another's: words of the migrations and of the statements.
 *
 * @param migrations where those are that no other database shares
 * @param migrationWords {@code integer}, the type of a 64-bit whole number; {@code text}, that of a text which orders
 *     by its code points; {@code bytes}, that of bytes; {@code strict}, what makes a table refuse values of another type
 * @param statementWords {@code locked}, what ends a query whose rows nobody else may change until the transaction ends;
 *     {@code free}, the same for rows that nobody has locked, passing over others; {@code indexed}, what the search
 *     index keeps of {@code :words}; {@code found}, whether it has them
 * @param prefixTerm a query for words that begin with one, which has letters and digits only
 * @param and what stands between two such queries that both have to hold
 */
record Dialect(
        String migrations,
        Map<String, String> migrationWords,
        Map<String, String> statementWords,
        String prefixTerm,
        String and) {
    static final Dialect SQLITE = new Dialect(
            "db/sqlite",
            Map.of("integer", "INTEGER", "text", "TEXT", "bytes", "BLOB", "strict", "STRICT"),
            Map.of("locked", "", "free", "", "indexed", ":words", "found", "entry_search MATCH :words"),
            "\"%s\"*",
            " AND ");

    static final Dialect POSTGRESQL = new Dialect(
            "db/postgresql",
            Map.of("integer", "BIGINT", "text", "TEXT COLLATE \"C\"", "bytes", "BYTEA", "strict", ""),
            Map.of(
                    "locked", "FOR NO KEY UPDATE",
                    "free", "FOR NO KEY UPDATE SKIP LOCKED",
                    "indexed", "array_to_tsvector(string_to_array(:words, ' '))",
                    "found", "entry_search.words @@ CAST(:words AS tsquery)"),
            "'%s':*",
            " & ");

    /** Lets statements say {@code <locked>} and the like, and writes texts as all columns keep them. */
    Jdbi speaking(Jdbi jdbi) {
        jdbi.registerArgument(new StoredTextArgument());
        statementWords.forEach(jdbi::define);
        return jdbi;
    }

    /** A query of the search index for rows that have, for each of these, a word that begins with it. */
    String query(Set<String> words) {
        return words.stream().map(prefixTerm::formatted).collect(Collectors.joining(and));
    }
}
