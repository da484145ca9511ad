package au.pip.llm.compose;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.Cost;
import au.pip.llm.Usage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Another stream whose end, however it comes, is told of once. */
abstract class WrappedStream implements ChatStream {
    final ChatStream inner;
    private final AtomicBoolean ended = new AtomicBoolean();

    WrappedStream(ChatStream inner) {
        this.inner = inner;
    }

    void arrived(ChatEvent event) {}

    /**
     * The reply is whole, cut or closed.
     *
     * @param failure null when none ended it
     */
    abstract void ended(@Nullable Throwable failure);

    private void endOnce(@Nullable Throwable failure) {
        if (ended.compareAndSet(false, true)) {
            ended(failure);
        }
    }

    @Override
    public final boolean hasNext() {
        try {
            boolean more = inner.hasNext();
            if (!more) {
                endOnce(null);
            }
            return more;
        } catch (RuntimeException | Error failure) {
            endOnce(failure);
            throw failure;
        }
    }

    @Override
    public final ChatEvent next() {
        try {
            ChatEvent event = inner.next();
            arrived(event);
            if (event instanceof ChatEvent.Finished) {
                endOnce(null);
            }
            return event;
        } catch (RuntimeException | Error failure) {
            endOnce(failure);
            throw failure;
        }
    }

    @Override
    public final ChatResponse response() {
        while (hasNext()) {
            next();
        }
        return inner.response();
    }

    @Override
    public final @Nullable String provider() {
        return inner.provider();
    }

    @Override
    public final Usage usage() {
        return inner.usage();
    }

    @Override
    public final @Nullable Cost cost() {
        return inner.cost();
    }

    @Override
    public final void close() {
        inner.close();
        endOnce(null);
    }
}
