package au.pip.cli;

/** The server answered, and said no. */
final class RefusedException extends CliException {
    private final int status;

    RefusedException(int status, String message) {
        super(FAILED, message);
        this.status = status;
    }

    /** The HTTP status, 400 or more. */
    int status() {
        return status;
    }
}
