package au.pip.xero;

import java.time.Instant;

/** A good answer of Xero: its bytes as they came, never changed, and when. */
public final class Answer {
    private final byte[] body;
    private final Instant at;

    /** @param body not to be changed any more */
    public Answer(byte[] body, Instant at) {
        this.body = body;
        this.at = at;
    }

    /** Not to be changed. */
    public byte[] body() {
        return body;
    }

    public Instant at() {
        return at;
    }
}
