package au.pip.assistant.care;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Tally} of rows as they pass. */
final class Counting {
    static final Tally.Part NOTHING = new Tally.Part(0, hex(BigInteger.ZERO));
    private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

    private final CanonicalRow canonical = new CanonicalRow();
    private final Map<Noun, Sum> sums = new EnumMap<>(Noun.class);
    private long rows;

    private static final class Sum {
        private long rows;
        private BigInteger digests = BigInteger.ZERO;

        void add(byte[] digest) {
            rows++;
            digests = digests.add(new BigInteger(1, digest));
        }

        Tally.Part part() {
            return new Tally.Part(rows, hex(digests.mod(MODULUS)));
        }
    }

    void add(Row row) {
        add(row.noun(), row.values());
    }

    void add(Noun noun, List<@Nullable Object> values) {
        sums.computeIfAbsent(noun, _ -> new Sum()).add(canonical.digest(noun, values));
        rows++;
    }

    long rows() {
        return rows;
    }

    Tally tally() {
        Map<Noun, Tally.Part> parts = new EnumMap<>(Noun.class);
        for (Noun noun : Noun.values()) {
            Sum sum = sums.get(noun);
            parts.put(noun, sum == null ? NOTHING : sum.part());
        }
        return new Tally(parts);
    }

    private static String hex(BigInteger sum) {
        return "%064x".formatted(sum);
    }
}
