package au.pip.assistant.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.pip.assistant.store.spi.StoredText;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM with a random nonce of 96 bits; the place is the associated data. A key may seal about four thousand
 * million texts before two nonces are likely to be one (NIST SP 800-38D, 8.3).
 */
final class AesGcmSecretBox implements SecretBox {
    private final KeySource keys;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Keyring known;

    AesGcmSecretBox(KeySource keys) {
        this.keys = keys;
    }

    @Override
    public String seal(SecretPlace place, String text) {
        MasterKey key = newest().current();
        byte[] nonce = new byte[SealedText.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] plain = StoredText.written(text).getBytes(UTF_8);
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(plain);
            return new SealedText(key.id(), nonce, ciphertext).written();
        } catch (GeneralSecurityException missing) {
            throw withoutCipher(missing);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    @Override
    public Opened open(SecretPlace place, String sealed) {
        SealedText read = SealedText.read(sealed);
        if (read == null) {
            return new Opened.Malformed();
        }
        Optional<MasterKey> key = find(read.keyId());
        return key.isEmpty() ? new Opened.UnknownKey(read.keyId()) : open(place, read, key.get());
    }

    @Override
    public boolean isCurrent(String sealed) {
        SealedText read = SealedText.read(sealed);
        return read != null && read.keyId().equals(newest().current().id());
    }

    private static Opened open(SecretPlace place, SealedText sealed, MasterKey key) {
        try {
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, key, sealed.nonce(), place).doFinal(sealed.ciphertext());
            try {
                return new Opened.Text(StoredText.read(new String(plain, UTF_8)));
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        } catch (AEADBadTagException changed) {
            return new Opened.Refused();
        } catch (GeneralSecurityException missing) {
            throw withoutCipher(missing);
        }
    }

    private static Cipher cipher(int mode, MasterKey key, byte[] nonce, SecretPlace place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(SealedText.TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(place.bytes());
        return cipher;
    }

    /** Asks the source again only for an id that was not known. */
    private Optional<MasterKey> find(String id) {
        Keyring keyring = known;
        Optional<MasterKey> key = keyring == null ? Optional.empty() : keyring.find(id);
        return key.isPresent() ? key : newest().find(id);
    }

    private Keyring newest() {
        Keyring keyring = keys.keyring();
        known = keyring;
        return keyring;
    }

    private static IllegalStateException withoutCipher(GeneralSecurityException missing) {
        return new IllegalStateException("This Java cannot do AES-256-GCM.", missing);
    }
}
