package au.pip.store.jdbc;

import au.pip.assistant.store.spi.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The row that is being read. Texts are {@link StoredText}, times are milliseconds, enum constants small words, yes and no 1 and 0. */
record Columns(ResultSet columns) {
    /** Makes a value of a row. */
    interface Reading<T> {
        T of(Columns row) throws SQLException;
    }

    static <T> RowMapper<T> read(Reading<T> reading) {
        return (columns, context) -> reading.of(new Columns(columns));
    }

    String text(String column) throws SQLException {
        return StoredText.read(columns.getString(column));
    }

    @Nullable
    String textIfAny(String column) throws SQLException {
        String written = columns.getString(column);
        return written == null ? null : StoredText.read(written);
    }

    long number(String column) throws SQLException {
        return columns.getLong(column);
    }

    @Nullable
    Long numberIfAny(String column) throws SQLException {
        long number = columns.getLong(column);
        return columns.wasNull() ? null : number;
    }

    byte[] bytes(String column) throws SQLException {
        return columns.getBytes(column);
    }

    boolean flag(String column) throws SQLException {
        return number(column) != 0;
    }

    Instant time(String column) throws SQLException {
        return Instant.ofEpochMilli(number(column));
    }

    @Nullable
    Instant timeIfAny(String column) throws SQLException {
        Long number = numberIfAny(column);
        return number == null ? null : Instant.ofEpochMilli(number);
    }

    <E extends Enum<E>> E word(String column, Class<E> words) throws SQLException {
        return Enum.valueOf(words, text(column).toUpperCase(Locale.ROOT));
    }

    static long flag(boolean yes) {
        return yes ? 1 : 0;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
