package au.pip.llm.http;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a byte stream into frames, without I/O: {@link #feed} what has arrived, then take frames while {@link #next}
 * says so. The frame's bytes are the reader's own buffer: valid until the next {@code feed}, {@code next} or
 * {@code end}.
 */
public interface FrameReader {
    /** @throws FrameTooLongException when a frame would not end */
    void feed(ByteBuffer input) throws FrameTooLongException;

    /** Goes to the next whole frame; false when more bytes are needed. */
    boolean next() throws FrameTooLongException;

    /** Says that no more bytes come; true when that makes what is left a frame. */
    boolean end();

    byte[] bytes();

    int offset();

    int length();

    /** The frame's name, in formats that name their frames; null without one. */
    @Nullable
    String event();
}
