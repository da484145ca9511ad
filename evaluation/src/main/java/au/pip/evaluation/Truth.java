package au.pip.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The exported CSV files in a database, asked by {@code truth.sql}. Shares nothing with what it judges. */
public final class Truth implements AutoCloseable {
    private static final String QUESTION = "-- question: ";
    private static final Pattern NAMED = Pattern.compile(":([a-z_]+)\\b");

    private final Connection database;
    private final Map<String, String> questions = new LinkedHashMap<>();

    public Truth(Path export) {
        try {
            database = DriverManager.getConnection("jdbc:sqlite::memory:");
            try (Stream<Path> files = Files.list(export)) {
                for (Path file : files.toList()) {
                    load(file);
                }
            }
            readScript();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer in cents, or a count. */
    public long ask(String question, LocalDate today, LocalDate from, LocalDate to) {
        String sql = questions.get(question);
        if (sql == null) {
            throw new IllegalArgumentException("truth.sql has no question '" + question + "'");
        }
        String bound = sql.replace(":today", "'" + today + "'")
                .replace(":from", "'" + from + "'")
                .replace(":to", "'" + to + "'");
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(bound)) {
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(bound, e);
        }
    }

    /**
     * The rows of a query, each by column.
     *
     * @param values for {@code :name}s in it, put in as text
     */
    public List<Map<String, @Nullable String>> rows(String sql, Map<String, String> values) {
        String bound = NAMED.matcher(sql)
                .replaceAll(named -> values.containsKey(named.group(1))
                        ? Matcher.quoteReplacement(
                                "'" + values.get(named.group(1)).replace("'", "''") + "'")
                        : Matcher.quoteReplacement(named.group()));
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(bound)) {
            List<Map<String, @Nullable String>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, @Nullable String> row = new LinkedHashMap<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.put(result.getMetaData().getColumnLabel(column), result.getString(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(bound, e);
        }
    }

    /** Adds views, each ended by a semicolon; lines that begin with two dashes are comments. */
    public void define(String views) {
        try (Statement statement = database.createStatement()) {
            for (String view : views.replaceAll("(?m)^--.*$", "").split(";")) {
                if (!view.isBlank()) {
                    statement.execute(view);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(views, e);
        }
    }

    private void readScript() throws IOException {
        try (InputStream in = Objects.requireNonNull(Truth.class.getResourceAsStream("/truth.sql"))) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String[] parts = script.split("(?m)^" + QUESTION);
            define(parts[0]);
            for (int index = 1; index < parts.length; index++) {
                String[] named = parts[index].split("\n", 2);
                questions.put(
                        named[0].strip(), named[1].replaceAll("(?m)^--.*$", "").strip());
            }
        }
    }

    private void load(Path file) throws IOException, SQLException {
        List<List<String>> rows = rows(Files.readString(file));
        String table = file.getFileName().toString().replace(".csv", "");
        String columns = String.join(", ", rows.getFirst());
        try (Statement statement = database.createStatement()) {
            statement.execute("create table " + table + " (" + columns + ")");
        }
        String marks = "?" + ", ?".repeat(rows.getFirst().size() - 1);
        try (PreparedStatement insert = database.prepareStatement("insert into " + table + " values (" + marks + ")")) {
            for (List<String> row : rows.subList(1, rows.size())) {
                for (int column = 0; column < row.size(); column++) {
                    insert.setString(column + 1, row.get(column));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** RFC 4180. */
    private static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (quoted) {
                if (letter == '"' && index + 1 < text.length() && text.charAt(index + 1) == '"') {
                    field.append('"');
                    index++;
                } else if (letter == '"') {
                    quoted = false;
                } else {
                    field.append(letter);
                }
            } else if (letter == '"') {
                quoted = true;
            } else if (letter == ',' || letter == '\n') {
                row.add(field.toString());
                field.setLength(0);
                if (letter == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (letter != '\r') {
                field.append(letter);
            }
        }
        return rows;
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
