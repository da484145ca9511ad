package au.pip.sandbox.identity;

import au.pip.sandbox.wire.Reply;

/** A request that OAuth refuses; its message is OAuth's word for why. */
final class Refusal extends Exception {
    private final int status;
    private final String error;

    private Refusal(int status, String error) {
        super(error);
        this.status = status;
        this.error = error;
    }

    static Refusal of(String error) {
        return new Refusal(400, error);
    }

    /** The app is none, or did not show that it is the one that it says. */
    static Refusal client() {
        return new Refusal(401, "invalid_client");
    }

    static Refusal grant() {
        return of("invalid_grant");
    }

    static Refusal request() {
        return of("invalid_request");
    }

    String error() {
        return error;
    }

    Reply reply() {
        return Reply.oauth(status, error);
    }
}
