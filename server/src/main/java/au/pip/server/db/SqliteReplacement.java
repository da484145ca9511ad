package au.pip.server.db;

import au.pip.assistant.care.Archive;
import au.pip.assistant.care.CareException;
import au.pip.assistant.care.Place;
import au.pip.assistant.care.Progress;
import au.pip.assistant.care.Restore;
import au.pip.assistant.care.Tally;
import au.pip.assistant.store.Stores;
import au.pip.server.DataDirectory;
import au.pip.store.jdbc.JdbcStores;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a restored database in the place of a SQLite file. The new one is made beside it; the old one, damaged or not, gets
 * a second name before it loses its own, so that at every moment the place holds the one or the other, each with all
 * that was committed to it.
 */
final class SqliteReplacement {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String HEADER = "SQLite format 3\0";
    private static final String LOG = "-wal";
    private static final List<String> LOGS = List.of(LOG, "-journal");
    private static final List<String> PARTS = List.of("", LOG, "-shm", "-journal");

    private final Path file;
    private final Path kept;
    private final Path coming;

    SqliteReplacement(Path file) {
        this.file = file;
        this.kept = beside(file, ".before-" + LocalDateTime.now(ZoneOffset.UTC).format(SECOND));
        this.coming = beside(file, ".restoring");
    }

    /** Where the old database is afterwards. */
    Path kept() {
        return kept;
    }

    Tally by(Archive archive, Progress progress) {
        try (DataDirectory _ = DataDirectory.replacing(file)) {
            fold();
            remove(coming);
            Tally tally = restored(archive, progress);
            swap();
            return tally;
        } catch (IOException e) {
            throw new CareException(
                    "The database " + file + " could not be replaced (" + e.getMessage()
                            + "): it is as it was. Free some space or make its folder writable, then try again.",
                    e);
        }
    }

    private Tally restored(Archive archive, Progress progress) throws IOException {
        boolean whole = false;
        try (Stores stores = JdbcStores.openSqlite(coming)) {
            Tally tally = Restore.into(new Place(stores.rows(), "sqlite:" + coming), archive, progress);
            whole = true;
            return tally;
        } finally {
            if (!whole) {
                remove(coming);
            }
        }
    }

    /**
     * Brings what was committed last, and lies in the log, into the old file: a log must not meet the new one, and the
     * old one must not lose it.
     *
     * @throws CareException when that cannot be done; the database is as it was
     */
    private void fold() throws IOException {
        if (isFolded()) {
            return;
        }
        if (!isDatabase()) {
            throw notFolded(null);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException damaged) {
            throw notFolded(damaged);
        }
        if (!isFolded()) {
            throw notFolded(null);
        }
    }

    private CareException notFolded(@Nullable SQLException why) {
        return new CareException(
                "The database " + file
                        + " has a log beside it that cannot be brought into it, and both are as they were."
                        + " Move " + file.getFileName() + " and " + file.getFileName() + LOG
                        + " to another folder, then restore without --replace.",
                why);
    }

    /** SQLite throws the log away of a file that is none (https://www.sqlite.org/fileformat2.html#magic_header_string). */
    private boolean isDatabase() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEADER.length()), StandardCharsets.ISO_8859_1).equals(HEADER);
        }
    }

    private boolean isFolded() throws IOException {
        for (String log : LOGS) {
            Path part = beside(file, log);
            if (Files.exists(part) && Files.size(part) > 0) {
                return false;
            }
        }
        return true;
    }

    private void swap() throws IOException {
        keep(file, kept);
        for (String part : PARTS.subList(1, PARTS.size())) {
            Files.deleteIfExists(beside(file, part));
        }
        Files.move(coming, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notHere) {
            // Some systems open no folder; there the name is kept in their own time.
        }
    }

    private static void keep(Path part, Path under) throws IOException {
        try {
            Files.createLink(under, part);
        } catch (UnsupportedOperationException | IOException noLinksHere) {
            Files.copy(part, under, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void remove(Path database) throws IOException {
        for (String part : PARTS) {
            Files.deleteIfExists(beside(database, part));
        }
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
