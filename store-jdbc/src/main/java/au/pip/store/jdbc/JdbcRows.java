package au.pip.store.jdbc;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.Rows;
import au.pip.store.jdbc.SearchIndex.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A noun's rows are in the table of its name, its fields in the columns of theirs. */
final class JdbcRows implements Rows {
    private static final String ARRIVING = "arriving";
    /** What is in memory at once; a text may have a megabyte. */
    private static final int AT_ONCE = 20;

    private final Database database;

    JdbcRows(Database database) {
        this.database = database;
    }

    @Override
    public void read(Consumer<Row> reader) {
        database.readMoment(handle -> {
            for (Noun noun : Noun.values()) {
                try (Stream<Row> rows = handle
                        .createQuery(NounRow.select(noun))
                        .setFetchSize(AT_ONCE)
                        .map(Columns.read(columns -> NounRow.of(noun, columns)))
                        .stream()) {
                    rows.forEach(reader);
                }
            }
            return reader;
        });
    }

    @Override
    public boolean readsOneMoment() {
        return true;
    }

    @Override
    public void add(List<Row> rows) {
        if (rows.size() > 100) {
            throw new IllegalArgumentException("At most 100 rows are added at once, not " + rows.size() + ".");
        }
        database.write(handle -> {
            List<Said> said = rows.stream()
                    .filter(row -> NounRow.add(handle, row))
                    .filter(row -> row.noun() == Noun.ENTRY)
                    .map(JdbcRows::said)
                    .toList();
            SearchIndex.add(handle, said);
            return said.size();
        });
    }

    private static Said said(Row entry) {
        return new Said(
                entry.text("account_id"), entry.text("conversation_id"), entry.number("sequence"), entry.text("text"));
    }

    @Override
    public boolean isEmpty() {
        String anyRow = Arrays.stream(Noun.values())
                .map(noun -> "EXISTS (SELECT 1 FROM " + noun.word() + ")")
                .collect(Collectors.joining(" OR "));
        return database.read(
                        handle -> handle.createQuery("SELECT CASE WHEN " + anyRow + " THEN 1 ELSE 0 END AS any_row")
                                .mapTo(Integer.class)
                                .one())
                == 0;
    }

    @Override
    public void arriving(String from) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO mark (name, text) VALUES (:name, :text)
                        ON CONFLICT (name) DO UPDATE SET text = excluded.text
                        """)
                .bind("name", ARRIVING)
                .bind("text", from)
                .execute());
    }

    @Override
    public Optional<String> arrivingFrom() {
        return database.read(handle -> handle.createQuery("SELECT text FROM mark WHERE name = :name")
                .bind("name", ARRIVING)
                .map(Columns.read(row -> row.text("text")))
                .findOne());
    }

    @Override
    public void arrived() {
        database.write(handle -> handle.createUpdate("DELETE FROM mark WHERE name = :name")
                .bind("name", ARRIVING)
                .execute());
    }
}
