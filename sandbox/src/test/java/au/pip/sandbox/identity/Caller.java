package au.pip.sandbox.identity;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An app and a person's browser before a pretend Xero over two organisations, with a clock that the test turns. */
final class Caller implements AutoCloseable {
    /** RFC 7636, appendix B. */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    static final String CALLBACK = "http://127.0.0.1:8484/callback";
    static final String SCOPES =
            "openid profile email offline_access accounting.settings.read accounting.invoices.read";

    static final Books FIRST = books(Company.SOLE_TRADER);
    static final Books SECOND = books(Company.PTY_LTD);
    static final UUID FIRST_ID = FIRST.organisation().tenantId();
    static final UUID SECOND_ID = SECOND.organisation().tenantId();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final SandboxServer server;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T00:00:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();

    Caller(SandboxOptions options) throws IOException {
        server = SandboxServer.start(List.of(FIRST, SECOND), options.withClock(now::get));
    }

    /** One whose person allows everything at once. */
    static Caller atOnce() throws IOException {
        return new Caller(SandboxOptions.defaults().withConsent(Consent.atOnce()));
    }

    void later(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    Instant now() {
        return now.get();
    }

    /** What the public app asks for, with these parameters over the usual ones; an empty value leaves one out. */
    HttpResponse<String> authorize(String... changes) throws IOException, InterruptedException {
        Map<String, String> query = new LinkedHashMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                App.PUBLIC_ID,
                "redirect_uri",
                CALLBACK,
                "scope",
                SCOPES,
                "state",
                "a b&c",
                "code_challenge",
                CHALLENGE,
                "code_challenge_method",
                "S256"));
        change(query, changes);
        return send(request("/identity/connect/authorize?" + form(query)).GET());
    }

    /** A code for the public app, or the one that the changes name. */
    String code(String... changes) throws IOException, InterruptedException {
        return back(authorize(changes)).getOrDefault("code", "");
    }

    /** What the browser brings to the app. */
    static Map<String, String> back(HttpResponse<String> response) {
        if (response.statusCode() != 302) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        String query = URI.create(response.headers().firstValue("Location").orElse("?"))
                .getRawQuery();
        Map<String, String> values = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        return send(posted(path, form(form)));
    }

    /** An app that shows its secret. */
    HttpResponse<String> post(String path, Map<String, String> form, String id, String secret)
            throws IOException, InterruptedException {
        String pair = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(posted(path, form(form)).header("Authorization", "Basic " + pair));
    }

    HttpRequest.Builder posted(String path, String body) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> exchange(String code, String... changes) throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "grant_type", "authorization_code",
                "client_id", App.PUBLIC_ID,
                "code", code,
                "redirect_uri", CALLBACK,
                "code_verifier", VERIFIER));
        change(form, changes);
        return post("/connect/token", form);
    }

    HttpResponse<String> refresh(String token) throws IOException, InterruptedException {
        return post("/connect/token", refreshing(token));
    }

    static Map<String, String> refreshing(String token) {
        return Map.of("grant_type", "refresh_token", "client_id", App.PUBLIC_ID, "refresh_token", token);
    }

    /** A whole sign-in of the public app: the answer of the token endpoint. */
    JsonNode signIn(String... changes) throws IOException, InterruptedException {
        return tokens(exchange(code(changes)));
    }

    static JsonNode tokens(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return json(response);
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static String access(JsonNode tokens) {
        return tokens.get("access_token").asString();
    }

    static String renewal(JsonNode tokens) {
        return tokens.get("refresh_token").asString();
    }

    /** What an access token says of itself. */
    static JsonNode claims(String token) {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    HttpResponse<String> api(String path, String token, UUID tenant) throws IOException, InterruptedException {
        return send(bearer("/api.xro/2.0/" + path, token)
                .header("xero-tenant-id", tenant.toString())
                .header("Accept", "application/json"));
    }

    HttpResponse<String> organisation(String token, UUID tenant) throws IOException, InterruptedException {
        return api("Organisation", token, tenant);
    }

    JsonNode connections(String token) throws IOException, InterruptedException {
        return tokens(send(bearer("/connections", token)));
    }

    /** A call to a control address with the fixed token. */
    HttpResponse<String> control(String path) throws IOException, InterruptedException {
        return send(bearer(path, SandboxOptions.DEFAULT_TOKEN).POST(HttpRequest.BodyPublishers.noBody()));
    }

    HttpRequest.Builder bearer(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static void change(Map<String, String> values, String... changes) {
        for (int index = 0; index < changes.length; index += 2) {
            values.put(changes[index], changes[index + 1]);
            if (changes[index + 1].isEmpty()) {
                values.remove(changes[index]);
            }
        }
    }

    private static Books books(Company company) {
        return Books.generate(new BooksSpec(2, company, LocalDate.of(2026, 11, 23)));
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
