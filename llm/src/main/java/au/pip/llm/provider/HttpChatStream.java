package au.pip.llm.provider;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.Cost;
import au.pip.llm.LlmException;
import au.pip.llm.LlmException.Origin;
import au.pip.llm.LlmException.TimedOut.Phase;
import au.pip.llm.ProviderConfig.Timeouts;
import au.pip.llm.RetryPolicy;
import au.pip.llm.Timing;
import au.pip.llm.Usage;
import au.pip.llm.http.FrameReader;
import au.pip.llm.http.FrameTooLongException;
import au.pip.llm.http.HttpReply;
import au.pip.llm.http.NdjsonReader;
import au.pip.llm.http.SseReader;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Rendered;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import au.pip.llm.protocol.WireFailure;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One reply over HTTP. The reading thread pulls bytes, cuts them into frames and hands out the events of each. Until the
 * first event a retriable failure begins the request anew; afterwards it is the caller's.
 */
final class HttpChatStream implements ChatStream {
    /** All tries were refused, or none was made: nothing is charged. */
    private static final Cost NOT_ANSWERED = new Cost(BigDecimal.ZERO, "not answered");

    private final Wire wire;
    private final ChatRequest request;
    private final Rendered rendered;
    private final Credentials credentials;
    private final Timeouts timeouts;
    private final RetryPolicy retryPolicy;
    private final UsageMeter meter;
    private final Pricing pricing;
    private final HttpRequest httpRequest;
    private final ReplyFold fold;
    private final ArrayDeque<ChatEvent> events = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable HttpReply reply;
    private ReplyReader reader;
    private FrameReader frames;
    private Origin origin;
    /** Null until the caller is given anything of the reply: until then another try repeats nothing. */
    private volatile UsageMeter.@Nullable Reply booking;

    private @Nullable LlmException failure;
    private final long startedAt = System.nanoTime();
    private long firstTokenAt;
    /** Set by the reader or by whoever closes; 0 until then. */
    private volatile long endedAt;

    /** When the wait for the next frame began; 0 while nobody waits, as a caller that is away is not the provider's delay. */
    private long waitingSince;
    /** Nanoseconds that were waited before, of the time until the first token. */
    private long waited;

    private int retries;
    private final Tries tries = new Tries();
    private @Nullable Duration pause;
    private volatile boolean whole;

    HttpChatStream(
            Wire wire,
            ChatRequest request,
            Rendered rendered,
            Credentials credentials,
            Timeouts timeouts,
            RetryPolicy retryPolicy,
            UsageMeter meter,
            Pricing pricing) {
        this.wire = wire;
        this.request = request;
        this.rendered = rendered;
        this.credentials = credentials;
        this.timeouts = timeouts;
        this.retryPolicy = retryPolicy;
        this.meter = meter;
        this.pricing = pricing;
        this.httpRequest = wire.post(rendered, credentials);
        this.fold = new ReplyFold(
                wire.host().name(), credentials.instance(), request.model().id(), this::arrived);
        this.reader = newReader();
        this.frames = newFrames();
        this.origin = new Origin(wire.host().name(), 0, null);
    }

    private ReplyReader newReader() {
        return wire.host().protocol().reader(request, rendered, fold);
    }

    private FrameReader newFrames() {
        return switch (wire.host().protocol().framing()) {
            case SERVER_SENT_EVENTS -> new SseReader();
            case JSON_LINES -> new NdjsonReader();
        };
    }

