package au.pip.assistant.care;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * A file that is there whole or not at all: written beside its place under another name, readable by its owner only,
 * and given its name once it is on the disk.
 */
final class NewFile implements AutoCloseable {
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
        Path unfinished = folder.resolve(place.getFileName() + ".unfinished-" + UUID.randomUUID());
        return new NewFile(place, unfinished, opened(unfinished));
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
