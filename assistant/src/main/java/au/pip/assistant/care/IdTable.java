package au.pip.assistant.care;

import au.pip.assistant.store.Row;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Numbers by the ids of rows, millions of them in little memory: 16 bytes a slot, at most half of the slots taken. An
 * id is known by 64 bits of its SHA-256; two ids are taken for one about once in 2^64 pairs.
 */
final class IdTable {
    private static final long FREE = 0;

    private final MessageDigest sha256 = CanonicalRow.sha256();
    private long[] keys = new long[1024];
    private long[] values = new long[1024];
    private int taken;

    /** What stands for an id of an account; never 0. */
    long key(Row row, String idField) {
        return key(row.text("account_id"), row.text(idField));
    }

    long key(String account, String id) {
        byte[] first = account.getBytes(StandardCharsets.UTF_16BE);
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(first.length).array());
        sha256.update(first);
        sha256.update(id.getBytes(StandardCharsets.UTF_16BE));
        long key = ByteBuffer.wrap(sha256.digest()).getLong();
        return key == FREE ? 1 : key;
    }

    boolean has(long key) {
        return keys[slot(key)] != FREE;
    }

    /** 0 for a key that is not there. */
    long value(long key) {
        return values[slot(key)];
    }

    void put(long key, long value) {
        int slot = slot(key);
        if (keys[slot] == FREE) {
            if (++taken > keys.length / 2) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
        }
        values[slot] = value;
    }

    void forEach(LongConsumer key) {
        Arrays.stream(keys).filter(each -> each != FREE).forEach(key);
    }

    private int slot(long key) {
        int slot = (int) key & (keys.length - 1);
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new long[keys.length];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != FREE) {
                int slot = slot(oldKeys[old]);
                keys[slot] = oldKeys[old];
                values[slot] = oldValues[old];
            }
        }
    }
}
