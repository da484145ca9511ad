package au.pip.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/**
 * Who uses a SQLite file, which may lie elsewhere than the data folder: one server at a time, since a second one would
 * take the first one's answers for left over, and beside it any number of those who only look. Locks of a file beside the
 * database say so. A server has the data folder to itself too.
 */
public final class DataDirectory implements AutoCloseable {
    private static final Lock SERVING = new Lock(0, false);
    private static final Lock LOOKING = new Lock(1, true);
    private static final Lock NOBODY_ELSE = new Lock(1, false);

    private final List<FileChannel> locked;

    private DataDirectory(List<FileChannel> locked) {
        this.locked = locked;
    }

    /** A place in a lock file, shared or not. */
    private record Lock(long at, boolean shared) {
        boolean take(FileChannel channel) throws IOException {
            try {
                return channel.tryLock(at, 1, shared) != null;
            } catch (OverlappingFileLockException _) {
                return false;
            }
        }
    }

    /**
     * What is to be locked.
     *
     * @param what such as "the database /x"
     * @param place such as "The folder of the database /x"
     * @param otherwise what to do instead
     */
    private record Wanted(Path folder, Path lockFile, String what, String place, String otherwise) {
        static Wanted folder(Path directory) {
            return new Wanted(
                    directory,
                    directory.resolve("pip.lock"),
                    "the data folder " + directory,
                    "The data folder " + directory,
                    "set PIP_DATA_DIR to another folder");
        }

        static Wanted database(Path given) {
            Path file = real(given);
            return new Wanted(
                    Objects.requireNonNullElse(file.getParent(), file),
                    file.resolveSibling(file.getFileName() + ".lock"),
                    "the database " + given,
                    "The folder of the database " + given,
                    "set DATABASE_URL to another file");
        }

        /** The same file has the same lock, whichever link leads to it. */
        private static Path real(Path file) {
            try {
                return Files.exists(file) ? file.toRealPath() : file;
            } catch (IOException _) {
                return file;
            }
        }

        /** Creates the folder and locks the file in it. */
        FileChannel taken(Lock... locks) {
            try {
                Files.createDirectories(folder);
                FileChannel channel = FileChannel.open(
                        lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                for (Lock lock : locks) {
                    if (!lock.take(channel)) {
                        channel.close();
                        throw new StartupException(
                                "Another Pip is already using " + what + ". Stop it first, or " + otherwise + ".");
                    }
                }
                return channel;
            } catch (IOException e) {
                throw new StartupException(
                        place + " cannot be written to: " + reason(e) + ". Make it writable, or " + otherwise + ".");
            }
        }

        private static String reason(IOException e) {
            if (e instanceof AccessDeniedException) {
                return "permission is denied";
            }
            String told = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
            return told == null ? "a file may be in the way" : told;
        }
    }

    /** For a server. */
    static DataDirectory open(Path directory, Path databaseFile) {
        FileChannel folder = Wanted.folder(directory).taken(SERVING);
        try {
            return new DataDirectory(List.of(Wanted.database(databaseFile).taken(SERVING), folder));
        } catch (RuntimeException e) {
            release(folder);
            throw e;
        }
    }

    /** For who only looks, while others use the database. */
    static DataDirectory beside(Path databaseFile) {
        return new DataDirectory(List.of(Wanted.database(databaseFile).taken(LOOKING)));
    }

    /** For who keeps servers away. */
    static DataDirectory alone(Path databaseFile) {
        return new DataDirectory(List.of(Wanted.database(databaseFile).taken(SERVING)));
    }

    /** For who puts another file in the database's place: nobody else has it open. */
    public static DataDirectory replacing(Path databaseFile) {
        return new DataDirectory(List.of(Wanted.database(databaseFile).taken(SERVING, NOBODY_ELSE)));
    }

    @Override
    public void close() {
        locked.forEach(DataDirectory::release);
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
