package au.pip.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An identity server that knows nothing of Pip or Xero: it checks PKCE, takes a code once, gives another refresh token
 * with each renewal and refuses the one before at once. Its addresses end as Xero's do.
 */
final class ForeignIdentity implements AutoCloseable {
    private static final String ISSUER = "identity/connect";
    private static final JsonMapper JSON = new JsonMapper();

    private final MockOAuth2Server server = new MockOAuth2Server(
            OAuth2Config.Companion.fromJson("{\"interactiveLogin\":false,\"rotateRefreshToken\":true}"));

    private final JsonNode keys;

    ForeignIdentity() {
        server.start();
        keys = published();
    }

    String url() {
        return server.url("/").toString().replaceAll("/+$", "");
    }

    /**
     * The next code is exchanged for tokens of this kind, and so are they when they are renewed.
     *
     * @return names the sign-in, as Xero's access tokens do
     */
    String tokensLast(Duration time) {
        String event = UUID.randomUUID().toString();
        server.enqueueCallback(new DefaultOAuth2TokenCallback(
                ISSUER,
                "ann",
                "JWT",
                List.of("https://api.example.org"),
                Map.of("authentication_event_id", event),
                time.toSeconds()));
        return event;
    }

    /** The claims of an access token that this server signed and that has not run out. */
    Optional<JsonNode> claims(String token) throws GeneralSecurityException {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || !isSigned(parts)) {
            return Optional.empty();
        }
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        return Optional.of(claims)
                .filter(each -> Instant.ofEpochSecond(each.path("exp").asLong()).isAfter(Instant.now()));
    }

    private boolean isSigned(String[] parts) throws GeneralSecurityException {
        String key = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]))
                .path("kid")
                .asString();
        for (JsonNode each : keys) {
            if (each.path("kid").asString().equals(key)) {
                return verifies(each, parts);
            }
        }
        return false;
    }

    private JsonNode published() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/" + ISSUER + "/jwks"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .path("keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean verifies(JsonNode key, String[] parts) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asString()));
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
