package au.pip.assistant.xero;

import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import au.pip.xero.auth.OwnApp;
import au.pip.xero.auth.Pkce;
import au.pip.xero.auth.XeroAddresses;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * Xero's sign-in on 127.0.0.1 as far as tokens, connections and the name of an organisation go: codes that work once and with their verifier only,
 * refresh tokens that change with each renewal and work once more after it, and what a sign-in reaches.
 */
final class PretendIdentity implements AutoCloseable {
    static final String STUDIO = "11111111-2222-3333-4444-555555555501";
    static final String BAKERY = "11111111-2222-3333-4444-555555555502";
    static final String JOINERY = "11111111-2222-3333-4444-555555555503";

    private record Asked(String challenge, String redirect, String event) {}

    private record Link(String id, String tenant, String event) {}

    /** One person's grant: what works of it now. */
    private static final class Grant {
        private final String event;
        private String current;
        private String before = "";

        Grant(String event, String current) {
            this.event = event;
            this.current = current;
        }
    }

    private final HttpServer server;
    private final Map<String, Asked> codes = new HashMap<>();
    private final List<Grant> grants = new ArrayList<>();
    private final Map<String, String> events = new HashMap<>();
    private final List<Link> links = new ArrayList<>();
    private int made;
    long expiresIn = 1800;
    boolean down;
    /** Whether it knows the app no more. */
    boolean refusesApp;
    /** Whether it tells which sign-in made which link. */
    boolean tellsEvents = true;

    /** All requests, whatever for. */
    volatile int requests;

    int exchanges;
    int renewals;
    /** How many renewals came with a token that was renewed before: the answer had been lost. */
    int repairs;

    int revocations;
    int unlinked;

    PretendIdentity() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    OwnApp app() {
        return new OwnApp(addresses(), "app", null);
    }

    XeroAddresses addresses() {
        return XeroAddresses.of(base(), base());
    }

    XeroHttp http() {
        return new XeroHttp(XeroSettings.defaults()
                .withBase(base())
                .withRetries(new XeroSettings.Retries(0, Duration.ofMillis(1))));
    }

    /** The person signs in where the address leads, and chooses; answers the query of the way back. */
    synchronized Map<String, String> consent(URI address, String... tenants) {
        Map<String, String> asked = form(address.getRawQuery());
        String event = UUID.randomUUID().toString();
        for (String tenant : tenants) {
            links.removeIf(link -> link.tenant().equals(tenant));
            links.add(new Link(UUID.randomUUID().toString(), tenant, event));
        }
        String code = "code-" + ++made;
        codes.put(code, new Asked(asked.get("code_challenge"), asked.get("redirect_uri"), event));
        return Map.of("code", code, "state", asked.get("state"));
    }

    /** A sign-in that has happened already; answers its refresh token. */
    synchronized String granted() {
        Grant grant = new Grant(UUID.randomUUID().toString(), "refresh-" + ++made);
        grants.add(grant);
        return grant.current;
    }

    /** As when the person withdraws the app's access at Xero. */
    synchronized void withdrawAll() {
        grants.clear();
    }

    /** A link leads to another organisation from now on. */
    synchronized void move(String from, String to) {
        links.replaceAll(each -> each.tenant().equals(from) ? new Link(each.id(), to, each.event()) : each);
    }

    /** As when the person disconnects the app from an organisation at Xero. */
    synchronized void disconnect(String tenant) {
        links.removeIf(link -> link.tenant().equals(tenant));
    }

    synchronized int links() {
        return links.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form =
                    form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String path = exchange.getRequestURI().getPath();
            String reply;
            synchronized (this) {
                requests++;
                reply = down ? null : reply(exchange, path, form);
            }
            int status = reply == null ? 503 : reply.startsWith("{\"error\"") ? 400 : 200;
            byte[] bytes = String.valueOf(reply).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String reply(HttpExchange exchange, String path, Map<String, String> form) {
        String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        return switch (path) {
            case "/connect/token" ->
                refusesApp
                        ? "{\"error\":\"invalid_client\"}"
                        : switch (String.valueOf(form.get("grant_type"))) {
                            case "authorization_code" -> exchange(form);
                            case "client_credentials" -> tokens(new Grant("custom", "none"));
                            default -> renewal(form);
                        };
            case "/connect/revocation" -> {
                revocations++;
                grants.removeIf(grant -> grant.current.equals(form.get("token")));
                yield "{}";
            }
            case "/connections" -> connections(exchange);
            case "/api.xro/2.0/Organisation" ->
                "{\"Organisations\":[{\"OrganisationID\":\"%s\",\"BaseCurrency\":\"AUD\"}]}".formatted(STUDIO);
            default -> unlink(path, bearer);
        };
    }

    private String exchange(Map<String, String> form) {
        exchanges++;
        Asked asked = codes.remove(form.get("code"));
        if (asked == null
                || !Pkce.proves(form.get("code_verifier"), asked.challenge())
                || !asked.redirect().equals(form.get("redirect_uri"))) {
            return "{\"error\":\"invalid_grant\"}";
        }
        Grant grant = new Grant(asked.event(), "refresh-" + ++made);
        grants.add(grant);
        return tokens(grant);
    }

    private String renewal(Map<String, String> form) {
        renewals++;
        String shown = form.get("refresh_token");
        for (Grant grant : grants) {
            if (grant.current.equals(shown)) {
                grant.before = shown;
                grant.current = "refresh-" + ++made;
                return tokens(grant);
            }
            if (grant.before.equals(shown)) {
                repairs++;
                grant.current = "refresh-" + ++made;
                return tokens(grant);
            }
        }
        return "{\"error\":\"invalid_grant\"}";
    }

    private String tokens(Grant grant) {
        String claims = "{\"authentication_event_id\":\"" + grant.event + "\",\"jti\":" + ++made + "}";
        String access = "e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".signature";
        events.put(access, grant.event);
        return "{\"access_token\":\"" + access + "\",\"expires_in\":" + expiresIn + ",\"refresh_token\":\""
                + grant.current + "\",\"scope\":\"accounting.settings.read offline_access\"}";
    }

    private String connections(HttpExchange exchange) {
        String event = form(exchange.getRequestURI().getRawQuery()).get("authEventId");
        StringBuilder list = new StringBuilder("[");
        for (Link link : links) {
            if (event == null || tellsEvents && event.equals(link.event())) {
                list.append(list.length() > 1 ? "," : "")
                        .append("""
                        {"id":"%s","tenantId":"%s","tenantName":"%s","tenantType":"ORGANISATION","authEventId":"%s"}""".formatted(link.id(), link.tenant(), name(link.tenant()), link.event()));
            }
        }
        return list.append(']').toString();
    }

    private String unlink(String path, String bearer) {
        if (!events.containsKey(bearer.replace("Bearer ", ""))) {
            return "{\"error\":\"invalid_token\"}";
        }
        unlinked++;
        links.removeIf(link -> path.endsWith("/" + link.id()));
        return "{}";
    }

    static String name(String tenant) {
        return Map.of(STUDIO, "Lantern Bay Studio", BAKERY, "Bayside Bakery", JOINERY, "Hume Joinery")
                .get(tenant);
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text == null || text.isEmpty() ? new String[0] : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
