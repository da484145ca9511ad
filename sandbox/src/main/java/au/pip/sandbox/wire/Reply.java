package au.pip.sandbox.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent back. */
public final class Reply {
    private static final String JSON = "application/json; charset=utf-8";
    private static final int PIECES = 10;

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Map<String, String> headers;
    private final Delivery delivery;

    private Reply(int status, String contentType, byte[] body, Map<String, String> headers, Delivery delivery) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = headers;
        this.delivery = delivery;
    }

    public static Reply json(int status, Object body) {
        return new Reply(status, JSON, Wire.bytes(body), Map.of(), new Delivery.Whole());
    }

    public static Reply text(int status, String text) {
        return of(status, "text/plain", text);
    }

    /** A file as it is. */
    public static Reply file(String contentType, byte[] content) {
        return new Reply(200, contentType, content.clone(), Map.of(), new Delivery.Whole());
    }

    public static Reply html(int status, String page) {
        return of(status, "text/html", page);
    }

    private static Reply of(int status, String type, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return new Reply(status, type + "; charset=utf-8", body, Map.of(), new Delivery.Whole());
    }

    /** Xero's form for 401 and 403. */
    public static Reply refused(int status, String detail) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("Type", null);
        body.put("Title", status == 401 ? "Unauthorized" : "Forbidden");
        body.put("Status", status);
        body.put("Detail", detail);
        body.put("Instance", UUID.randomUUID());
        body.put("Extensions", Map.of());
        return json(status, body);
    }

    /** A limit that was met, with the seconds until the next try. */
    public static Reply limited(String problem, long retryAfter) {
        return text(429, "").with("Retry-After", Long.toString(retryAfter)).with("X-Rate-Limit-Problem", problem);
    }

    /** OAuth's form (RFC 6749, 5.2), which names the error and nothing else. */
    public static Reply oauth(int status, String error) {
        return json(status, Map.of("error", error)).with("Cache-Control", "no-store");
    }

    public static Reply notFound() {
        return text(404, "The resource you're looking for cannot be found");
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, more, delivery);
    }

    public Reply delivered(Delivery how) {
        return new Reply(status, contentType, body, headers, how);
    }

    /** Sends the reply as far as its delivery lets it; the exchange is closed by the caller. */
    public void send(HttpExchange exchange) throws IOException {
        switch (delivery) {
            case Delivery.Lost lost -> {}
            case Delivery.Late late -> {
                pause(late.delay());
                send(exchange, body.length, Duration.ZERO);
            }
            case Delivery.Slow slow -> send(exchange, body.length, slow.length());
            case Delivery.Cut cut -> send(exchange, body.length / 2, Duration.ZERO);
            case Delivery.Whole whole -> send(exchange, body.length, Duration.ZERO);
        }
    }

    private void send(HttpExchange exchange, int bytes, Duration length) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length);
        OutputStream out = exchange.getResponseBody();
        int piece = length.isZero() ? bytes : bytes / PIECES + 1;
        for (int sent = 0; sent < bytes; sent += piece) {
            out.write(body, sent, Math.min(piece, bytes - sent));
            out.flush();
            pause(length.dividedBy(PIECES));
        }
        if (bytes == body.length) {
            out.close();
        }
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IOException("the server closes", closing);
        }
    }
}
