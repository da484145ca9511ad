package au.pip.llm;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * One reply as it arrives. Read by one thread; {@link #close} may be called from any.
 *
 * <p>{@link #hasNext} and {@link #next} block until the next event. A stream that ends without the provider's end mark
 * throws {@link LlmException.BrokenStream}: a cut reply is never taken for a whole one. Events already given stay true.
 *
 * <p>An interrupt of the reading thread counts as {@link #close}: the stream ends, and the thread stays interrupted.
 */
public interface ChatStream extends Iterator<ChatEvent>, AutoCloseable {
    /** The rest of the events, for a {@code for} loop; once, as they are read from this stream. */
    default Iterable<ChatEvent> events() {
        return () -> this;
    }

    /**
     * Reads what is left and answers the whole reply. After a {@link #close} in the middle it answers what came until
     * then, with {@link StopReason#CANCELLED}.
     */
    ChatResponse response();

    /**
     * The name of the provider that answers: where several are asked in turn, the one that was asked last. Null when the
     * stream does not tell.
     */
    default @Nullable String provider() {
        return null;
    }

    /**
     * What has been used so far, as far as the provider has said. After an exception or a cancellation it is what is
     * to be booked.
     */
    Usage usage();

    /**
     * What {@link #usage} costs, {@link Cost#atLeast} until the reply is whole, and also afterwards when a try before it may
     * be billed; null while that is not known. Free models cost nought, known from the start, and so does what was refused
     * at each try.
     */
    @Nullable
    Cost cost();

    /** Closes the connection, so that the provider stops; a no-op when the reply is whole or already closed. */
    @Override
    void close();
}
