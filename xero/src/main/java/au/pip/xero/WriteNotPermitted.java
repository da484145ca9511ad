package au.pip.xero;

/** A write was asked for without a good permit. Nothing was sent, unless in an earlier try that got no answer. */
public final class WriteNotPermitted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WriteNotPermitted(String cause) {
        super("Nothing was written to Xero: the permit does not allow it, as " + cause
                + ". Propose the draft anew, and approve it.");
    }
}
