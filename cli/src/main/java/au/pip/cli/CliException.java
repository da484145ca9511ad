package au.pip.cli;

import org.jspecify.annotations.Nullable;

/** What ends a command. Its message is one line for a person: the cause and the next step. */
class CliException extends RuntimeException {
    /** The run did not complete or could look nothing up, or the server refused. */
    static final int FAILED = 1;

    static final int BAD_USAGE = 2;
    /** No server, or none could be started. */
    static final int NO_SERVER = 3;
    /** As a shell has it for a command that Ctrl-C ended. */
    static final int INTERRUPTED = 130;

    private final int exitCode;

    CliException(int exitCode, String message) {
        this(exitCode, message, null);
    }

    CliException(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }

    /** Never null: every constructor sets it. */
    String line() {
        String message = getMessage();
        return message == null ? "" : message.replaceAll("\\s*\\R\\s*", " ");
    }
}
