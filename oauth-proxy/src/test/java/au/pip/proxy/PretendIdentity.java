package au.pip.proxy;

import au.pip.xero.auth.Pkce;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Xero's identity service on 127.0.0.1, as far as a confidential app with PKCE sees it. The person signs in and consents
 * at once.
 */
final class PretendIdentity implements AutoCloseable {
    static final String APP = "0123456789ABCDEF0123456789ABCDEF";
    static final String SECRET = "the-app-secret-that-never-leaves";

    private record Grant(String challenge, String redirectUri, String scope) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch goingOn = new CountDownLatch(1);
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, String> scopesByRefreshToken = new ConcurrentHashMap<>();
    private final Set<String> secrets;

    /** Each request to the token and revocation endpoints. */
    final CopyOnWriteArrayList<String> asked = new CopyOnWriteArrayList<>();
    /** In place of the consent's answer, such as {@code error=access_denied}. */
    volatile @Nullable String consent;
    /** In place of the token endpoint's answer: a status, a space and a body; {@code hang} for none at all. */
    volatile @Nullable String tokens;

    /** @param secrets where all that is secret is noted */
    PretendIdentity(Set<String> secrets) {
        this.secrets = secrets;
        secrets.add(SECRET);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/identity/connect/authorize", this::authorize);
        server.createContext("/connect/token", this::token);
        server.createContext("/connect/revocation", this::revocation);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From then on it answers again, those first that it let wait. */
    void goOn() {
        tokens = null;
        goingOn.countDown();
    }

    boolean knows(String refreshToken) {
        return scopesByRefreshToken.containsKey(refreshToken);
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
        threads.shutdownNow();
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = Words.of(exchange.getRequestURI().getRawQuery());
        String code = secret();
        codes.put(
                code,
                new Grant(
                        query.getOrDefault("code_challenge", ""),
                        query.getOrDefault("redirect_uri", ""),
                        query.getOrDefault("scope", "")));
        boolean known = APP.equals(query.get("client_id"))
                && "code".equals(query.get("response_type"))
                && "S256".equals(query.get("code_challenge_method"));
        String answer = consent == null ? "code=" + code : consent;
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        query.get("redirect_uri") + "?" + answer + "&scope="
                                + URLEncoder.encode(query.getOrDefault("scope", ""), StandardCharsets.UTF_8)
                                + "&state=" + query.get("state") + "&session_state=abc.def");
        send(exchange, known ? 302 : 400, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        String forced = tokens;
        if (forced != null && forced.equals("hang")) {
            await(goingOn);
            forced = tokens;
        }
        if (forced != null) {
            send(exchange, Integer.parseInt(forced.substring(0, 3)), forced.substring(4));
        } else if (!isApp(exchange)) {
            send(exchange, 400, "{\"error\":\"invalid_client\"}");
        } else if ("refresh_token".equals(form.get("grant_type"))) {
            String scope = scopesByRefreshToken.get(form.getOrDefault("refresh_token", ""));
            answer(exchange, scope);
        } else {
            Grant grant = codes.remove(form.getOrDefault("code", ""));
            boolean good = grant != null
                    && Pkce.proves(form.getOrDefault("code_verifier", ""), grant.challenge())
                    && grant.redirectUri().equals(form.get("redirect_uri"));
            answer(exchange, good && grant != null ? grant.scope() : null);
        }
    }

    private void revocation(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        scopesByRefreshToken.remove(form.getOrDefault("token", ""));
        send(exchange, isApp(exchange) ? 200 : 400, isApp(exchange) ? "" : "{\"error\":\"invalid_client\"}");
    }

    /** @param scope null when the grant is not good */
    private void answer(HttpExchange exchange, @Nullable String scope) throws IOException {
        if (scope == null) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String refresh = secret();
        scopesByRefreshToken.put(refresh, scope);
        send(
                exchange,
                200,
                "{\"id_token\":\"" + secret() + "\",\"access_token\":\"" + secret()
                        + "\",\"expires_in\":1800,\"token_type\":\"Bearer\",\"refresh_token\":\"" + refresh
                        + "\",\"scope\":\"" + scope + "\"}");
    }

    private Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestURI().getPath() + " " + body);
        Map<String, String> form = Words.of(body);
        if (form.containsKey("code_verifier")) {
            secrets.add(form.getOrDefault("code_verifier", ""));
        }
        return form;
    }

    private static boolean isApp(HttpExchange exchange) {
        String pair = APP + ":" + SECRET;
        return ("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private String secret() {
        String word = RandomWord.next();
        secrets.add(word);
        return word;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
