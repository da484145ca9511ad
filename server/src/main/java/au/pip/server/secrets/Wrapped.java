package au.pip.server.secrets;

import au.pip.assistant.secret.MasterKey;

/** A key and what the file keeps of it. */
final class Wrapped {
    private final MasterKey key;
    private final byte[] written;

    Wrapped(MasterKey key, byte[] written) {
        this.key = key;
        this.written = written;
    }

    MasterKey key() {
        return key;
    }

    byte[] written() {
        return written;
    }
}
