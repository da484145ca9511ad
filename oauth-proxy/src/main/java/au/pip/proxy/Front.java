package au.pip.proxy;

import au.pip.proxy.Route.Reader;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Between HTTP and the routes: what may come in, what every reply has, and one line in the log for each. */
final class Front implements HttpHandler {
    private static final int LONGEST_QUERY = 8 << 10;
    private static final int LONGEST_BODY = 16 << 10;

    private final List<Route> routes;
    private final ClientAddresses addresses;
    private final boolean secure;
    private final Log log;

    /** @param secure whether browsers come by https */
    Front(List<Route> routes, ClientAddresses addresses, boolean secure, Log log) {
        this.routes = routes;
        this.addresses = addresses;
        this.secure = secure;
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        long began = System.nanoTime();
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            List<Route> there =
                    routes.stream().filter(route -> route.path().equals(path)).toList();
            Route route = there.stream()
                    .filter(each -> each.method().equals(exchange.getRequestMethod()))
                    .findFirst()
                    .orElse(null);
            Reply reply = route == null ? lost(there) : answered(route, exchange);
            log.answered(
                    route == null ? "elsewhere" : route.method() + " " + route.path(),
                    reply.status(),
                    Duration.ofNanos(System.nanoTime() - began));
            send(exchange, reply);
        }
    }

    private static Reply lost(List<Route> there) {
        if (there.isEmpty()) {
            return refusal(Reader.PERSON, new Refused(404, "not_found", "There is no such page."));
        }
        Route first = there.getFirst();
        return refusal(first.reader(), new Refused(405, "invalid_request", "This cannot be asked in that way."))
                .withHeader(
                        "Allow",
                        String.join(", ", there.stream().map(Route::method).toList()));
    }

    private Reply answered(Route route, HttpExchange exchange) throws IOException {
        List<Network> networks =
                addresses.of(exchange.getRemoteAddress().getAddress(), lines(exchange, "X-Forwarded-For"));
        try {
            long wait = route.limit() == null ? 0 : route.limit().wait(networks);
            if (wait > 0) {
                return failed(route, networks, tooMany()).withHeader("Retry-After", Long.toString(wait));
            }
            return route.answer().to(request(route, networks.getLast(), exchange));
        } catch (Refused refused) {
            return failed(route, networks, refused);
        } catch (RuntimeException defect) {
            log.trouble("a defect answered " + route.path() + " with 500: "
                    + defect.getClass().getName());
            return refusal(
                    route.reader(), new Refused(500, "server_error", "This proxy has a defect. Tell whoever runs it."));
        }
    }

    private Reply failed(Route route, List<Network> networks, Refused refused) {
        log.failed(networks.getLast(), refused.error() + ", " + refused.sentence());
        return refusal(route.reader(), refused);
    }

    private static Request request(Route route, Network from, HttpExchange exchange) throws IOException, Refused {
        String text = route.method().equals("POST") ? form(exchange) : query(exchange);
        List<String> cookies = lines(exchange, "Cookie").stream()
                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                .map(String::strip)
                .toList();
        return new Request(from, Parameters.of(text), cookies);
    }

    private static @Nullable String query(HttpExchange exchange) throws Refused {
        String query = exchange.getRequestURI().getRawQuery();
        if (query != null && query.length() > LONGEST_QUERY) {
            throw new Refused(414, "invalid_request", "The address is too long.");
        }
        return query;
    }

    private static String form(HttpExchange exchange) throws IOException, Refused {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null
                || !type.split(";", -1)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals("application/x-www-form-urlencoded")) {
            throw new Refused(415, "invalid_request", "A form is needed (application/x-www-form-urlencoded).");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new Refused(413, "invalid_request", "The form is too long.");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private static List<String> lines(HttpExchange exchange, String header) {
        List<String> lines = exchange.getRequestHeaders().get(header);
        return lines == null ? List.of() : lines;
    }

    private static Refused tooMany() {
        return new Refused(
                429, "temporarily_unavailable", "There were too many requests from your network. Wait a minute.");
    }

    private static Reply refusal(Reader reader, Refused refused) {
        return switch (reader) {
            case PERSON -> Reply.page(refused.status(), Pages.refusal(refused.sentence()));
            case PROGRAM -> Reply.json(refused.status(), "{\"error\":\"" + refused.error() + "\"}");
        };
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", Pages.POLICY);
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        if (secure) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        reply.headers().forEach(headers::set);
        reply.cookies().forEach(cookie -> headers.add("Set-Cookie", cookie));
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        boolean bare = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), bare ? -1 : body.length);
        if (!bare) {
            exchange.getResponseBody().write(body);
        }
    }
}
