package au.pip.store.jdbc;

import au.pip.assistant.store.StoreException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * Where a SQLite database is. Its file is never read past SQLite: closing any other handle of the file would drop the
 * locks that SQLite holds in this process.
 */
record SqliteFile(Path path, boolean made) {
    /** Checks that SQLite can use the file and its folder; makes an empty file, its owner's only, when there is none. */
    static SqliteFile ready(Path given) {
        Path path = usable(given);
        return new SqliteFile(path, make(path));
    }

    /** Checks the same of a file that is there. */
    static SqliteFile there(Path given) {
        Path path = usable(given);
        if (!Files.exists(path)) {
            throw refused("There is no database " + path + ": name the one that you mean.");
        }
        return new SqliteFile(path, false);
    }

    private static Path usable(Path given) {
        Path path = given.toAbsolutePath();
        Path folder = path.getParent();
        if (folder == null || Files.isDirectory(path)) {
            throw refused(path + " is a folder: name a file for the database.");
        }
        if (!Files.isDirectory(folder)) {
            throw refused("There is no folder " + folder + " for the database: make it, or name another file.");
        }
        if (Files.exists(path) && !(Files.isWritable(path) && Files.isReadable(path))) {
            throw refused(path + " may not be read and written by this user: give it permission (chmod u+rw), or name"
                    + " another file.");
        }
        if (!Files.isWritable(folder)) {
            throw refused(folder + " may not be written by this user, and a database needs files beside it: give it"
                    + " permission (chmod u+w), or name a file in another folder.");
        }
        return path;
    }

    /** Whether there is a log beside it: a program has it open, or was killed. */
    boolean hasLog() {
        return Files.exists(path.resolveSibling(path.getFileName() + "-wal"));
    }

    /** Makes an empty file for its owner only; answers whether there was none. */
    static boolean make(Path path) {
        try {
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(path);
            }
            return true;
        } catch (FileAlreadyExistsException there) {
            return false;
        } catch (IOException | UnsupportedOperationException failure) {
            throw new StoreException(
                    "The database " + path + " cannot be made (" + failure.getMessage()
                            + "): check the folder's permissions and free space, or name another file.",
                    failure);
        }
    }

    /** Connections that write, and keep what they commit through a power failure. */
    SQLiteDataSource writing(int busyMilliseconds) {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(busyMilliseconds);
        config.enforceForeignKeys(true);
        config.setSynchronous(SynchronousMode.FULL);
        config.setGetGeneratedKeys(false);
        return source(config);
    }

    SQLiteDataSource reading(int busyMilliseconds) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(busyMilliseconds);
        return source(config);
    }

    /** As a URI, because SQLite's driver reads a question mark in a plain name as options. */
    private SQLiteDataSource source(SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path.toUri());
        return source;
    }

    /** Leaves nothing behind of a file that was made here and never became a database. */
    void unmake() {
        if (!made) {
            return;
        }
        for (String suffix : List.of("-wal", "-shm", "-journal", "")) {
            try {
                Files.deleteIfExists(path.resolveSibling(path.getFileName() + suffix));
            } catch (IOException left) {
                // The refusal that is being told matters more than an empty file.
            }
        }
    }

    private static StoreException refused(String sentence) {
        return new StoreException(sentence, new IOException(sentence));
    }
}
