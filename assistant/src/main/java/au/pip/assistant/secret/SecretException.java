package au.pip.assistant.secret;

/** A secret cannot be opened. The message is a sentence for a person, and shows nothing of the secret. */
public final class SecretException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Opened found;

    SecretException(SecretPlace place, Opened found) {
        super("The secret %s of %s (account %s) cannot be opened: %s."
                .formatted(place.kind(), place.owner(), place.account().value(), found.reason()));
        this.found = found;
    }

    /** What it is instead of a text. */
    public Opened found() {
        return found;
    }
}
