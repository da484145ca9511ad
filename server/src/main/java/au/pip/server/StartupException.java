package au.pip.server;

/** The server, or a program beside it, cannot start. The message is one line for a person: the cause and the next step. */
public final class StartupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartupException(String message) {
        super(message);
    }
}
