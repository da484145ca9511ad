package au.pip.server;

/** A request that no store has to be asked about. The message is a sentence for whoever sent it. */
final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message);
    }
}
