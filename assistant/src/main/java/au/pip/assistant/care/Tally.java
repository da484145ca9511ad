package au.pip.assistant.care;

import au.pip.assistant.store.Noun;
import java.util.List;
import java.util.Map;

/**
 * How many rows of each noun there are, and a digest of them that does not depend on their order: the sum, modulo 2^256,
 * of SHA-256 over each row's {@link CanonicalRow}. Equal tallies mean equal rows, unless somebody set out to deceive.
 *
 * @param parts of every noun, those without rows too
 */
public record Tally(Map<Noun, Part> parts) {
    /** @param digest 64 hexadecimal digits */
    public record Part(long rows, String digest) {}

    public Tally {
        parts = Map.copyOf(parts);
    }

    /** The tally of all that a source gives. */
    public static Tally of(RowSource source, String step, Progress progress) {
        Counting counting = new Counting();
        source.read(row -> {
            counting.add(row);
            progress.at(step, counting.rows());
        });
        return counting.tally();
    }

    public Part part(Noun noun) {
        return parts.getOrDefault(noun, Counting.NOTHING);
    }

    public long rows() {
        return parts.values().stream().mapToLong(Part::rows).sum();
    }

    /** The nouns that differ, in their order. */
    public List<Noun> differences(Tally other) {
        return List.of(Noun.values()).stream()
                .filter(noun -> !part(noun).equals(other.part(noun)))
                .toList();
    }
}
