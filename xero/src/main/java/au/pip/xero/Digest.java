package au.pip.xero;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over replies, in the order they came. */
final class Digest {
    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    Digest add(Answer answer) {
        sha256.update(answer.body());
        return this;
    }

    /** In hexadecimal; ends the digest. */
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
