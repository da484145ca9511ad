package au.pip.sandbox.xero;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.Organisation;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each request is answered: who may ask, whether there are calls left, what goes wrong, and the records. */
final class PretendXero {
    private static final String API = "/api.xro/2.0/";
    private static final DateTimeFormatter IDENTITY_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS", Locale.ROOT);

    private final Books books;
    private final SandboxOptions options;
    private final Faults faults;
    private final RateLimiter limiter;
    private final Resources resources;
    private final Reports reports;
    private final Instant connected;

    /** Where a reply goes. */
    interface Sender {
        void send(Reply reply) throws IOException;
    }

    PretendXero(Books books, SandboxOptions options, Faults faults) {
        this.books = books;
        this.options = options;
        this.faults = faults;
        this.limiter = new RateLimiter(options.limits(), options.clock());
        this.resources = new Resources(books);
        this.reports = new Reports(books);
        this.connected = options.clock().instant();
    }

    void handle(HttpExchange exchange, Sender sender) throws IOException {
        String method = exchange.getRequestMethod();
        if (!("Bearer " + options.token()).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            sender.send(Reply.refused(401, "AuthenticationUnsuccessful"));
        } else if (path(exchange).equals("/sandbox/faults")) {
            sender.send(control(exchange));
        } else if (!method.equals("GET")) {
            sender.send(Reply.text(405, "This pretend Xero is for reading: GET only")
                    .with("Allow", "GET"));
        } else {
            serve(exchange, sender);
        }
    }

    private Reply control(HttpExchange exchange) {
        try {
            return faults.control(exchange.getRequestMethod(), query(exchange));
        } catch (BadRequest bad) {
            return bad.reply();
        }
    }

    private void serve(HttpExchange exchange, Sender sender) throws IOException {
        Fault fault = faults.next();
        Reply refusal = refusal(exchange, fault);
        if (refusal != null) {
            sender.send(counted(refusal));
        } else if (path(exchange).equals("/connections")) {
            sender.send(late(connections(exchange), fault));
        } else {
            switch (limiter.enter()) {
                case RateLimiter.Verdict.Refused met ->
                    sender.send(counted(Reply.limited(met.problem(), met.retryAfter())));
                case RateLimiter.Verdict.Admitted admitted -> {
                    try {
                        sender.send(counted(late(records(exchange), fault)));
                    } finally {
                        limiter.leave();
                    }
                }
            }
        }
    }

    /** What is answered before any record is looked at, or null when the request may go on. */
    private @Nullable Reply refusal(HttpExchange exchange, @Nullable Fault fault) {
        Reply instead = fault == null ? null : instead(fault);
        if (instead != null || path(exchange).equals("/connections")) {
            return instead;
        }
        if (!path(exchange).startsWith(API)) {
            return Reply.notFound();
        }
        String tenant = exchange.getRequestHeaders().getFirst("xero-tenant-id");
        if (!books.organisation().tenantId().toString().equalsIgnoreCase(tenant)) {
            return Reply.refused(403, "AuthenticationUnsuccessful");
        }
        List<String> accepted = exchange.getRequestHeaders().get("Accept");
        if (accepted == null || accepted.stream().noneMatch(type -> type.contains("application/json"))) {
            return Reply.text(406, "Xero would answer with XML here: send Accept: application/json");
        }
        return null;
    }

    private static @Nullable Reply instead(Fault fault) {
        return switch (fault.kind()) {
            case TOKEN_EXPIRED -> Reply.refused(401, "TokenExpired");
            case FORBIDDEN -> Reply.refused(403, "AuthorizationUnsuccessful");
            case MINUTE_LIMIT -> Reply.limited("minute", fault.retryAfter());
            case DAY_LIMIT -> Reply.limited("day", fault.retryAfter());
            case SERVER_ERROR -> Reply.text(500, "An error occurred in Xero. Check the API Status page");
            case UNAVAILABLE -> Reply.text(503, "");
            case HTML_PAGE ->
                Reply.html(502, "<HTML><HEAD><TITLE>Bad Gateway</TITLE></HEAD><BODY>An error occurred</BODY></HTML>");
            case SLOW, CUT -> null;
        };
    }

    private static Reply late(Reply reply, @Nullable Fault fault) throws IOException {
        if (fault == null) {
            return reply;
        }
        if (fault.kind() == Fault.Kind.SLOW) {
            try {
                Thread.sleep(fault.delay());
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                throw new IOException("the server closes", closing);
            }
        }
        return fault.kind() == Fault.Kind.CUT ? reply.cutShort() : reply;
    }

    private Reply counted(Reply reply) {
        RateLimiter.Remaining remaining = limiter.remaining();
        return reply.with("X-DayLimit-Remaining", Integer.toString(remaining.day()))
                .with("X-MinLimit-Remaining", Integer.toString(remaining.minute()))
                .with("X-AppMinLimit-Remaining", Integer.toString(remaining.appMinute()));
    }

    private Reply connections(HttpExchange exchange) {
        Organisation organisation = books.organisation();
        UUID authEvent = derived("authorisation");
        String time = IDENTITY_TIME.format(connected.atOffset(ZoneOffset.UTC));
        try {
            String wanted = query(exchange).text("authEventId");
            if (wanted != null && !wanted.equalsIgnoreCase(authEvent.toString())) {
                return Reply.json(200, List.of());
            }
        } catch (BadRequest bad) {
            return bad.reply();
        }
        return Reply.json(
                200,
                List.of(new Fields()
                        .with("id", derived("connection"))
                        .with("authEventId", authEvent)
                        .with("tenantId", organisation.tenantId())
                        .with("tenantType", "ORGANISATION")
                        .with("tenantName", organisation.name())
                        .with("createdDateUtc", time)
                        .with("updatedDateUtc", time)
                        .map()));
    }

    private UUID derived(String what) {
        String name = what + "/" + books.organisation().tenantId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Reply records(HttpExchange exchange) {
        String[] parts = path(exchange).substring(API.length()).split("/", -1);
        try {
            if (parts.length == 2 && parts[0].equalsIgnoreCase("Reports")) {
                Instant now = options.clock().instant();
                return reports.named(parts[1], query(exchange), now)
                        .map(found -> Reply.json(
                                200, envelope().with("Reports", found).map()))
                        .orElseGet(Reply::notFound);
            }
            Optional<Endpoint> endpoint = resources.named(parts[0]);
            if (endpoint.isEmpty() || parts.length > 2) {
                return Reply.notFound();
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

    private Reply single(Endpoint endpoint, Map<String, Object> record) {
        return Reply.json(200, envelope().with(endpoint.name(), List.of(record)).map());
    }

    private Fields envelope() {
        return new Fields()
                .with("Id", UUID.randomUUID())
                .with("Status", "OK")
                .with("ProviderName", "Pip sandbox")
                .with("DateTimeUTC", Wire.stamp(options.clock().instant()));
    }

    private static String path(HttpExchange exchange) {
        return exchange.getRequestURI().getPath();
    }

    private static Query query(HttpExchange exchange) throws BadRequest {
        return new Query(exchange.getRequestURI().getRawQuery());
    }
}
