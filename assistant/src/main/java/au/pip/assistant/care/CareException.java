package au.pip.assistant.care;

import org.jspecify.annotations.Nullable;

/** A backup, restore, move or check cannot go on. The message is a sentence for a person: the cause and the next step. */
public final class CareException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CareException(String message) {
        this(message, null);
    }

    public CareException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
