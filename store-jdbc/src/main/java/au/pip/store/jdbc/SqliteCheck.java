package au.pip.store.jdbc;

import au.pip.assistant.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** SQLite's own checks of a file: of its pages and indexes, and of its references. */
public final class SqliteCheck {
    private static final int BUSY_MILLISECONDS = 5_000;

    private SqliteCheck() {}

    /**
     * What is wrong with a database, in SQLite's words; nothing when it is well. The file is only read.
     *
     * @throws StoreException when it cannot be read
     */
    public static List<String> damages(Path file) {
        Path path = file.toAbsolutePath();
        List<String> damages = new ArrayList<>();
        try (Connection connection =
                        new SqliteFile(path, false).reading(BUSY_MILLISECONDS).getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet check = statement.executeQuery("PRAGMA integrity_check(20)")) {
                while (check.next()) {
                    if (!"ok".equals(check.getString(1))) {
                        damages.add(check.getString(1));
                    }
                }
            }
            try (ResultSet check = statement.executeQuery("PRAGMA foreign_key_check")) {
                while (check.next()) {
                    damages.add("row %d of %s refers to a row of %s that is not there"
                            .formatted(check.getLong(2), check.getString(1), check.getString(3)));
                }
            }
            return damages;
        } catch (SQLException failure) {
            throw SqliteFailure.explained(path, failure);
        }
    }
}
