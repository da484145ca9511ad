package au.pip.xero;

/** A write of which nothing was sent to Xero. The message is a sentence for a person: the cause and the next step. */
public final class WriteNotSent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WriteNotSent(XeroException cause) {
        super(cause.getMessage(), cause);
    }
}
