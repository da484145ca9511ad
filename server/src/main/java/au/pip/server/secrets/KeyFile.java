package au.pip.server.secrets;

import au.pip.assistant.secret.MasterKeyException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The master key's file: its owner's only, and replaced as a whole. */
final class KeyFile {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final long LONGEST = 1_000_000;

    private final Path path;

    KeyFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Its bytes, to be wiped; empty when there is no file.
     *
     * @throws MasterKeyException when others may read it, or this user may not
     */
    Optional<byte[]> read() {
        try {
            requireOwnersOnly();
            if (Files.size(path) > LONGEST) {
                throw damaged();
            }
            return Optional.of(Files.readAllBytes(path));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new MasterKeyException(
                    "The master key's file %s cannot be read (%s): make it a file that this user owns, with mode 0600."
                            .formatted(path, reason(failure)),
                    failure);
        }
    }

    /**
     * Replaces it, or makes it, with mode 0600; after a crash it is the old one or the new one.
     *
     * @param content is wiped
     */
    void replace(byte[] content) {
        Path folder = Objects.requireNonNullElse(path.getParent(), path);
        Path next = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(next);
            try (FileChannel channel = FileChannel.open(
                    next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersOnly(folder))) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(folder);
        } catch (IOException failure) {
            throw new MasterKeyException(
                    "The master key's file %s cannot be written (%s): make its folder writable for this user, or name another with %s."
                            .formatted(path, reason(failure), MasterKeySettings.FILE),
                    failure);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /**
     * Keeps other processes from changing the file until it is closed.
     *
     * @throws MasterKeyException when another is changing it, or the folder cannot be written
     */
    FileChannel lock() {
        return lock(false);
    }

    /** As {@link #lock}, but waits for another process. */
    FileChannel awaitLock() {
        return lock(true);
    }

    private FileChannel lock(boolean waiting) {
        Path folder = Objects.requireNonNullElse(path.getParent(), path);
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    path.resolveSibling(path.getFileName() + ".lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    ownersOnly(folder));
            if (!locked(channel, waiting)) {
                channel.close();
                throw new MasterKeyException(
                        "The master key %s is being changed by another process: wait until it has ended."
                                .formatted(path));
            }
            return channel;
        } catch (IOException failure) {
            throw new MasterKeyException(
                    "No master key can be made in %s (%s): make the folder writable for this user, or name another file with %s."
                            .formatted(folder, reason(failure), MasterKeySettings.FILE),
                    failure);
        }
    }

    MasterKeyException damaged() {
        return new MasterKeyException(
                "The master key's file %s is damaged: put it back from your copy.".formatted(path));
    }

    private static boolean locked(FileChannel channel, boolean waiting) throws IOException {
        try {
            return (waiting ? channel.lock() : channel.tryLock()) != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private void requireOwnersOnly() throws IOException {
        if (!hasModes(path)) {
            return;
        }
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path);
        if (!OWNER.containsAll(mode)) {
            throw new MasterKeyException("The master key's file %s is open to others (%s): run chmod 600 %s."
                    .formatted(path, PosixFilePermissions.toString(mode), path));
        }
    }

    private static FileAttribute<?>[] ownersOnly(Path folder) {
        return hasModes(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** So that the new name is there after a power failure; where folders cannot be opened, the system does it. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Nothing more can be done for it.
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission is denied";
        }
        String told = failure instanceof FileSystemException at ? at.getReason() : failure.getMessage();
        return told == null ? "something else may be in the way" : told;
    }
}
