package au.pip.xero;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Calls to Xero for every organisation of this process: one of it is shared, so that each organisation's limits are
 * kept whoever asks. Safe for use by several threads.
 *
 * <p>Calls block. Passing faults (502, 503, 504, a broken connection) are tried again, a short {@code Retry-After} is
 * waited for, redirects are never followed, and an answer that nothing has changed (304) is an empty one. An interrupt stops a wait or a call at once with
 * {@link CancellationException} and leaves the thread's interrupt flag set.
 */
public final class XeroHttp implements AutoCloseable {
    private static final int MOST_LIMIT_WAITS = 3;

    private final XeroSettings settings;
    private final CallBudget budget;
    private final InstantSource clock;
    private final HttpClient client;
    private final Map<String, OrganisationGate> gates = new ConcurrentHashMap<>();

    public XeroHttp(XeroSettings settings) {
        this(settings, CallBudget.UNSHARED);
    }

    /** @param budget what other processes that call the same organisations share with this one */
    public XeroHttp(XeroSettings settings, CallBudget budget) {
        this(settings, budget, InstantSource.system());
    }

    XeroHttp(XeroSettings settings, InstantSource clock) {
        this(settings, CallBudget.UNSHARED, clock);
    }

    /** @param clock tells how old a reply is, and when a limit resets */
    public XeroHttp(XeroSettings settings, CallBudget budget, InstantSource clock) {
        this.settings = settings;
        this.budget = budget;
        this.clock = clock;
        boolean secure = "https".equals(settings.base().getScheme());
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** What is left of the limits of an organisation; empty before its first answer. */
    public Optional<XeroLimits> limits(String tenantId) {
        OrganisationGate gate = gates.get(tenantId);
        return gate == null ? Optional.empty() : Optional.ofNullable(gate.limits());
    }

    /** Breaks off what is in flight. */
    @Override
    public void close() {
        client.shutdownNow();
    }

    XeroSettings settings() {
        return settings;
    }

    InstantSource clock() {
        return clock;
    }

    /** Where the organisation is: its messages tell the time there. */
    void zone(String tenantId, ZoneId zone) {
        gate(tenantId).zone(zone);
    }

    /** Calls about the sign-in are in nobody's budget. */
    private OrganisationGate gate(@Nullable String tenantId) {
        return tenantId == null
                ? gates.computeIfAbsent("", id -> new OrganisationGate(id, settings, CallBudget.UNSHARED, clock))
                : gates.computeIfAbsent(tenantId, id -> new OrganisationGate(id, settings, budget, clock));
    }

    /**
     * One GET.
     *
     * @param tenantId the organisation, as Xero names it in {@code xero-tenant-id}; null for calls about the sign-in
     * @param endpoint how messages name it
     * @param path below the base, already encoded, with its leading slash
     */
    Answer get(AccessTokens tokens, @Nullable String tenantId, String endpoint, String path, Parameters parameters) {
        return call(new Call("GET", tokens, tenantId, endpoint, path, parameters, Map.of(), null));
    }

    /** One GET with headers that stand in for, or beside, the usual ones. */
    Answer get(
            AccessTokens tokens,
            String tenantId,
            String endpoint,
            String path,
            Parameters parameters,
            Map<String, String> headers) {
        return call(new Call("GET", tokens, tenantId, endpoint, path, parameters, headers, null));
    }

    /** One DELETE about the sign-in; made again after a passing fault, like a GET. */
    Answer delete(AccessTokens tokens, String endpoint, String path) {
        return call(new Call("DELETE", tokens, null, endpoint, path, Parameters.NONE, Map.of(), null));
    }

    /**
     * One call that makes a record. It is made again after a passing fault, like a GET, under the same
     * {@code Idempotency-Key}, as long as the permit lasts.
     */
    Answer send(
            AccessTokens tokens, String tenantId, String endpoint, String path, Parameters parameters, Write write) {
        return call(new Call("PUT", tokens, tenantId, endpoint, path, parameters, Map.of(), write));
    }

    private Answer call(Call call) {
        OrganisationGate gate = gate(call.tenantId());
        AccessTokens tokens = call.tokens();
        String endpoint = call.endpoint();
        int faults = 0;
        int limitWaits = 0;
        boolean replaced = false;
        try {
            while (true) {
                String token = tokens.token();
                switch (once(gate, call, call.request(settings.base(), token))) {
                    case Outcome.Good(Answer answer) -> {
                        return answer;
                    }
                    case Outcome.Final(XeroException failure) -> {
                        if (call.write() != null && faults > 0 && failure instanceof XeroException.Forbidden) {
                            throw ErrorReplies.unavailable(endpoint, "it refused a try after one without an answer");
                        }
                        if (failure instanceof XeroException.Unauthorized) {
                            call.notTaken();
                        }
                        if (replaced || !(failure instanceof XeroException.Unauthorized)) {
                            throw failure;
                        }
                        replaced = true;
                        if (tokens.insteadOf(token).equals(token)) {
                            throw failure;
                        }
                    }
                    case Outcome.Limited(XeroException.RateLimited failure, Duration pause) -> {
                        call.notTaken();
                        if (call.isLate()
                                || limitWaits++ == MOST_LIMIT_WAITS
                                || pause.compareTo(settings.pace().longestRetryAfter()) > 0) {
                            throw failure;
                        }
                        settings.waits().waiting(endpoint, failure.which(), pause);
                        Thread.sleep(pause);
                    }
                    case Outcome.Passing(XeroException failure) -> {
                        if (call.isLate() || faults == settings.retries().times()) {
                            throw failure;
                        }
                        Thread.sleep(settings.retries().pause().multipliedBy(1L << Math.min(faults++, 10)));
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the call to Xero was stopped");
        }
    }

    private sealed interface Outcome {
        record Good(Answer answer) implements Outcome {}

        record Limited(XeroException.RateLimited failure, Duration pause) implements Outcome {}

        /** Worth another try. */
        record Passing(XeroException failure) implements Outcome {}

        record Final(XeroException failure) implements Outcome {}
    }

    private Outcome once(OrganisationGate gate, Call call, HttpRequest request) throws InterruptedException {
        String endpoint = call.endpoint();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        gate.enter(endpoint);
        HttpResponse<byte[]> response;
        try {
            call.requireInTime();
            CompletableFuture<HttpResponse<byte[]>> exchange =
                    client.sendAsync(request, head -> new CappedBody(settings.mostBytes()));
            try {
                response = exchange.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                exchange.cancel(true);
            }
        } catch (TimeoutException e) {
            return new Outcome.Final(unreachable(
                    endpoint,
                    "no whole answer came within " + settings.timeout().toSeconds() + " s"));
        } catch (ExecutionException e) {
            return broken(endpoint, e.getCause());
        } finally {
            gate.leave();
        }
        Instant now = clock.instant();
        gate.seen(XeroLimits.of(response.headers(), now));
        return judge(gate.zone(), endpoint, response, now);
    }

    private Outcome judge(ZoneId zone, String endpoint, HttpResponse<byte[]> response, Instant now) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Outcome.Good(new Answer(response.body(), now));
        }
        if (status == 304) {
            return new Outcome.Good(new Answer(new byte[0], now));
        }
        HttpHeaders headers = response.headers();
        String problem = headers.firstValue("X-Rate-Limit-Problem").orElse(null);
        if (status == 429 || (status == 503 && problem != null)) {
            XeroLimit limit = XeroLimit.of(problem);
            Duration pause = RetryAfter.of(headers.firstValue("Retry-After").orElse(""), limit, now);
            return new Outcome.Limited(ErrorReplies.limited(endpoint, limit, now, now.plus(pause), zone), pause);
        }
        XeroException failure = ErrorReplies.of(endpoint, status, response.body());
        return status == 502 || status == 503 || status == 504
                ? new Outcome.Passing(failure)
                : new Outcome.Final(failure);
    }

    private Outcome broken(String endpoint, @Nullable Throwable cause) {
        return switch (cause) {
            case CappedBody.TooLarge e ->
                new Outcome.Final(XeroException.Malformed.unreadable(
                        endpoint, "it is larger than " + (settings.mostBytes() >> 20) + " MiB"));
            case SSLException e -> new Outcome.Final(unreachable(endpoint, "no secure connection could be made"));
            case ConnectException e
            when e.getCause() instanceof UnresolvedAddressException ->
                new Outcome.Final(unreachable(endpoint, "its address is not known here"));
            case ConnectException e -> new Outcome.Final(unreachable(endpoint, "nobody answers there"));
            case UnknownHostException e -> new Outcome.Final(unreachable(endpoint, "its address is not known here"));
            case HttpTimeoutException e ->
                new Outcome.Final(unreachable(endpoint, "no connection could be made in time"));
            case IOException e -> new Outcome.Passing(unreachable(endpoint, "the connection broke off"));
            case null, default -> throw new IllegalStateException("a call to Xero failed unexpectedly", cause);
        };
    }

    private XeroException.Unreachable unreachable(String endpoint, String cause) {
        return new XeroException.Unreachable(
                "Xero could not be reached at " + settings.base().getHost() + " for " + endpoint + ": " + cause
                        + ". Check the internet connection and try again.",
                endpoint);
    }
}
