package au.pip.assistant.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key of 256 bits that seals secrets. Its text form shows nothing but its id. */
public final class MasterKey {
    public static final int BYTES = 32;

    private static final byte[] ID_OF = "pip master key id".getBytes(UTF_8);
    private static final int ID_BYTES = 8;

    private final String id;
    private final SecretKeySpec key;

    private MasterKey(String id, SecretKeySpec key) {
        this.id = id;
        this.key = key;
    }

    /**
     * Keeps a copy; the given bytes are the caller's to wipe.
     *
     * @throws IllegalArgumentException when they are not {@value #BYTES} bytes
     */
    public static MasterKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A master key has %d bytes, not %d.".formatted(BYTES, bytes.length));
        }
        SecretKeySpec key = new SecretKeySpec(bytes, "AES");
        return new MasterKey(id(bytes), key);
    }

    public static MasterKey random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        try {
            return of(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** 16 hexadecimal digits that follow from the key and tell nothing of it: a key has one id wherever it is kept. */
    public String id() {
        return id;
    }

    /** A copy, for whoever keeps the key: theirs to wipe. */
    public byte[] bytes() {
        return key.getEncoded();
    }

    SecretKey key() {
        return key;
    }

    private static String id(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(ID_OF), 0, ID_BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HmacSHA256.", missing);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[" + id + "]";
    }
}
