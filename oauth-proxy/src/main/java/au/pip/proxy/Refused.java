package au.pip.proxy;

/** Why a request is not answered as it asks. Neither part quotes what was sent. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;
    private final String sentence;

    /**
     * @param status of the reply
     * @param error for programs: OAuth's word, such as {@code invalid_request} (RFC 6749, 5.2)
     * @param sentence for a person: the cause and the next step
     */
    Refused(int status, String error, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.error = error;
        this.sentence = sentence;
    }

    static Refused badRequest(String sentence) {
        return new Refused(400, "invalid_request", sentence);
    }

    static Refused invalidGrant() {
        return new Refused(400, "invalid_grant", "This is no longer good. Connect Xero again.");
    }

    /** Xero does not accept this proxy's app. */
    static Refused app() {
        return new Refused(400, "app_refused", "Xero does not accept this proxy's app. Tell whoever runs the proxy.");
    }

    static Refused busy() {
        return new Refused(503, "temporarily_unavailable", "This proxy is busy. Try again in a few minutes.");
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    String sentence() {
        return sentence;
    }
}
