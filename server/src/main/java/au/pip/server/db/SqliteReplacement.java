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
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Puts a restored database in the place of a SQLite file. The new one is made beside it; the old one, damaged or not, gets
 * a second name before it loses its own, so that at every moment the place holds the one or the other.
 */
final class SqliteReplacement {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String LOG = "-wal";
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

    private void swap() throws IOException {
        for (String part : List.of(LOG, "")) {
            if (Files.exists(beside(file, part))) {
                keep(beside(file, part), beside(kept, part));
            }
        }
        // A log of the old database must not meet the new one.
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
