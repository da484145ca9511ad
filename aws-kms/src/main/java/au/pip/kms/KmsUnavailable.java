package au.pip.kms;

/** AWS KMS did not do what was asked. The message is a sentence for a person: the cause and the next step. */
public final class KmsUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KmsUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
