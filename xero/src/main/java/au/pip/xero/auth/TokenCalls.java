package au.pip.xero.auth;

import au.pip.xero.XeroException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to a token endpoint: a form there, JSON back (RFC 6749, 5). No message or cause holds a token or a secret. */
final class TokenCalls {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Shorter than {@link TokenVault.Turn#LASTS}. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    private static final long MOST_BYTES = 64 << 10;
    private static final String ENDPOINT = "connect/token";
    private static final String INVALID_GRANT = "invalid_grant";

    /** When a reply does not say: Xero's half an hour would be a guess, so this is little enough to ask again soon. */
    private static final long UNTOLD_SECONDS = 300;

    private static final long MOST_SECONDS = Duration.ofDays(1).toSeconds();

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LONGEST)
            .build();
    private final Counterpart counterpart;
    private final Duration longest;
    private final InstantSource clock;

    TokenCalls(Counterpart counterpart) {
        this(counterpart, LONGEST);
    }

    /** @param longest to the last byte of an answer */
    TokenCalls(Counterpart counterpart, Duration longest) {
        this(counterpart, longest, InstantSource.system());
    }

    /** @param clock from which tokens last */
    TokenCalls(Counterpart counterpart, Duration longest, InstantSource clock) {
        this.counterpart = counterpart;
        this.longest = longest;
        this.clock = clock;
    }

    /** @param keys null for an endpoint that asks for no app */
    TokenSet tokens(URI endpoint, Map<String, String> form, @Nullable AppKeys keys) {
        Instant asked = clock.instant();
        HttpResponse<byte[]> response = post(endpoint, form, keys);
        if (response.statusCode() != 200) {
            throw form.containsKey("code") && error(response).equals(INVALID_GRANT)
                    ? new XeroException.SignInNeeded(counterpart.spentCode(), ENDPOINT)
                    : refused(response);
        }
        if (isPage(response.body())) {
            throw new XeroException.Unavailable(counterpart.page(), ENDPOINT);
        }
        JsonNode reply = json(response.body());
        String access = reply.path("access_token").asString("");
        if (access.isEmpty()) {
            throw XeroException.Malformed.unreadable(ENDPOINT, "it holds no access token");
        }
        String refresh = reply.path("refresh_token").asString("");
        return new TokenSet(
                access,
                refresh.isEmpty() ? null : refresh,
                asked.plusSeconds(Math.clamp(reply.path("expires_in").asLong(UNTOLD_SECONDS), 0, MOST_SECONDS)),
                scopes(reply.path("scope").asString("")));
    }

    /** RFC 7009: a token that is no more is answered as one that was given back. */
    void revoke(URI endpoint, String refreshToken, @Nullable AppKeys keys) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", refreshToken);
        HttpResponse<byte[]> response = post(endpoint, form, keys);
        if (response.statusCode() >= 300 && !error(response).equals(INVALID_GRANT)) {
            throw refused(response);
        }
    }

    static XeroException.SignInNeeded signInNeeded(String who) {
        return XeroException.SignInNeeded.endedBy(who, ENDPOINT);
    }

    private HttpResponse<byte[]> post(URI endpoint, Map<String, String> form, @Nullable AppKeys keys) {
        Map<String, String> sent = new LinkedHashMap<>(form);
        if (keys != null) {
            keys.addTo(sent);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .version("https".equals(endpoint.getScheme()) ? Version.HTTP_2 : Version.HTTP_1_1)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .header("User-Agent", "Pip")
                .POST(HttpRequest.BodyPublishers.ofString(Form.text(sent)));
        String basic = keys == null ? null : keys.basic();
        if (basic != null) {
            request.header("Authorization", basic);
        }
        CompletableFuture<HttpResponse<byte[]>> call =
                client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return call.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new XeroException.Unreachable(
                    counterpart.name() + " could not be reached at " + endpoint.getHost()
                            + " for the sign-in. Check the internet connection and try again.",
                    ENDPOINT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the call for a sign-in was stopped");
        } finally {
            call.cancel(true);
        }
    }

    private XeroException refused(HttpResponse<byte[]> response) {
        String error = error(response);
        int status = response.statusCode();
        if (error.equals(INVALID_GRANT)) {
            return signInNeeded(counterpart.name());
        }
        if (status == 429 || status >= 500 || error.isEmpty()) {
            return new XeroException.Unavailable(counterpart.unavailable(status), ENDPOINT);
        }
        return new XeroException.AppRefused(counterpart.refused(error), ENDPOINT, error);
    }

    /** No JSON begins so. */
    private static boolean isPage(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).strip().startsWith("<");
    }

    /** OAuth's word for what is wrong; nothing when the reply has none. */
    private static String error(HttpResponse<byte[]> response) {
        try {
            String error = JSON.readTree(response.body()).path("error").asString("");
            return error.matches("[a-z_]{1,60}") ? error : "";
        } catch (JacksonException noJson) {
            return "";
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw XeroException.Malformed.unreadable(ENDPOINT, "it is not whole JSON");
        }
    }

    private static Set<String> scopes(String text) {
        Set<String> scopes = new LinkedHashSet<>(Arrays.asList(text.strip().split("\\s+")));
        scopes.remove("");
        return scopes;
    }
}
