package au.pip.xero.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Proof Key for Code Exchange with S256 (RFC 7636). */
public final class Pkce {
    /** 43 to 128 of the unreserved characters (RFC 7636, 4.1). */
    private static final String VERIFIER = "[A-Za-z0-9._~-]{43,128}";

    /** 256 bits in base64url without padding. */
    private static final String CHALLENGE = "[A-Za-z0-9_-]{43}";

    private Pkce() {}

    /** The challenge of a verifier. */
    public static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(verifier));
    }

    /**
     * A verifier that only who knows both can make: of a secret that stays in one browser, and of a sign-in's state.
     *
     * @param secret with at least 128 random bits
     */
    public static String verifier(String secret, String state) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sha256("pip-pkce-verifier\n" + secret.length() + "\n" + secret + "\n" + state));
    }

    public static boolean isVerifier(String text) {
        return text.matches(VERIFIER);
    }

    public static boolean isChallenge(String text) {
        return text.matches(CHALLENGE);
    }

    /** Whether the verifier is the challenge's; takes as long for a wrong one as for the right one. */
    public static boolean proves(String verifier, String challenge) {
        return isVerifier(verifier)
                && MessageDigest.isEqual(
                        challenge(verifier).getBytes(StandardCharsets.US_ASCII),
                        challenge.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
