package au.pip.xero.auth;

import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which sign-in an access token is of: its claim {@code authentication_event_id}, by which {@code /connections} tells
 * what was just connected. The token's signature is not checked: it came from Xero itself, and says nothing here but
 * what to ask Xero for.
 */
public final class AuthEvent {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AuthEvent() {}

    /** Empty when the token does not say. */
    public static Optional<String> of(String accessToken) {
        String[] parts = accessToken.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String event = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]))
                    .path("authentication_event_id")
                    .asString("");
            return event.matches("[0-9A-Za-z-]{1,64}") ? Optional.of(event) : Optional.empty();
        } catch (IllegalArgumentException | JacksonException notReadable) {
            return Optional.empty();
        }
    }
}
