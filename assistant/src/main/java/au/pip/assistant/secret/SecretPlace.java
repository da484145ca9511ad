package au.pip.assistant.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.spi.StoredText;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Where a secret belongs. Sealed for one place, it opens in no other.
 *
 * @param kind what it is, such as {@code xero-tokens}
 * @param owner what it belongs to, such as the id of a sign-in
 */
public record SecretPlace(AccountId account, String kind, String owner) {
    /** Account, kind and owner in UTF-8, each after its length in four bytes: different places differ in bytes. */
    byte[] bytes() {
        List<byte[]> parts = List.of(utf8(account.value()), utf8(kind), utf8(owner));
        ByteBuffer whole = ByteBuffer.allocate(
                parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum());
        for (byte[] part : parts) {
            whole.putInt(part.length).put(part);
        }
        return whole.array();
    }

    /** What UTF-8 does not hold is marked, so that no two texts are written alike. */
    private static byte[] utf8(String text) {
        return StoredText.written(text).getBytes(UTF_8);
    }
}
