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
import org.jspecify.annotations.Nullable;

/** The data folder, used by one server at a time: a second one would take the first one's answers for left over. */
final class DataDirectory implements AutoCloseable {
    private final FileChannel channel;

    private DataDirectory(FileChannel channel) {
        this.channel = channel;
    }

    static DataDirectory open(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(
                    directory.resolve("pip.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                throw new StartupException("Another Pip is already using the data folder " + directory
                        + ". Stop it first, or set PIP_DATA_DIR to another folder.");
            }
            return new DataDirectory(channel);
        } catch (IOException e) {
            throw new StartupException("The data folder " + directory + " cannot be written to: " + reason(e)
                    + ". Make it writable, or set PIP_DATA_DIR to another folder.");
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
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(DataDirectory.class.getName())
                    .log(System.Logger.Level.WARNING, "the lock was not given back", e);
        }
    }
}
