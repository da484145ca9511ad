package au.pip.sandbox.xero;

import au.pip.sandbox.identity.Access;
import au.pip.sandbox.identity.Connection;
import au.pip.sandbox.identity.Identity;
import au.pip.sandbox.identity.SignIn;
import au.pip.sandbox.wire.Reply;
import au.pip.sandbox.wire.Wire;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What each request is answered: who may ask, whether there are calls left, what goes wrong, and the records. */
final class PretendXero {
    private static final String API = "/api.xro/2.0/";
    private static final String CONNECTIONS = "/connections";
    private static final int LARGEST_BODY = 3_500_000;

    private final Tenants tenants;
    private final Identity identity;
    private final Faults faults;
    private final InstantSource clock;
    private final AtomicInteger writes = new AtomicInteger();
    private final Map<UUID, AtomicInteger> requests = new ConcurrentHashMap<>();

    PretendXero(Tenants tenants, Identity identity, Faults faults, InstantSource clock) {
        this.tenants = tenants;
        this.identity = identity;
        this.faults = faults;
        this.clock = clock;
    }

    /** How many requests that would change the books have come so far, whatever they were answered. */
    int writes() {
        return writes.get();
    }

    /** How many requests named an organisation that their sign-in reaches, whatever they were answered. */
    int requests(UUID tenant) {
        AtomicInteger counted = requests.get(tenant);
        return counted == null ? 0 : counted.get();
    }

