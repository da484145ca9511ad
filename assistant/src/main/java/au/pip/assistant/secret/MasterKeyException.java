package au.pip.assistant.secret;

import org.jspecify.annotations.Nullable;

/** The master key cannot be had or kept. The message is a sentence for a person, and shows nothing of a key. */
public final class MasterKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MasterKeyException(String message) {
        this(message, null);
    }

    public MasterKeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
