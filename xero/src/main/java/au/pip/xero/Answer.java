package au.pip.xero;

import java.time.Instant;

/** A good answer of Xero: its bytes as they came, never changed, and when. */
final class Answer {
    private final byte[] body;
    private final Instant at;

    Answer(byte[] body, Instant at) {
        this.body = body;
        this.at = at;
    }

    byte[] body() {
        return body;
    }

    Instant at() {
        return at;
    }
}
