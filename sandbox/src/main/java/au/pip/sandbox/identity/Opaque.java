package au.pip.sandbox.identity;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts that nobody can guess. */
final class Opaque {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Opaque() {}

    /** 256 bits in base64url, 43 letters. */
    static String text() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
