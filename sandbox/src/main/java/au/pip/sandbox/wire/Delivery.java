package au.pip.sandbox.wire;

import java.time.Duration;

/** How a reply gets through. */
public sealed interface Delivery {
    /** At once and whole. */
    record Whole() implements Delivery {}

    /** Whole, but nothing of it before that time. */
    record Late(Duration delay) implements Delivery {}

    /** Its status at once, its body in pieces over that time. */
    record Slow(Duration length) implements Delivery {}

    /** Half of its body, then the connection ends. */
    record Cut() implements Delivery {}

    /** Not at all: the connection ends without an answer. */
    record Lost() implements Delivery {}
}
