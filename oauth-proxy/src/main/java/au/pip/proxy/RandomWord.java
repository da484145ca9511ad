package au.pip.proxy;

import java.security.SecureRandom;
import java.util.Base64;

/** A word that nobody guesses: 256 random bits in base64url, 43 characters; good as a PKCE verifier, too. */
final class RandomWord {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomWord() {}

    static String next() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
