package au.pip.assistant.care;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A file that is there whole or not at all: written beside its place under another name, readable by its owner only,
 * and given its name once it is on the disk. What a process that was killed left of one goes when the next is begun.
 */
final class NewFile implements AutoCloseable {
    private static final String UNFINISHED = ".unfinished-";
    /** What is younger may be of a process that has not locked it yet. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path place;
    private final Path unfinished;
    private final FileChannel channel;

    private NewFile(Path place, Path unfinished, FileChannel channel) {
        this.place = place;
        this.unfinished = unfinished;
        this.channel = channel;
    }

    /**
     * @param replace whether a file that is there goes when the new one is whole
     * @throws CareException when one is there and is not to go, or there is no such folder
     */
    static NewFile at(Path given, boolean replace) throws IOException {
        Path place = given.toAbsolutePath();
        Path folder = place.getParent();
        if (folder == null || Files.isDirectory(place)) {
            throw new CareException(place + " is a folder: name a file.");
        }
        if (!Files.isDirectory(folder)) {
            throw new CareException("There is no folder " + folder + ": make it, or name another file.");
        }
        if (Files.exists(place) && !replace) {
            throw there(place);
        }
        String begins = place.getFileName() + UNFINISHED;
        removeLeft(folder, begins);
        Path unfinished = folder.resolve(begins + UUID.randomUUID());
        FileChannel channel = opened(unfinished);
        locked(channel);
        return new NewFile(place, unfinished, channel);
    }

    private static void removeLeft(Path folder, String begins) throws IOException {
        Instant old = Instant.now().minus(YOUNG);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, file -> isOf(file, begins))) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old) && isNobodys(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isOf(Path file, String begins) {
        String name = file.getFileName().toString();
        return name.startsWith(begins)
                && UUID_TEXT.matcher(name.substring(begins.length())).matches();
    }

    private static boolean isNobodys(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return locked(channel);
        } catch (IOException cannotTell) {
            return false;
        }
    }

    /** Whether it is locked now, until the channel is closed; not where another holds it or there are no locks. */
    private static boolean locked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException | OverlappingFileLockException _) {
            return false;
        }
    }

    private static FileChannel opened(Path file) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? FileChannel.open(
                        file,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(file, options, new FileAttribute<?>[0]);
    }

    /** Writes through to the file; closing it closes the file. */
    OutputStream out() {
        return Channels.newOutputStream(channel);
    }

    /** Gives the file its name; from then on it is there, a power failure or not. */
    void keep(boolean replace) throws IOException {
        channel.force(true);
        channel.close();
        if (replace) {
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else if (Files.exists(place)) {
            throw there(place);
        } else {
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        }
        forceFolder();
    }

    /** What is not kept is gone. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(unfinished);
    }

    static CareException unwritable(Path file, IOException e) {
        String reason = e instanceof FileSystemException failure
                        && failure.getReason() != null
                        && !(e instanceof NoSuchFileException)
                ? failure.getReason()
                : String.valueOf(e.getMessage());
        return new CareException(
                file + " could not be written (" + reason + "), and nothing of it is left: free some space or name"
                        + " another place.",
                e);
    }

    private static CareException there(Path place) {
        return new CareException(place + " is already there: name another file, or say --replace.");
    }

    private void forceFolder() {
        Path folder = place.getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
            entry.force(true);
        } catch (IOException notHere) {
            // Some systems open no folder; there the name is kept in their own time.
        }
    }
}
