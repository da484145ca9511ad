package au.pip.llm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to prove who calls. Its text form never shows a credential.
 *
 * @param credentials by name; {@code apiKey} for {@link Method#API_KEY}
 */
public record AuthConfig(Method method, Map<String, String> credentials) {
    public enum Method {
        API_KEY,
        NONE
    }

    public AuthConfig {
        credentials = Map.copyOf(credentials);
    }

    /** @param key null or blank where it is not set: then a chat says that it is missing, and where it belongs */
    public static AuthConfig apiKey(@Nullable String key) {
        return new AuthConfig(Method.API_KEY, key == null ? Map.of() : Map.of("apiKey", key));
    }

    public static AuthConfig none() {
        return new AuthConfig(Method.NONE, Map.of());
    }

    public @Nullable String key() {
        return credentials.get("apiKey");
    }

    @Override
    public String toString() {
        return "AuthConfig[" + method + ", " + credentials.keySet() + "]";
    }
}
