package au.pip.sandbox.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What an authorisation code stands for. It is good once, for five minutes. */
final class Code {
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Asked asked;
    private final SignIn signIn;
    private final Instant made;
    private boolean spent;

    Code(Asked asked, SignIn signIn, Instant made) {
        this.asked = asked;
        this.signIn = signIn;
        this.made = made;
    }

    SignIn signIn() {
        return signIn;
    }

    boolean isOf(App app) {
        return asked.app().id().equals(app.id());
    }

    /** False when it was spent before. */
    boolean spend() {
        boolean first = !spent;
        spent = true;
        return first;
    }

    boolean takes(String redirect, @Nullable String verifier, Instant now) {
        return now.isBefore(made.plus(LIFE)) && redirect.equals(asked.redirect()) && isProved(verifier);
    }

    /** A verifier without a challenge is refused as a wrong one is (RFC 9700, 2.1.1). */
    private boolean isProved(@Nullable String verifier) {
        String challenge = asked.challenge();
        if (challenge == null || verifier == null) {
            return challenge == null && verifier == null;
        }
        return verifier.matches("[A-Za-z0-9._~-]{43,128}") && challenge.equals(s256(verifier));
    }

    private static String s256(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
