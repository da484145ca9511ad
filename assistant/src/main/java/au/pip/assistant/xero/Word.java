package au.pip.assistant.xero;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Words that nobody can guess, and their hashes, by which they are known without being kept. */
final class Word {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Word() {}

    /** 256 random bits: 43 characters of base64url. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether it may be one of ours; whatever else is asked for is not looked up. */
    static boolean isOne(String text) {
        return text.matches("[A-Za-z0-9_-]{43}");
    }

    /** SHA-256 in 64 hexadecimal digits. */
    static String hash(String word) {
        return HexFormat.of().formatHex(sha256().digest(word.getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes as long for a wrong word as for the right one. */
    static boolean hasHash(String word, String hash) {
        return MessageDigest.isEqual(
                hash(word).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
