package au.pip.server.secrets;

import au.pip.assistant.secret.MasterKey;
import au.pip.assistant.secret.MasterKeyException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A key as a person writes it: 32 bytes in hexadecimal digits, in base64 or in base64url. */
final class WrittenKey {
    private static final int HEX_DIGITS = 2 * MasterKey.BYTES;

    private WrittenKey() {}

    /** @throws MasterKeyException when it is none; the message names the setting and shows nothing of its value */
    static MasterKey read(String setting, String written) {
        byte[] bytes = decoded(written);
        try {
            if (bytes.length == MasterKey.BYTES) {
                return MasterKey.of(bytes);
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        throw new MasterKeyException(setting
                + " is not a key of 32 bytes in base64 or hexadecimal digits: make one with openssl rand -base64 32.");
    }

    /** Empty when it is neither. */
    private static byte[] decoded(String written) {
        try {
            if (written.length() == HEX_DIGITS) {
                return HexFormat.of().parseHex(written);
            }
            return Base64.getDecoder().decode(written.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException neither) {
            return new byte[0];
        }
    }
}
