package au.pip.sandbox.xero;

import au.pip.sandbox.wire.Reply;

/** A request that Xero would answer with 400; its message is told to the caller. */
final class BadRequest extends Exception {
    private final int errorNumber;
    private final String type;

    BadRequest(String message) {
        this(10, "ValidationException", message);
    }

    private BadRequest(int errorNumber, String type, String message) {
        super(message);
        this.errorNumber = errorNumber;
        this.type = type;
    }

    /** A filter or order that cannot be understood. */
    static BadRequest query(String message) {
        return new BadRequest(16, "QueryParseException", message);
    }

    /** A body that cannot be read. */
    static BadRequest body(String message) {
        return new BadRequest(14, "PostDataInvalidException", message);
    }

    Reply reply() {
        return Reply.json(
                400,
                new Fields()
                        .with("ErrorNumber", errorNumber)
                        .with("Type", type)
                        .with("Message", getMessage())
                        .map());
    }
}
