package au.pip.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a SQLite file, which may lie elsewhere than the data folder: one server at a time, since a second one would
 * take the first one's answers for left over, and beside it any number of those who only look. Locks of a file beside the
 * database say so. A server has the data folder to itself too.
 */
public final class DataDirectory implements AutoCloseable {
    private static final Lock SERVING = new Lock(0, false);
    private static final Lock LOOKING = new Lock(1, true);
    private static final Lock NOBODY_ELSE = new Lock(1, false);

    /** The database's first. */
    private final List<Held> held;

    private DataDirectory(Held... held) {
        this.held = List.of(held);
    }

    /**
     * A lock file that is locked.
     *
     * @param made whether there was none before
     * @param database the file that it is for; null for a folder
     */
    private record Held(
            FileChannel channel,
            Path file,
            boolean made,
            @Nullable Path database) {
        private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

        static Held of(Path file, @Nullable Path database) throws IOException {
            Set<StandardOpenOption> readAndWrite = EnumSet.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                Set<StandardOpenOption> anew = EnumSet.copyOf(readAndWrite);
                anew.add(StandardOpenOption.CREATE_NEW);
                return new Held(FileChannel.open(file, anew), file, true, database);
            } catch (FileAlreadyExistsException _) {
                readAndWrite.add(StandardOpenOption.CREATE);
                return new Held(FileChannel.open(file, readAndWrite), file, false, database);
            }
        }

        void release() {
            try {
                channel.close();
            } catch (IOException e) {
                System.getLogger(DataDirectory.class.getName())
                        .log(System.Logger.Level.WARNING, "the lock was not given back", e);
            }
        }

        /**
         * Removes a file that was made here, when no Pip can have what it is for. Otherwise another may lock it at this
         * moment, and would then hold a file that nobody else finds.
         */
        void unmake() {
            try {
                if (made && database != null && isNoDatabase(database)) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException left) {
                // The refusal that is being told matters more than an empty file.
            }
            release();
        }

        private static boolean isNoDatabase(Path file) throws IOException {
            if (Files.isDirectory(file)) {
                return true;
            }
            if (!Files.isRegularFile(file) || Files.size(file) == 0) {
                return false;
            }
            try (InputStream bytes = Files.newInputStream(file)) {
                return !Arrays.equals(bytes.readNBytes(SQLITE.length), SQLITE);
            }
        }
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

        /** Whether another has it to itself. Asking takes it for a moment. */
        boolean isTaken(FileChannel channel) throws IOException {
            try (FileLock free = channel.tryLock(at, 1, true)) {
                return free == null;
            } catch (OverlappingFileLockException _) {
                return true;
            }
        }
    }

    /**
     * What is to be locked.
     *
     * @param database the file; null for a folder
     * @param what such as "the database /x"
     * @param place such as "The folder of the database /x"
     * @param otherwise what to do instead when the place cannot be written to
     * @param whenTaken what to do instead when another has it
     */
    private record Wanted(
            Path folder,
            Path lockFile,
            @Nullable Path database,
            String what,
            String place,
            String otherwise,
            String whenTaken) {
        static Wanted folder(Path directory) {
            return new Wanted(
                    directory,
                    directory.resolve("pip.lock"),
                    null,
                    "the data folder " + directory,
                    "The data folder " + directory,
                    "set PIP_DATA_DIR to another folder",
                    "set PIP_DATA_DIR to another folder");
        }

        static Wanted database(Path given) {
            return database(given, "set DATABASE_URL to another file");
        }

        static Wanted database(Path given, String whenTaken) {
            Path file = real(given);
            return new Wanted(
                    Objects.requireNonNullElse(file.getParent(), file),
                    file.resolveSibling(file.getFileName() + ".lock"),
                    file,
                    "the database " + given,
                    "The folder of the database " + given,
                    "set DATABASE_URL to another file",
                    whenTaken);
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
        Held taken(Lock... locks) {
            try {
                Files.createDirectories(folder);
                Held held = Held.of(lockFile, database);
                for (Lock lock : locks) {
                    if (!lock.take(held.channel())) {
                        held.release();
                        throw new StartupException(
                                "Another Pip is already using " + what + ". Stop it first, or " + whenTaken + ".");
                    }
                }
                return held;
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
        Held folder = Wanted.folder(directory).taken(SERVING);
        try {
            return new DataDirectory(Wanted.database(databaseFile).taken(SERVING), folder);
        } catch (RuntimeException e) {
            folder.release();
            throw e;
        }
    }

    /** For who only looks, while others use the database. */
    static DataDirectory beside(Path databaseFile) {
        return new DataDirectory(Wanted.database(databaseFile).taken(LOOKING));
    }

    /**
     * For who keeps servers away.
     *
     * @param whenTaken what else to do when another has it, as a part of a sentence
     */
    static DataDirectory alone(Path databaseFile, String whenTaken) {
        return new DataDirectory(Wanted.database(databaseFile, whenTaken).taken(SERVING));
    }

    /** For who puts another file in the database's place: nobody else has it open. */
    public static DataDirectory replacing(Path databaseFile) {
        return new DataDirectory(Wanted.database(databaseFile).taken(SERVING, NOBODY_ELSE));
    }

    /** Whether a server, or who keeps servers away, has the database. Only for who looks; others have it themselves. */
    boolean isTaken() {
        try {
            return SERVING.isTaken(held.getFirst().channel());
        } catch (IOException e) {
            throw new StartupException("The lock of the database cannot be asked for: " + Wanted.reason(e) + ".");
        }
    }

    @Override
    public void close() {
        held.forEach(Held::release);
    }

    /** Gives the locks back, and leaves no file that was made for them where there is no database. */
    void unmake() {
        held.forEach(Held::unmake);
    }
}
