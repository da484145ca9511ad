package au.pip.llm.http;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One JSON document a line; empty lines are skipped, and the last line may lack its end. */
public final class NdjsonReader implements FrameReader {
    private final LineBuffer lines = new LineBuffer();

    @Override
    public void feed(ByteBuffer input) throws FrameTooLongException {
        lines.feed(input);
    }

    @Override
    public boolean next() {
        while (lines.nextLine()) {
            if (length() > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean end() {
        return lines.lastLine();
    }

    @Override
    public byte[] bytes() {
        return lines.bytes();
    }

    @Override
    public int offset() {
        return lines.lineStart();
    }

    @Override
    public int length() {
        return lines.lineEnd() - lines.lineStart();
    }

    @Override
    public @Nullable String event() {
        return null;
    }
}
