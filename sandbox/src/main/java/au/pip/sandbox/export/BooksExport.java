package au.pip.sandbox.export;

import au.pip.sandbox.books.Books;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;

/** Writes books as a folder of CSV files. */
public final class BooksExport {
    private BooksExport() {}

    /** Why a folder cannot take an export, in one line that says what to do instead. */
    public static final class UnusableFolder extends Exception {
        UnusableFolder(String message) {
            super(message);
        }
    }

    /**
     * Says no to a folder that holds something, cannot be written, or lies nowhere. Writes nothing.
     *
     * @return the folder as an absolute path
     */
    public static Path check(Path wanted) throws UnusableFolder {
        Path folder = wanted.toAbsolutePath().normalize();
        Path parent = folder.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new UnusableFolder("the folder " + (parent == null ? folder : parent)
                    + " does not exist: create it first, or name another --out");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UnusableFolder(folder + " is a file: name a new or empty folder with --out");
        }
        if (Files.isDirectory(folder) && !isEmpty(folder)) {
            throw new UnusableFolder(folder + " is not empty: name a new or empty folder with --out");
        }
        if (!Files.isWritable(parent) || (Files.exists(folder) && !Files.isWritable(folder))) {
            throw new UnusableFolder(folder + " cannot be written: name a folder of your own with --out");
        }
        return folder;
    }

    /**
     * Writes all files, or none: they are made in a sibling folder that then takes the wanted name.
     *
     * @return the folder
     */
    public static Path write(Books books, Path wanted) throws UnusableFolder, IOException {
        Path folder = check(wanted);
        Path parent = folder.getParent();
        if (parent == null) {
            throw new UnusableFolder(folder + " cannot be an export: name another --out");
        }
        Path making = Files.createTempDirectory(parent, "." + folder.getFileName() + "-");
        try {
            for (Map.Entry<String, Csv> table : new BooksTables(books).byFile().entrySet()) {
                Files.writeString(
                        making.resolve(table.getKey()), table.getValue().text());
            }
            readableByOthers(making);
            Files.move(making, folder, StandardCopyOption.REPLACE_EXISTING);
            return folder;
        } finally {
            remove(making);
        }
    }

    /** A temporary folder is private; the finished one is an ordinary one. */
    private static void readableByOthers(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static boolean isEmpty(Path folder) throws UnusableFolder {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        } catch (IOException unreadable) {
            throw new UnusableFolder(folder + " cannot be read: name a folder of your own with --out");
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
