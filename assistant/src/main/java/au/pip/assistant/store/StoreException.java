package au.pip.assistant.store;

/** The store cannot do its work: disk full, file read-only, server gone. The message is a sentence for a person. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
