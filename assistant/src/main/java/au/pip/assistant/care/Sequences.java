package au.pip.assistant.care;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;

/** Whether the numbers of one noun's rows are 1, 2, 3… within what they belong to, each once. */
final class Sequences {
    private final Noun noun;
    private final String ownerField;
    /** By owner: how many rows in the upper half, the highest number in the lower one; {@link #BROKEN} for good. */
    private final IdTable owners = new IdTable();

    private static final long BROKEN = -1;

    /** @param ownerField what the sequence is within */
    Sequences(Noun noun, String ownerField) {
        this.noun = noun;
        this.ownerField = ownerField;
    }

    void add(Row row) {
        if (row.noun() != noun) {
            return;
        }
        long owner = owners.key(row, ownerField);
        long before = owners.value(owner);
        long sequence = row.number("sequence");
        if (before == BROKEN || sequence < 1 || sequence > Integer.MAX_VALUE) {
            owners.put(owner, BROKEN);
        } else {
            long highest = Math.max(before & 0xffff_ffffL, sequence);
            owners.put(owner, ((before >>> 32) + 1) << 32 | highest);
        }
    }

    boolean hasBroken() {
        boolean[] broken = {false};
        owners.forEach(owner -> broken[0] |= isBroken(owners.value(owner)));
        return broken[0];
    }

    /** Whether the row is of one with a gap, once all rows were added. */
    boolean isOfBroken(Row row) {
        return row.noun() == noun && isBroken(owners.value(owners.key(row, ownerField)));
    }

    private static boolean isBroken(long value) {
        return value == BROKEN || value >>> 32 != (value & 0xffff_ffffL);
    }
}
