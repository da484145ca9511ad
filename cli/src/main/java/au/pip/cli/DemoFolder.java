package au.pip.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one demo's conversations and logs, held by one process at a time: a second demo of the same books, at the
 * same time, gets a folder beside it.
 */
final class DemoFolder implements AutoCloseable {
    private static final int MOST_AT_ONCE = 50;

    private final Path path;
    private final FileChannel lock;

    private DemoFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    Path path() {
        return path;
    }

    /** @throws CliException when it cannot be made or written */
    static DemoFolder claim(BooksChoice choice, Surroundings surroundings) {
        Path base = data(surroundings).resolve("demo");
        try {
            for (int number = 1; number <= MOST_AT_ONCE; number++) {
                Path path = base.resolve(choice.folder() + (number == 1 ? "" : "-beside" + number));
                Files.createDirectories(path);
                FileChannel lock = lock(path.resolve("demo.lock"));
                if (lock != null) {
                    return new DemoFolder(path, lock);
                }
            }
        } catch (IOException e) {
            throw new CliException(
                    CliException.NO_SERVER,
                    "cannot write in " + base + " (" + e.getClass().getSimpleName()
                            + "). Set PIP_DATA_DIR to a folder that can be written.",
                    e);
        }
        throw new CliException(
                CliException.NO_SERVER, MOST_AT_ONCE + " demos of these books run already. End one, then try again.");
    }

    private static Path data(Surroundings surroundings) {
        try {
            String own = surroundings.variable("PIP_DATA_DIR");
            if (own != null) {
                return Path.of(own).toAbsolutePath();
            }
            String shared = surroundings.variable("XDG_DATA_HOME");
            Path home = Path.of(System.getProperty("user.home"), ".local", "share");
            return (shared == null ? home : Path.of(shared)).toAbsolutePath().resolve("pip");
        } catch (InvalidPathException e) {
            throw new CliException(
                    CliException.BAD_USAGE,
                    "PIP_DATA_DIR or XDG_DATA_HOME is no path: " + Printable.of(e.getInput()),
                    e);
        }
    }

    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held in this very process.
        }
        channel.close();
        return null;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // The system lets go of it at our end anyway.
        }
    }
}
