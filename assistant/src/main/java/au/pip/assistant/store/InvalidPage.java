package au.pip.assistant.store;

import org.jspecify.annotations.Nullable;

/** A cursor that the list did not give, or a limit out of bounds. The message is a sentence for whoever asked. */
public final class InvalidPage extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidPage(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