    void handle(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("GET") && path(exchange).startsWith(API)) {
            writes.incrementAndGet();
        }
        switch (identity.access(exchange.getRequestHeaders().getFirst("Authorization"))) {
            case Access.Unknown unknown ->
                Reply.refused(401, "AuthenticationUnsuccessful").send(exchange);
            case Access.Expired expired -> Reply.refused(401, "TokenExpired").send(exchange);
            case Access.Good good -> handle(exchange, good.signIn());
        }
    }

    private void handle(HttpExchange exchange, SignIn signIn) throws IOException {
        boolean connections = isConnections(exchange);
        boolean ends = exchange.getRequestMethod().equals("DELETE") && connections && !signIn.isStanding();
        if (!exchange.getRequestMethod().equals("GET") && !ends && !makes(exchange)) {
            Reply.text(405, "This pretend Xero is for reading, and for drafts by PUT: GET only here")
                    .with("Allow", "GET")
                    .send(exchange);
            return;
        }
        Fault fault = faults.next(Fault.Part.API);
        Reply instead = FaultReply.instead(fault);
        if (connections) {
            (instead == null ? connections(exchange, signIn) : instead)
                    .delivered(FaultReply.delivery(fault))
                    .send(exchange);
        } else {
            Tenant tenant = tenant(exchange, signIn);
            if (tenant != null) {
                requests.computeIfAbsent(tenant.id(), _ -> new AtomicInteger()).incrementAndGet();
            }
            serve(exchange, tenant, instead == null ? refusal(exchange, signIn, tenant) : instead, fault);
        }
    }

    private void serve(HttpExchange exchange, @Nullable Tenant tenant, @Nullable Reply refusal, @Nullable Fault fault)
            throws IOException {
        if (refusal != null) {
            (tenant == null ? refusal : tenants.counted(refusal, tenant)).send(exchange);
        } else if (tenant != null) {
            switch (tenant.limiter().enter()) {
                case RateLimiter.Verdict.Refused met ->
                    tenants.counted(Reply.limited(met.problem(), met.retryAfter()), tenant)
                            .send(exchange);
                case RateLimiter.Verdict.Admitted admitted -> {
                    try {
                        tenants.counted(records(exchange, tenant), tenant)
                                .delivered(FaultReply.delivery(fault))
                                .send(exchange);
                    } finally {
                        tenant.limiter().leave();
                    }
                }
            }
        }
    }

    /** The organisation that is asked about, if the sign-in reaches it. */
    private @Nullable Tenant tenant(HttpExchange exchange, SignIn signIn) {
        String named = exchange.getRequestHeaders().getFirst("xero-tenant-id");
        Tenant tenant = named == null ? signIn.unnamed().map(tenants::of).orElse(null) : tenants.named(named);
        return tenant == null || !signIn.reaches(tenant.id()) ? null : tenant;
    }

    /** What is answered before any record is looked at, or null when the request may go on. */
    private static @Nullable Reply refusal(HttpExchange exchange, SignIn signIn, @Nullable Tenant tenant) {
        String path = path(exchange);
        if (!path.startsWith(API)) {
            return Reply.notFound();
        }
        if (tenant == null) {
            return Reply.refused(403, "AuthenticationUnsuccessful");
        }
        List<String> accepted = exchange.getRequestHeaders().get("Accept");
        boolean file = path.matches(".*/(?i:attachments)/[^/]+");
        if (!file && (accepted == null || accepted.stream().noneMatch(type -> type.contains("application/json")))) {
            return Reply.text(406, "Xero would answer with XML here: send Accept: application/json");
        }
        String area = Areas.of(path.substring(API.length()));
        if (area != null && !(makes(exchange) ? signIn.allowsWriting(area) : signIn.allows(area))) {
            return Reply.refused(401, "AuthorizationUnsuccessful");
        }
        return null;
    }

    /** Whether records are to be made. */
    private static boolean makes(HttpExchange exchange) {
        String path = path(exchange);
        return exchange.getRequestMethod().equals("PUT")
                && path.startsWith(API)
                && Made.COLLECTIONS.contains(path.substring(API.length()).toLowerCase(Locale.ROOT));
    }

    private static boolean isConnections(HttpExchange exchange) {
        String path = path(exchange).toLowerCase(Locale.ROOT);
        return exchange.getRequestMethod().equals("DELETE")
                ? path.startsWith(CONNECTIONS + "/")
                : path.equals(CONNECTIONS);
    }

    private static Reply connections(HttpExchange exchange, SignIn signIn) {
        if (exchange.getRequestMethod().equals("DELETE")) {
            return disconnected(path(exchange).substring(CONNECTIONS.length() + 1), signIn);
        }
        try {
            String event = query(exchange).text("authEventId");
            return Reply.json(
                    200,
                    signIn.connections().stream()
                            .filter(each ->
                                    event == null || each.event().toString().equalsIgnoreCase(event))
                            .map(Connection::render)
                            .toList());
        } catch (BadRequest bad) {
            return bad.reply();
        }
    }

    private static Reply disconnected(String id, SignIn signIn) {
        try {
            return signIn.disconnect(UUID.fromString(id)) ? Reply.text(204, "") : Reply.notFound();
        } catch (IllegalArgumentException noId) {
            return Reply.notFound();
        }
    }

    private Reply records(HttpExchange exchange, Tenant tenant) {
        String[] parts = path(exchange).substring(API.length()).split("/", -1);
        try {
            if (parts.length == 2 && parts[0].equalsIgnoreCase("Reports")) {
                Instant now = clock.instant();
                return tenant.reports()
                        .named(parts[1], query(exchange), now)
                        .map(found -> Reply.json(
                                200, envelope().with("Reports", found).map()))
                        .orElseGet(Reply::notFound);
            }
            Optional<Endpoint> endpoint = tenant.collection(parts[0]);
            if (endpoint.isEmpty() || parts.length > 4) {
                return Reply.notFound();
            }
            if (makes(exchange)) {
                return made(exchange, tenant, endpoint.get());
            }
            if (parts.length > 2) {
                return tenant.resources()
                        .parts()
                        .reply(endpoint.get(), parts, this::envelope)
                        .orElseGet(Reply::notFound);
            }
            if (parts.length == 2) {
                return Resources.find(endpoint.get(), parts[1])
                        .map(record -> single(endpoint.get(), record))
                        .orElseGet(Reply::notFound);
            }
            String since = exchange.getRequestHeaders().getFirst("If-Modified-Since");
            return Reply.json(
                    200,
                    Listing.of(endpoint.get(), query(exchange), since, envelope())
                            .map());
        } catch (BadRequest bad) {
            return bad.reply();
        }
    }

    private Reply made(HttpExchange exchange, Tenant tenant, Endpoint endpoint) throws BadRequest {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            return Reply.text(415, "Xero would read XML here: send Content-Type: application/json");
        }
        return tenant.made()
                .put(
                        tenant.resources().named(endpoint.name()).orElseThrow(),
                        exchange.getRequestURI().toString(),
                        query(exchange),
                        body(exchange),
                        exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                        envelope());
    }

    private static String body(HttpExchange exchange) throws BadRequest {
        try {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            if (body.length <= LARGEST_BODY) {
                return new String(body, StandardCharsets.UTF_8);
            }
            throw BadRequest.body("The body is larger than 3.5 MB");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply single(Endpoint endpoint, Map<String, Object> record) {
        return Reply.json(200, envelope().with(endpoint.name(), List.of(record)).map());
    }

    private Fields envelope() {
        return new Fields()
                .with("Id", UUID.randomUUID())
                .with("Status", "OK")
                .with("ProviderName", "Pip sandbox")
                .with("DateTimeUTC", Wire.stamp(clock.instant()));
    }

    private static String path(HttpExchange exchange) {
        return exchange.getRequestURI().getPath();
    }

    private static Query query(HttpExchange exchange) throws BadRequest {
        return new Query(exchange.getRequestURI().getRawQuery());
    }
}
