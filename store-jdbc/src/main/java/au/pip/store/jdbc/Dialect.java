package au.pip.store.jdbc;

import java.util.Map;

/** What differs in the SQL of one database from another's: words of the migrations. */
enum Dialect {
    SQLITE("INTEGER", "STRICT");

    private final String integer;
    private final String strict;

    /**
     * @param integer the type of a 64-bit whole number
     * @param strict what makes a table refuse values of another type
     */
    Dialect(String integer, String strict) {
        this.integer = integer;
        this.strict = strict;
    }

    Map<String, String> words() {
        return Map.of("integer", integer, "strict", strict);
    }
}
