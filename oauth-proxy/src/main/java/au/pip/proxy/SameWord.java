package au.pip.proxy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Compares secret words in a time that tells nothing of where they differ. */
final class SameWord {
    private SameWord() {}

    static boolean are(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
