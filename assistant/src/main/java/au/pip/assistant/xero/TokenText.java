package au.pip.assistant.xero;

import au.pip.xero.auth.TokenSet;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tokens of a sign-in as they are sealed: JSON with {@code access}, {@code refresh}, {@code expires_at} in
 * milliseconds and {@code scopes}. Equal tokens have equal texts.
 */
final class TokenText {
    /** What stays of a sign-in that Xero has ended. */
    static final String ENDED = "{\"ended\":true}";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TokenText() {}

    static String of(TokenSet tokens) {
        ObjectNode json = JSON.createObjectNode();
        json.put("access", tokens.access());
        json.put("refresh", tokens.refresh());
        json.put("expires_at", tokens.expiresAt().toEpochMilli());
        json.put("scopes", String.join(" ", new TreeSet<>(tokens.scopes())));
        return JSON.writeValueAsString(json);
    }

    /** Empty when Xero has ended the sign-in. */
    static Optional<TokenSet> read(String text) {
        JsonNode json = JSON.readTree(text);
        if (json.path("ended").asBoolean(false)) {
            return Optional.empty();
        }
        Set<String> scopes =
                new LinkedHashSet<>(Set.of(json.path("scopes").asString("").split(" ")));
        scopes.remove("");
        return Optional.of(new TokenSet(
                json.path("access").asString(""),
                json.path("refresh").isString() ? json.path("refresh").asString("") : null,
                Instant.ofEpochMilli(json.path("expires_at").asLong(0)),
                scopes));
    }
}
