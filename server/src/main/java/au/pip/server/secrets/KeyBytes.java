package au.pip.server.secrets;

/** What the file keeps of a key. Its text form shows nothing. */
final class KeyBytes {
    private final byte[] bytes;

    KeyBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "KeyBytes[…]";
    }
}
