package au.pip.llm.provider;

import au.pip.llm.ExtraHeaders;
import au.pip.llm.LlmException;
import au.pip.llm.LlmException.Origin;
import au.pip.llm.LlmException.TimedOut.Phase;
import au.pip.llm.ProviderConfig;
import au.pip.llm.http.HttpReply;
import au.pip.llm.http.HttpTransport;
import au.pip.llm.http.RetryAfter;
import au.pip.llm.http.Tap;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.Failure;
import au.pip.llm.protocol.Rendered;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One host at one address: makes its requests and sorts its refusals. Safe for use by several threads. */
final class Wire {
    private static final int LONGEST_ERROR = 64 * 1024;
    private static final int LONGEST_DOCUMENT = 16 * 1024 * 1024;
    private static final Duration ERROR_BODY = Duration.ofSeconds(5);

    private final Host host;
    private final Endpoint endpoint;
    private final ExtraHeaders extraHeaders;
    private final Duration usualConnect;
    private final Clock clock;
    private final @Nullable Tap tap;
    private final Failures failures;

    /** @param tap sees all exchanges; null for none */
    Wire(Host host, ProviderConfig config, Clock clock, @Nullable Tap tap) {
        this.host = host;
        this.endpoint = new Endpoint(host, config);
        this.extraHeaders = config.headers();
        this.usualConnect = config.timeouts().connect();
        this.clock = clock;
        this.tap = tap;
        this.failures = new Failures(host, endpoint, config.names());
    }

    Host host() {
        return host;
    }

    /** Scheme, host and port. */
    URI address() {
        return endpoint.origin();
    }

    Failures failures() {
        return failures;
    }

    HttpRequest get(String path, Credentials credentials) {
        return request(path, credentials).GET().build();
    }

    HttpRequest post(Rendered rendered, Credentials credentials) {
        return request(rendered.path(), credentials)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(rendered.body())))
                .build();
    }

    private HttpRequest.Builder request(String path, Credentials credentials) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(endpoint.resolve(path));
        host.protocol().headers().forEach(builder::setHeader);
        extraHeaders.values().forEach(builder::setHeader);
        String key = credentials.headerValue();
        return key == null ? builder : builder.header(host.keyHeader().name(), key);
    }

    /** @param connect how long to wait for the connection */
    HttpReply send(HttpRequest request, Duration connect) {
        return HttpTransport.withConnectTimeout(connect).send(request, tap);
    }

    /**
     * Waits for the answer to a request.
     *
     * @return false when the reply was closed before
     * @throws LlmException when it is not a success; the exchange is then over
     */
    boolean accepted(HttpReply reply, String model, Credentials credentials, Duration patience)
            throws InterruptedException {
        try {
            if (!reply.await(patience.toNanos())) {
                return false;
            }
        } catch (IOException failed) {
            throw failures.of(failed, null, Phase.FIRST_TOKEN);
        }
        if (reply.status() / 100 != 2) {
            throw refusal(reply, model, credentials);
        }
        String type = reply.header("content-type");
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
            reply.close();
            throw failures.of(Failure.of(Failure.Kind.NO_SUCH_ADDRESS, null, null), model, origin(reply), null);
        }
        return true;
    }

    private LlmException refusal(HttpReply reply, String model, Credentials credentials) throws InterruptedException {
        Failure failure;
        try {
            byte[] body = reply.readAll(LONGEST_ERROR, ERROR_BODY.toNanos());
            failure = host.protocol().parseFailure(reply.status(), body);
        } catch (IOException unread) {
            failure = Failure.ofStatus(reply.status());
        } finally {
            reply.close();
        }
        Origin origin = origin(reply);
        Duration asked = RetryAfter.of(reply.header("retry-after-ms"), reply.header("retry-after"), clock.instant());
        return sorted(failure, model, origin, asked, credentials);
    }

    /** The exception for what the provider reported; its own words go to the debug log only. */
    LlmException sorted(
            Failure failure, String model, Origin origin, @Nullable Duration asked, Credentials credentials) {
        String words = failure.words();
        if (words != null) {
            // Looked up here, as the first look-up loads the logging system.
            System.getLogger("au.pip.llm")
                    .log(System.Logger.Level.DEBUG, () -> host.name() + " said: " + credentials.scrub(words));
        }
        String requestId = origin.requestId() == null ? failure.requestId() : origin.requestId();
        return failures.of(
                failure,
                model,
                new Origin(origin.provider(), origin.status(), requestId),
                asked == null ? failure.retryAfter() : asked);
    }

    /** For those who look for the cause; without its message, which may quote what the provider sent. */
    void tell(RuntimeException absurd) {
        System.getLogger("au.pip.llm")
                .log(System.Logger.Level.DEBUG, () -> host.name() + " sent what cannot be: " + absurd.getClass());
    }

    Origin origin(HttpReply reply) {
        return new Origin(
                host.name(), reply.status(), reply.header(host.protocol().requestIdHeader()));
    }

    /**
     * A small JSON answer, read whole.
     *
     * @throws LlmException when there is none
     */
    JsonNode fetch(HttpRequest request, String model, Credentials credentials, Duration patience) {
        try (HttpReply reply = send(request, usualConnect)) {
            long deadline = System.nanoTime() + patience.toNanos();
            if (!accepted(reply, model, credentials, patience)) {
                throw failures.cut(new Origin(host.name(), 0, null));
            }
            byte[] body = reply.readAll(LONGEST_DOCUMENT, deadline - System.nanoTime());
            try {
                return Json.MAPPER.readTree(body);
            } catch (JacksonException notJson) {
                throw failures.malformed(origin(reply));
            }
        } catch (IOException failed) {
            throw failures.of(failed, new Origin(host.name(), 0, null), Phase.FIRST_TOKEN);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failures.cut(new Origin(host.name(), 0, null));
        }
    }
}
