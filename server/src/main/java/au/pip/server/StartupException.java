package au.pip.server;

/** The server cannot start. The message is one line for a person: the cause and the next step. */
final class StartupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartupException(String message) {
        super(message);
    }
}
