package au.pip.llm.protocol;

/** How a streamed answer is cut into JSON documents. */
public enum Framing {
    SERVER_SENT_EVENTS,
    JSON_LINES
}
