package au.pip.llm.http;

import java.io.IOException;

/** A frame of a stream is longer than any honest provider sends. */
public final class FrameTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    /** In bytes. */
    public static final int LIMIT = 32 * 1024 * 1024;

    FrameTooLongException() {
        super("a frame of the stream is longer than " + LIMIT + " bytes");
    }
}