    /** Sends the request; where another try is to follow, the reader makes it. */
    void open() {
        try {
            LlmException refused = tryOpen();
            if (refused != null) {
                retryOrFail(refused);
            }
        } catch (InterruptedException interrupted) {
            closeInterrupted();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private @Nullable LlmException tryOpen() throws InterruptedException {
        reader = newReader();
        frames = newFrames();
        waited = 0;
        waitingSince = System.nanoTime();
        tries.begin();
        HttpReply attempt = wire.send(httpRequest, timeouts.connect());
        reply = attempt;
        if (isClosed()) {
            attempt.close();
            return null;
        }
        try {
            if (wire.accepted(attempt, request.model().id(), credentials, timeouts.firstToken())) {
                origin = wire.origin(attempt);
            }
            stopWaiting();
            return null;
        } catch (LlmException refused) {
            return isClosed() ? null : refused;
        }
    }

    private void retryOrFail(LlmException cause) {
        tries.failed(cause);
        Duration delay = Retriable.atOnce(cause) ? retryPolicy.delay(retries + 1, cause.retryAfter()) : null;
        if (delay == null) {
            fail(cause);
            return;
        }
        pause = delay;
        fold.accept(new ChatEvent.Retrying(++retries, delay, cause));
    }

    /** It is thrown once the events before it have been read, and then whenever it is asked for more. */
    private void fail(LlmException cause) {
        failure = cause;
        endedAt = System.nanoTime();
        bookWhatMayBeBilled();
    }

    @SuppressWarnings("ReturnValueIgnored") // whether it was closed is asked of the latch itself
    private void waitUnlessClosed(Duration delay) throws InterruptedException {
        closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean hasNext() {
        try {
            while (events.isEmpty() && !whole && !isClosed()) {
                if (failure != null) {
                    throw failure;
                }
                LlmException cause = step();
                if (cause != null && !isClosed()) {
                    recover(cause);
                }
            }
        } catch (InterruptedException interrupted) {
            closeInterrupted();
        }
        return !events.isEmpty() && (whole || !isClosed());
    }

    /** One frame, more bytes for it, or the next try; the failure if that went wrong. */
    private @Nullable LlmException step() throws InterruptedException {
        Duration wait = pause;
        if (wait != null) {
            pause = null;
            waitUnlessClosed(wait);
            return isClosed() ? null : tryOpen();
        }
        HttpReply source = reply;
        if (source == null) {
            throw new IllegalStateException("the stream is not open");
        }
        try {
            if (frames.next()) {
                return readFrame();
            }
            ByteBuffer bytes = source.take(patience());
            if (bytes != null) {
                frames.feed(bytes);
                return null;
            }
            return frames.end() ? readLastFrame() : readEnd();
        } catch (FrameTooLongException endless) {
            return wire.failures().malformed(origin);
        } catch (IOException broken) {
            return wire.failures().of(broken, origin, firstTokenAt == 0 ? Phase.FIRST_TOKEN : Phase.IDLE);
        }
    }

    /** Bytes that make no frame leave the wait what it is. */
    private long patience() {
        long now = System.nanoTime();
        if (waitingSince == 0) {
            waitingSince = now;
        }
        Duration limit = firstTokenAt == 0 ? timeouts.firstToken() : timeouts.idle();
        return limit.toNanos() - waited - (now - waitingSince);
    }

    private void stopWaiting() {
        if (firstTokenAt == 0 && waitingSince != 0) {
            waited += System.nanoTime() - waitingSince;
        }
        waitingSince = 0;
    }

    private @Nullable LlmException readFrame() {
        stopWaiting();
        try {
            if (frames.length() > 0) {
                reader.read(frames.event(), frames.bytes(), frames.offset(), frames.length());
                if (reader.whole()) {
                    finish();
                }
            }
            return null;
        } catch (WireFailure reported) {
            return wire.sorted(reported.failure(), request.model().id(), origin, null, credentials);
        } catch (JacksonException notJson) {
            return wire.failures().malformed(origin);
        } catch (RuntimeException absurd) {
            // Counts below nought, places beyond reason: a reader need not foresee all that a server may send.
            wire.tell(absurd);
            return wire.failures().malformed(origin);
        }
    }

    /** A last frame without its end may be cut in the middle. */
    private @Nullable LlmException readLastFrame() {
        LlmException cause = readFrame();
        return cause instanceof LlmException.MalformedResponse ? wire.failures().cut(origin) : cause;
    }

    private @Nullable LlmException readEnd() {
        if (!reader.end()) {
            return wire.failures().cut(origin);
        }
        finish();
        return null;
    }

    private void finish() {
        whole = true;
        endedAt = System.nanoTime();
        HttpReply source = reply;
        if (source != null) {
            source.finish();
        }
    }

    private void recover(LlmException cause) {
        HttpReply source = reply;
        if (source != null) {
            source.close();
        }
        if (booking == null) {
            retryOrFail(cause);
        } else {
            fail(cause);
        }
    }

    /** Each event, as the fold takes it. The first of the reply is usually its start, which some servers leave out. */
    private void arrived(ChatEvent event) {
        events.add(event);
        if (event instanceof ChatEvent.Retrying) {
            return;
        }
        UsageMeter.Reply booked = booked();
        if (event instanceof ChatEvent.UsageReported || event instanceof ChatEvent.CostReported) {
            booked.report(fold.usage(), cost());
        } else if (firstTokenAt == 0 && isToken(event)) {
            firstTokenAt = System.nanoTime();
            waited = 0;
        }
    }

    private synchronized UsageMeter.Reply booked() {
        if (booking == null) {
            booking = meter.started(fold.model(), cost(), tries.maybeBilled());
        }
        return booking;
    }

    private void bookWhatMayBeBilled() {
        if (tries.maybeBilled() > 0) {
            booked();
        }
    }

    private static boolean isToken(ChatEvent event) {
        return event instanceof ChatEvent.TextDelta
                || event instanceof ChatEvent.ThinkingDelta
                || event instanceof ChatEvent.ToolCallStarted;
    }

    @Override
    public @Nullable Cost cost() {
        int mayBeBilled = tries.maybeBilled();
        if (mayBeBilled == 0) {
            return NOT_ANSWERED;
        }
        Cost cost = pricing.of(request, fold);
        return (whole && mayBeBilled == 1) || cost == null || cost.usd().signum() == 0
                ? cost
                : new Cost(cost.usd(), cost.priceVersion(), true);
    }

    private Timing timing() {
        Duration first = firstTokenAt == 0 ? null : Duration.ofNanos(firstTokenAt - startedAt);
        return new Timing(first, Duration.ofNanos((endedAt == 0 ? System.nanoTime() : endedAt) - startedAt));
    }

    @Override
    public ChatEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return events.remove();
    }

    @Override
    public ChatResponse response() {
        while (hasNext()) {
            events.clear();
        }
        if (failure != null) {
            throw failure;
        }
        return fold.response(cost(), timing(), origin.requestId());
    }

    @Override
    public String provider() {
        return wire.host().name();
    }

    @Override
    public Usage usage() {
        return fold.usage();
    }

    @Override
    public void close() {
        if (!whole) {
            if (endedAt == 0) {
                endedAt = System.nanoTime();
            }
            closing.countDown();
            HttpReply source = reply;
            if (source != null) {
                source.close();
            }
            bookWhatMayBeBilled();
        }
    }

    private void closeInterrupted() {
        close();
        Thread.currentThread().interrupt();
    }

    private boolean isClosed() {
        return closing.getCount() == 0;
    }
}
