package au.pip.xero;

/**
 * A write that Xero answered without doing it, for a limit or the sign-in: nothing was written. The message is a
 * sentence for a person: the cause and the next step.
 */
public final class WriteNotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WriteNotTaken(XeroException cause) {
        super(cause.getMessage(), cause);
    }
}
