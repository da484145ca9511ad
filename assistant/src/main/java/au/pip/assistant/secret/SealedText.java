package au.pip.assistant.secret;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sealed text as it is kept: {@code v1.KEY.NONCE.CIPHERTEXT}, the latter two in base64url without padding. The
 * ciphertext ends with the tag of 16 bytes.
 */
final class SealedText {
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private static final Pattern FORM =
            Pattern.compile("v1\\.([0-9a-f]{16})\\.([A-Za-z0-9_-]{16})\\.([A-Za-z0-9_-]{22,})");

    private final String keyId;
    private final byte[] nonce;
    private final byte[] ciphertext;

    /** Keeps the arrays themselves. */
    SealedText(String keyId, byte[] nonce, byte[] ciphertext) {
        this.keyId = keyId;
        this.nonce = nonce;
        this.ciphertext = ciphertext;
    }

    /** Null when it is none. Exactly what {@link #written} gives is read: of several ways to write bytes, only one. */
    static @Nullable SealedText read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            SealedText read =
                    new SealedText(form.group(1), decoder.decode(form.group(2)), decoder.decode(form.group(3)));
            return read.written().equals(text) ? read : null;
        } catch (IllegalArgumentException cut) {
            return null;
        }
    }

    String keyId() {
        return keyId;
    }

    byte[] nonce() {
        return nonce;
    }

    byte[] ciphertext() {
        return ciphertext;
    }

    String written() {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return "v1." + keyId + "." + encoder.encodeToString(nonce) + "." + encoder.encodeToString(ciphertext);
    }
}
