package au.pip.llm.compose;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.Cost;
import au.pip.llm.LlmException;
import au.pip.llm.Timing;
import au.pip.llm.Usage;
import au.pip.llm.protocol.ReplyFold;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A reply made of events, wherever they come from: for providers of one's own, and for doubles in tests. Only
 * {@link ChatEvent.Finished} must be among them, as the last; a text may come in deltas, as a whole part, or both.
 */
public final class EventStream implements ChatStream {
    private final String provider;
    private final Iterator<? extends ChatEvent> events;
    private final Runnable onClose;
    private final ReplyFold fold;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final long startedAt = System.nanoTime();
    private long firstTokenAt;
    private volatile long endedAt;
    private volatile boolean whole;
    private @Nullable LlmException failure;
    private @Nullable ChatEvent given;

    private EventStream(String provider, String model, Iterator<? extends ChatEvent> events, Runnable onClose) {
        this.provider = provider;
        this.events = events;
        this.onClose = onClose;
        this.fold = new ReplyFold(provider, model, event -> given = event);
    }

    /**
     * @param model the one asked for; a {@link ChatEvent.Started} may name another
     * @param events asked for by the thread that reads the stream; an {@link LlmException} of theirs ends it
     */
    public static ChatStream of(String provider, String model, Iterator<? extends ChatEvent> events) {
        return of(provider, model, events, () -> {});
    }

    /** @param onClose called once, by whoever closes the stream before its end: whatever {@code events} wait for must end */
    public static ChatStream of(String provider, String model, Iterator<? extends ChatEvent> events, Runnable onClose) {
        return new EventStream(provider, model, events, onClose);
    }

    @Override
    public boolean hasNext() {
        if (failure != null) {
            throw failure;
        }
        if (whole || isClosed()) {
            return false;
        }
        try {
            if (events.hasNext()) {
                return !isClosed();
            }
        } catch (LlmException cause) {
            return endUnlessClosed(cause);
        }
        return endUnlessClosed(new LlmException.BrokenStream(
                "The reply of %s ended before it was whole. Try again.".formatted(provider),
                new LlmException.Origin(provider, 0, null)));
    }

    /** An interrupt of the reader closes it too. */
    private boolean isClosed() {
        if (Thread.currentThread().isInterrupted()) {
            close();
        }
        return closed.get();
    }

    private boolean endUnlessClosed(LlmException cause) {
        if (isClosed()) {
            return false;
        }
        failure = cause;
        endedAt = System.nanoTime();
        throw cause;
    }

    @Override
    public ChatEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        fold.accept(nextOfSource());
        ChatEvent event = given;
        if (event == null) {
            throw new IllegalStateException("the fold passes each event on");
        }
        if (event instanceof ChatEvent.Finished) {
            whole = true;
            endedAt = System.nanoTime();
        } else if (firstTokenAt == 0 && isToken(event)) {
            firstTokenAt = System.nanoTime();
        }
        return event;
    }

    private ChatEvent nextOfSource() {
        try {
            return events.next();
        } catch (LlmException cause) {
            endUnlessClosed(cause);
            throw new NoSuchElementException();
        }
    }

    private static boolean isToken(ChatEvent event) {
        return event instanceof ChatEvent.TextDelta
                || event instanceof ChatEvent.ThinkingDelta
                || event instanceof ChatEvent.ToolCallStarted;
    }

    @Override
    public ChatResponse response() {
        while (hasNext()) {
            next();
        }
        Duration first = firstTokenAt == 0 ? null : Duration.ofNanos(firstTokenAt - startedAt);
        return fold.response(cost(), new Timing(first, Duration.ofNanos(endedAt - startedAt)), null);
    }

    @Override
    public String provider() {
        return provider;
    }

    @Override
    public Usage usage() {
        return fold.usage();
    }

    /** What a {@link ChatEvent.CostReported} said; null while none has come. */
    @Override
    public @Nullable Cost cost() {
        BigDecimal usd = fold.reportedCost();
        return usd == null ? null : new Cost(usd, "reported by " + provider, !whole && usd.signum() != 0);
    }

    @Override
    public void close() {
        if (!whole && failure == null && closed.compareAndSet(false, true)) {
            endedAt = System.nanoTime();
            onClose.run();
        }
    }
}
