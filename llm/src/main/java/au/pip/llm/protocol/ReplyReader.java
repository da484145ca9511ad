package au.pip.llm.protocol;

import org.jspecify.annotations.Nullable;

/** Reads the frames of one streamed answer into a {@link ReplyFold}. Holds the state of that answer; used once. */
public interface ReplyReader {
    /**
     * Reads one frame. Frames and fields it does not know are read over.
     *
     * @param event the frame's name, where frames have one
     * @throws WireFailure when the frame reports an error
     * @throws tools.jackson.core.JacksonException when the frame is not JSON
     */
    void read(@Nullable String event, byte[] bytes, int offset, int length);

    /** Whether the provider's end mark has come. */
    boolean whole();

    /**
     * The answer has ended as HTTP wants. On wires whose end mark some servers leave out, what came may be whole all the
     * same: then it is finished here.
     *
     * @return whether the reply is whole
     */
    default boolean end() {
        return whole();
    }
}
