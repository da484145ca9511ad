package au.pip.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The data folder and the database file, used by one server at a time: a second one would take the first one's answers
 * for left over. The file may lie elsewhere, so it has a lock of its own beside it.
 */
final class DataDirectory implements AutoCloseable {
    private final FileChannel folder;
    private final FileChannel database;

    private DataDirectory(FileChannel folder, FileChannel database) {
        this.folder = folder;
        this.database = database;
    }

    static DataDirectory open(Path directory, Path databaseFile) {
        FileChannel folder = taken(
                directory,
                directory.resolve("pip.lock"),
                "the data folder " + directory,
                "The data folder " + directory,
                "set PIP_DATA_DIR to another folder");
        try {
            Path file = real(databaseFile);
            FileChannel database = taken(
                    Objects.requireNonNullElse(file.getParent(), file),
                    file.resolveSibling(file.getFileName() + ".lock"),
                    "the database " + databaseFile,
                    "The folder of the database " + databaseFile,
                    "set DATABASE_URL to another file");
            return new DataDirectory(folder, database);
        } catch (RuntimeException e) {
            release(folder);
            throw e;
        }
    }

    /** Creates the folder and locks the file in it. */
    private static FileChannel taken(Path directory, Path lockFile, String what, String place, String otherwise) {
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartupException(
                        "Another Pip is already using " + what + ". Stop it first, or " + otherwise + ".");
            }
            return channel;
        } catch (IOException e) {
            throw new StartupException(
                    place + " cannot be written to: " + reason(e) + ". Make it writable, or " + otherwise + ".");
        }
    }

    /** The same file has the same lock, whichever link leads to it. */
    private static Path real(Path file) {
        try {
            return Files.exists(file) ? file.toRealPath() : file;
        } catch (IOException _) {
            return file;
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission is denied";
        }
        String told = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return told == null ? "a file may be in the way" : told;
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    @Override
    public void close() {
        release(database);
        release(folder);
    }

    private static void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(DataDirectory.class.getName())
                    .log(System.Logger.Level.WARNING, "the lock was not given back", e);
        }
    }
}
