package au.pip.server.secrets;

import au.pip.assistant.secret.MasterKey;
import au.pip.assistant.secret.MasterKeyException;
import java.security.SecureRandom;

/** The key as it is: the file's mode is what protects it. */
final class PlainWrapping implements Wrapping {
    @Override
    public String word() {
        return "plain";
    }

    @Override
    public String openedBy() {
        return "";
    }

    @Override
    public Wrapped make() {
        MasterKey key = MasterKey.random(new SecureRandom());
        return new Wrapped(key, key.bytes());
    }

    @Override
    public MasterKey open(byte[] written) {
        if (written.length != MasterKey.BYTES) {
            throw new MasterKeyException("A key in it has another length than 32 bytes.");
        }
        return MasterKey.of(written);
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
