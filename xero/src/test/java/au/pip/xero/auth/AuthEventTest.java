package au.pip.xero.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class AuthEventTest {
    @Test
    void readsTheSignInFromTheToken() {
        assertThat(AuthEvent.of(token("{\"authentication_event_id\":\"d0ddcf81-f942-4f4d-b3c7-f98045204db4\"}")))
                .contains("d0ddcf81-f942-4f4d-b3c7-f98045204db4");
    }

    @Test
    void readsNothingFromWhatDoesNotSay() {
        assertThat(AuthEvent.of("opaque")).isEmpty();
        assertThat(AuthEvent.of("a.!!!.c")).isEmpty();
        assertThat(AuthEvent.of(token("not json"))).isEmpty();
        assertThat(AuthEvent.of(token("{}"))).isEmpty();
        assertThat(AuthEvent.of(token("{\"authentication_event_id\":\"a&b=c\"}")))
                .isEmpty();
    }

    private static String token(String claims) {
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".signature";
    }
}
