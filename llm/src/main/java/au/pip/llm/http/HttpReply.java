package au.pip.llm.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One exchange, from the sent request to the last byte of its answer. Read by one thread: first {@link #await}, then the
 * rest. {@link #close} may come from any thread at any moment, and the server sees it at once.
 */
public final class HttpReply implements Closeable {
    private static final long DRAIN_SECONDS = 2;

    /** The answer's status and headers, and its body as it arrives. */
    record Head(ResponseInfo info, BodyPipe body) {}

    private final CompletableFuture<?> exchange;
    private final CompletableFuture<Head> head;
    private final Executor executor;
    private @Nullable Head answer;

    /**
     * @param exchange as the client gives it; it is completed on a thread of its own, so later than {@code head}
     * @param head completed as soon as the headers have come
     */
    HttpReply(CompletableFuture<?> exchange, CompletableFuture<Head> head, Executor executor) {
        this.exchange = exchange;
        this.head = head;
        this.executor = executor;
        var _ = exchange.whenComplete((done, failure) -> {
            if (failure != null) {
                head.completeExceptionally(failure);
            }
        });
    }

    /**
     * Waits for the answer's status and headers.
     *
     * @return false when the reply was closed before
     * @throws HttpTimeoutException when they do not come within {@code nanos}; the exchange is then closed
     * @throws IOException when the connection fails
     */
    public boolean await(long nanos) throws IOException, InterruptedException {
        try {
            answer = head.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
            return true;
        } catch (CancellationException closed) {
            return false;
        } catch (TimeoutException late) {
            close();
            throw new HttpTimeoutException("no answer in time");
        } catch (InterruptedException interrupted) {
            close();
            throw interrupted;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException("the request failed", failed.getCause());
        }
    }

    public int status() {
        return answered().info().statusCode();
    }

    /** The first value of a header, whatever its case; null without one. */
    public @Nullable String header(String name) {
        return answered().info().headers().firstValue(name).orElse(null);
    }

    /**
     * The next bytes of the body; null at its end and after {@link #close}.
     *
     * @throws HttpTimeoutException when none come within {@code nanos}
     * @throws IOException when the connection breaks
     */
    public @Nullable ByteBuffer take(long nanos) throws IOException, InterruptedException {
        return answered().body().take(nanos);
    }

    /** What is left of the body, cut at {@code limit} bytes; the exchange is over afterwards. */
    public byte[] readAll(int limit, long nanos) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + nanos;
        byte[] all = new byte[Math.min(limit, 4096)];
        int length = 0;
        for (ByteBuffer next = take(nanos); next != null; next = take(deadline - System.nanoTime())) {
            int count = Math.min(next.remaining(), limit - length);
            if (length + count > all.length) {
                all = Arrays.copyOf(all, Math.max(length + count, Math.min(limit, all.length * 2)));
            }
            next.get(all, length, count);
            length += count;
            if (length == limit) {
                close();
                break;
            }
        }
        return Arrays.copyOf(all, length);
    }

    private Head answered() {
        if (answer == null) {
            throw new IllegalStateException("await() comes first");
        }
        return answer;
    }

    /** Says that no more of the body is wanted, as all that matters has come; keeps the connection for the next call. */
    public void finish() {
        answered().body().drain(DRAIN_SECONDS, executor);
    }

    /** Cancels the exchange; a no-op when it is over. */
    @Override
    public void close() {
        // Once there is a head the body alone decides: the exchange, which lags behind, may be over to the last byte.
        if (head.cancel(true)) {
            exchange.cancel(true);
        } else if (head.state() == java.util.concurrent.Future.State.SUCCESS) {
            head.resultNow().body().close();
        }
    }
}
