package au.pip.store.jdbc;

import au.pip.assistant.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A copy of the file beside it, for when an upgrade turns out to be a mistake. It has its name only once it is whole
 * and on the disk, and takes the place of one that an earlier attempt of the same day left.
 */
final class SqliteBackup {
    private static final System.Logger LOG = System.getLogger("au.pip.store.jdbc");
    private static final String PART = ".part-";

    private final SqliteFile file;
    private final Connection connection;

    SqliteBackup(SqliteFile file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** @param version what the tables have now */
    void make(String version) {
        Path backup = beside(".v" + version + "-" + LocalDate.now(ZoneId.systemDefault()) + ".backup");
        Path part = beside(PART + ProcessHandle.current().pid() + "-" + UUID.randomUUID());
        try {
            removePartsOfDeadProcesses();
            SqliteFile.make(part);
            if (!copyTo(part, version)) {
                remove(part);
                return;
            }
            Files.move(part, backup, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | SQLException failure) {
            remove(part);
            throw new StoreException(
                    "The database " + file.path() + " could not be backed up before its upgrade, so nothing was"
                            + " changed. " + reason(failure),
                    failure);
        }
        LOG.log(
                System.Logger.Level.INFO,
                "The database " + file.path() + " is being upgraded; what it held is in " + backup
                        + ", which may be removed once all is well.");
    }

    /** Answers whether the copy is of that version: another process may have upgraded the file, and backed it up. */
    private boolean copyTo(Path part, String version) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM INTO '" + part.toString().replace("'", "''") + "'");
        }
        try (Connection copy = new SqliteFile(part, false).reading(0).getConnection();
                Statement statement = copy.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT version FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1")) {
            if (!found.next() || !found.getString(1).equals(version)) {
                return false;
            }
        }
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return true;
    }

    private void removePartsOfDeadProcesses() throws IOException {
        String start = beside(PART).getFileName().toString();
        try (Stream<Path> all = Files.list(beside("").getParent())) {
            List<Path> parts = all.filter(each -> each.getFileName().toString().startsWith(start))
                    .toList();
            for (Path each : parts) {
                String process =
                        each.getFileName().toString().substring(start.length()).replaceFirst("-.*", "");
                if (process.matches("[0-9]{1,18}")
                        && ProcessHandle.of(Long.parseLong(process)).isEmpty()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    private Path beside(String suffix) {
        return file.path().resolveSibling(file.path().getFileName() + suffix);
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException left) {
            // The refusal that is being told matters more than a file that is left.
        }
    }

    private String reason(Exception failure) {
        return failure instanceof SQLException
                ? String.valueOf(SqliteFailure.explained(file.path(), failure).getMessage())
                : "The reason: " + failure.getMessage() + ". Start Pip again once that is no more.";
    }
}
