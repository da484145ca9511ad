package au.pip.llm.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A body as it arrives, read with a time limit by one thread and closed by any. One delivery is asked for while the one
 * before is read, so a slow reader slows the sender down and memory stays bounded; more in advance would only keep other
 * threads busy while the reader waits for a core to show what has come.
 */
final class BodyPipe implements BodySubscriber<BodyPipe> {
    private static final List<ByteBuffer> END = List.of();

    private enum State {
        OPEN,
        DRAINING,
        CLOSED
    }

    private final LinkedBlockingQueue<List<ByteBuffer>> arrived = new LinkedBlockingQueue<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean complete;
    private volatile @Nullable Throwable failure;
    private List<ByteBuffer> current = END;
    private int position;

    @Override
    public CompletionStage<BodyPipe> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        if (state.get() == State.CLOSED) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (state.get() == State.OPEN && !buffers.isEmpty()) {
            arrived.add(buffers);
        } else {
            request(1);
        }
    }

    @Override
    public void onError(Throwable throwable) {
        failure = throwable;
        complete = true;
        arrived.add(END);
    }

    @Override
    public void onComplete() {
        complete = true;
        arrived.add(END);
    }

    /**
     * The next bytes; null at the end and after {@link #close}.
     *
     * @throws HttpTimeoutException when none come within {@code nanos}
     * @throws IOException when the connection breaks
     */
    @Nullable
    ByteBuffer take(long nanos) throws IOException, InterruptedException {
        while (position == current.size()) {
            position = 0;
            current = END;
            List<ByteBuffer> next = arrived.poll(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new HttpTimeoutException("no bytes in time");
            }
            if (next.isEmpty()) {
                arrived.add(END);
                return atEnd();
            }
            current = next;
            request(1);
        }
        return current.get(position++);
    }

    private @Nullable ByteBuffer atEnd() throws IOException {
        Throwable cause = failure;
        if (cause == null || state.get() == State.CLOSED) {
            return null;
        }
        throw new IOException("the connection broke", cause);
    }

    private void request(long count) {
        Flow.Subscription source = subscription;
        if (source != null) {
            source.request(count);
        }
    }

    /** Cancels the exchange; a reader that waits sees the end at once. */
    void close() {
        if (state.getAndSet(State.CLOSED) != State.CLOSED) {
            arrived.clear();
            arrived.add(END);
            Flow.Subscription source = subscription;
            if (source != null && !complete) {
                source.cancel();
            }
        }
    }

    /**
     * Reads over the rest, so that the connection can serve the next request, but for no longer than {@code seconds}.
     * Nothing may be taken afterwards.
     */
    void drain(long seconds, Executor executor) {
        if (!state.compareAndSet(State.OPEN, State.DRAINING)) {
            return;
        }
        arrived.clear();
        if (!complete) {
            request(1);
            CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS, executor)
                    .execute(this::close);
        }
    }
}
