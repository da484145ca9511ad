package au.pip.sandbox.xero;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent back. */
final class Reply {
    private static final String JSON = "application/json; charset=utf-8";

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Map<String, String> headers;
    private final boolean cut;

    private Reply(int status, String contentType, byte[] body, Map<String, String> headers, boolean cut) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = headers;
        this.cut = cut;
    }

    static Reply json(int status, Object body) {
        return new Reply(status, JSON, Wire.bytes(body), Map.of(), false);
    }

    static Reply text(int status, String text) {
        return new Reply(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), Map.of(), false);
    }

    static Reply html(int status, String page) {
        return new Reply(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8), Map.of(), false);
    }

    /** Xero's form for 401 and 403. */
    static Reply refused(int status, String detail) {
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
    static Reply limited(String problem, long retryAfter) {
        return text(429, "").with("Retry-After", Long.toString(retryAfter)).with("X-Rate-Limit-Problem", problem);
    }

    static Reply notFound() {
        return text(404, "The resource you're looking for cannot be found");
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, more, cut);
    }

    Reply cutShort() {
        return new Reply(status, contentType, body, headers, true);
    }

    /** Sends the reply, or half of its body when it is cut short. */
    void send(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, cut ? body.length / 2 : body.length);
        out.flush();
        if (!cut) {
            out.close();
        }
    }
}
