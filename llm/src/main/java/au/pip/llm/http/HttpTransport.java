package au.pip.llm.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over clients shared by the whole process: HTTP/1.1, virtual threads, redirects not followed (a key must
 * not travel to another host).
 */
public final class HttpTransport {
    private static final ExecutorService THREADS = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("llm-http-", 0).factory());
    private static final Map<Duration, HttpTransport> BY_CONNECT_TIMEOUT = new ConcurrentHashMap<>();

    /** Seconds. */
    private static final int LONGEST = 60;

    private final HttpClient client;

    private HttpTransport(Duration connectTimeout) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(THREADS)
                .build();
    }

    /**
     * The transport that waits this long for a connection, rounded up to a whole second and {@value #LONGEST} at most. The
     * JDK sets that limit a client, so each has its own: rounding bounds how many there are.
     */
    public static HttpTransport withConnectTimeout(Duration connectTimeout) {
        long seconds = Math.clamp(connectTimeout.plusMillis(999).toSeconds(), 1, LONGEST);
        return BY_CONNECT_TIMEOUT.computeIfAbsent(Duration.ofSeconds(seconds), HttpTransport::new);
    }

    /** Sends a request and returns at once; {@link HttpReply#await} tells how it went. */
    public HttpReply send(HttpRequest request) {
        return send(request, null);
    }

    /** @param tap sees the exchange; null for none */
    public HttpReply send(HttpRequest request, @Nullable Tap tap) {
        Tap.Exchange seen = tap == null ? null : tap.sending(request);
        CompletableFuture<HttpReply.Head> head = new CompletableFuture<>();
        BodyHandler<BodyPipe> handler = answer -> {
            BodyPipe body = new BodyPipe();
            BodySubscriber<BodyPipe> subscriber = seen == null ? body : new TappedBody(body, seen, answer);
            hand(new HttpReply.Head(answer, body), head);
            return subscriber;
        };
        return new HttpReply(client.sendAsync(request, handler), head, THREADS);
    }

    /** A body that comes when nobody waits any more is closed, as nobody else will. */
    static void hand(HttpReply.Head answer, CompletableFuture<HttpReply.Head> head) {
        if (!head.complete(answer)) {
            answer.body().close();
        }
    }
}
