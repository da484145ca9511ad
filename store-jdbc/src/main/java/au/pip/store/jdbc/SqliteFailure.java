package au.pip.store.jdbc;

import au.pip.assistant.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/**
 * What a failure of SQLite means to a person. The codes are SQLite's primary result codes
 * (https://www.sqlite.org/rescode.html). Neither the sentence nor its cause holds a value that was being stored.
 */
final class SqliteFailure {
    private static final int ERROR = 1;
    private static final int PERMISSION = 3;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int IO = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int CONSTRAINT = 19;
    private static final int NOT_A_DATABASE = 26;

    private SqliteFailure() {}

    static StoreException explained(Path file, Throwable failure) {
        if (failure instanceof StoreException already) {
            return already;
        }
        SQLException cause = cause(failure);
        return new StoreException(sentence(file, cause), cause == null ? failure : cause);
    }

    private static String sentence(Path file, @Nullable SQLException cause) {
        String database = "The database " + file;
        return switch (code(cause)) {
            case FULL ->
                "The disk that holds " + file + " is full, so nothing of this was stored: free some space, then try"
                        + " again.";
            case READ_ONLY, PERMISSION, CANNOT_OPEN ->
                database + " cannot be opened for writing: check that the file and its folder are there and that this"
                        + " user may write both.";
            case BUSY, LOCKED ->
                database + " is kept locked by another program: close that program, or wait until it is done, then"
                        + " try again.";
            case NOT_A_DATABASE -> file + " is not a database: name another file, or move this one away.";
            case CORRUPT -> database + " is damaged: stop Pip, keep a copy of the file, and restore a backup.";
            case IO -> "The disk that holds " + file + " failed: check the disk, then start Pip again.";
            default ->
                database + " failed" + (cause == null ? "" : " (" + cause.getMessage() + ")")
                        + ": try again; if it stays so, report it.";
        };
    }

    /** Whether it may work a moment later: another process is writing, or has just made the same table or column. */
    static boolean passes(Throwable failure) {
        SQLException cause = cause(failure);
        return switch (code(cause)) {
            case BUSY, LOCKED, CONSTRAINT -> true;
            case ERROR ->
                String.valueOf(cause == null ? null : cause.getMessage())
                        .matches("(?s).*(already exists|duplicate column name).*");
            default -> false;
        };
    }

    private static @Nullable SQLException cause(Throwable failure) {
        SQLException innermost = null;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException found) {
                innermost = found;
            }
        }
        return innermost;
    }

    private static int code(@Nullable SQLException cause) {
        return cause instanceof SQLiteException failure ? failure.getResultCode().code & 0xff : 0;
    }
}
