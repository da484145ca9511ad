package au.pip.kms;

/** A key of 256 bits. Its text form shows nothing. */
public final class DataKey {
    private final byte[] plain;
    private final byte[] wrapped;

    DataKey(byte[] plain, byte[] wrapped) {
        this.plain = plain;
        this.wrapped = wrapped;
    }

    /** The key itself, to be wiped by the caller: not a copy. */
    public byte[] plain() {
        return plain;
    }

    /** The key as KMS encrypted it: may be kept anywhere, and only KMS can open it. */
    public byte[] wrapped() {
        return wrapped;
    }

    @Override
    public String toString() {
        return "DataKey[…]";
    }
}
