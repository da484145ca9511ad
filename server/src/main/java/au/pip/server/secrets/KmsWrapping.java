package au.pip.server.secrets;

import au.pip.assistant.secret.MasterKey;
import au.pip.assistant.secret.MasterKeyException;
import au.pip.kms.DataKey;
import au.pip.kms.KmsDataKeys;
import au.pip.kms.KmsUnavailable;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A key that AWS KMS made and only KMS opens. Each is asked for once in a process. */
final class KmsWrapping implements Wrapping {
    private final KmsDataKeys kms;
    private final String kmsKey;
    private final Map<String, MasterKey> opened = new ConcurrentHashMap<>();

    KmsWrapping(KmsDataKeys kms, String kmsKey) {
        this.kms = kms;
        this.kmsKey = kmsKey;
    }

    @Override
    public String word() {
        return "kms";
    }

    @Override
    public String openedBy() {
        return "AWS KMS with " + kmsKey;
    }

    @Override
    public Wrapped make() {
        try {
            DataKey made = kms.make();
            return new Wrapped(taken(made.plain()), made.wrapped());
        } catch (KmsUnavailable failure) {
            throw told(failure);
        }
    }

    @Override
    public MasterKey open(byte[] written) {
        try {
            return opened.computeIfAbsent(HexFormat.of().formatHex(written), _ -> taken(kms.open(written)));
        } catch (KmsUnavailable failure) {
            throw told(failure);
        }
    }

    private static MasterKey taken(byte[] plain) {
        try {
            return MasterKey.of(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static MasterKeyException told(KmsUnavailable failure) {
        return new MasterKeyException(String.valueOf(failure.getMessage()), failure);
    }

    @Override
    public void close() {
        kms.close();
    }
}
