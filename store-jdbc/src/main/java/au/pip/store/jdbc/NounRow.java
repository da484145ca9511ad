package au.pip.store.jdbc;

import au.pip.assistant.store.Field;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** A row of any noun, in the table and the columns of the same names. */
final class NounRow {
    private NounRow() {}

    static String select(Noun noun) {
        return "SELECT " + names(noun, "", ", ") + " FROM " + noun.word();
    }

    // A record's compact constructor has no annotations of its parameters' types in the class file.
    @SuppressWarnings("NullAway")
    static Row of(Noun noun, Columns columns) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (Field field : noun.fields()) {
            values.add(
                    switch (field.type()) {
                        case TEXT -> columns.textIfAny(field.name());
                        case NUMBER -> columns.numberIfAny(field.name());
                    });
        }
        return new Row(noun, values);
    }

    /**
     * Answers whether it was added: an equal one may be there.
     *
     * @throws IllegalStateException when another is in its place
     */
    static boolean add(Handle handle, Row row) {
        Noun noun = row.noun();
        String insert = "INSERT INTO " + noun.word() + " (" + names(noun, "", ", ") + ") VALUES ("
                + names(noun, ":", ", ") + ") ON CONFLICT DO NOTHING";
        if (bound(handle.createUpdate(insert), row).execute() > 0) {
            return true;
        }
        if (!there(handle, row).equals(Optional.of(row))) {
            throw new IllegalStateException("There is another " + noun.word() + " in the place of one that is added.");
        }
        return false;
    }

    private static Optional<Row> there(Handle handle, Row row) {
        Noun noun = row.noun();
        String key = noun.fields().stream()
                .filter(Field::key)
                .map(field -> field.name() + " = :" + field.name())
                .collect(Collectors.joining(" AND "));
        return bound(handle.createQuery(select(noun) + " WHERE " + key), row)
                .map(Columns.read(columns -> of(noun, columns)))
                .findOne();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Row row) {
        List<Field> fields = row.noun().fields();
        for (int place = 0; place < fields.size(); place++) {
            String name = fields.get(place).name();
            switch (fields.get(place).type()) {
                case TEXT -> statement.bind(name, (String) row.values().get(place));
                case NUMBER -> statement.bind(name, (Long) row.values().get(place));
            }
        }
        return statement;
    }

    private static String names(Noun noun, String before, String between) {
        return noun.fields().stream().map(field -> before + field.name()).collect(Collectors.joining(between));
    }
}
