package au.pip.store.jdbc;

import au.pip.assistant.store.StoreException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a failure of PostgreSQL means to a person, by its SQLSTATE
 * (https://www.postgresql.org/docs/18/errcodes-appendix.html). Neither the sentence nor its cause holds a value that
 * was being stored.
 */
final class PostgresFailure {
    private static final Set<String> MEETINGS = Set.of(
            // serialization_failure, deadlock_detected, unique_violation, lock_not_available
            "40001", "40P01", "23505", "55P03");

    private PostgresFailure() {}

    static StoreException explained(PostgresAddress address, Throwable failure) {
        if (failure instanceof StoreException already) {
            return already;
        }
        SQLException cause = cause(failure);
        return new StoreException(sentence(address, cause, failure), cause == null ? failure : cause);
    }

    /** Whether it came of another's work at the same time, and the same may succeed now. */
    static boolean passes(Throwable failure) {
        return MEETINGS.contains(state(cause(failure)));
    }

    private static String sentence(PostgresAddress address, @Nullable SQLException cause, Throwable failure) {
        String server = "PostgreSQL on " + address.server();
        String user = "the user " + address.user();
        String state = state(cause);
        return switch (state) {
            case "28P01" ->
                server + " does not take the password of " + user + ": correct the password, or give that user this one"
                        + " (ALTER ROLE … PASSWORD).";
            case "28000" ->
                server + " lets " + user + " in neither so nor from here (" + told(cause)
                        + "): check the user, sslmode and the server's pg_hba.conf.";
            case "3D000" ->
                "There is no database " + address.database() + " on " + address.server()
                        + ": make it (createdb), or name another.";
            case "42501" ->
                address + " does not allow " + user + " what Pip needs (" + told(cause)
                        + "): make that user the database's owner (ALTER DATABASE … OWNER TO …), or grant it CREATE on"
                        + " the database and its schema.";
            case "53100" ->
                "The disk of " + server + " is full, so nothing of this was stored: free some space there, then try"
                        + " again.";
            case "53300" -> server + " has no connection left: close other programs, or raise its max_connections.";
            case "25006" -> address + " may only be read, as a standby is: name the primary server.";
            case "57P01", "57P02", "57P03" -> server + " is stopping or starting: try again in a moment.";
            case "57P05" -> server + " ended this because nothing came of it for half a minute: try again.";
            case "55P03" -> address + " is kept locked by another program: wait until it is done, then try again.";
            case "XX001", "XX002" -> address + " is damaged: stop Pip, and restore a backup.";
            default -> other(address, server, state, cause, failure);
        };
    }

    private static String other(
            PostgresAddress address, String server, String state, @Nullable SQLException cause, Throwable failure) {
        if (state.equals("08P01") || (state.isEmpty() && cause == null)) {
            return address + " failed: try again; if it stays so, report it.";
        }
        if (state.startsWith("08")) {
            return server + " cannot be reached (" + reason(cause, failure)
                    + "): check that it runs there and that its name, port and sslmode are right, then try again.";
        }
        return address + " failed (" + told(cause) + "): try again; if it stays so, report it.";
    }

    private static String reason(@Nullable SQLException cause, Throwable failure) {
        for (Throwable each = cause == null ? failure : cause; each != null; each = each.getCause()) {
            if (each instanceof UnknownHostException) {
                return "no host of this name is known";
            }
            if (each.getCause() == null) {
                return String.valueOf(each.getMessage());
            }
        }
        return "no reason was told";
    }

    private static String told(@Nullable SQLException cause) {
        return cause == null ? "no reason was told" : String.valueOf(cause.getMessage());
    }

    private static String state(@Nullable SQLException cause) {
        String state = cause == null ? null : cause.getSQLState();
        return state == null ? "" : state;
    }

    /** The innermost that has a state: a pool's own failures wrap the driver's. */
    private static @Nullable SQLException cause(Throwable failure) {
        SQLException innermost = null;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException found && (innermost == null || found.getSQLState() != null)) {
                innermost = found;
            }
        }
        return innermost;
    }
}
