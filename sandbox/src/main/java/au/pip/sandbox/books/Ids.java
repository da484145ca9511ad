package au.pip.sandbox.books;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Ids that follow from the seed, the company and a running number of their kind. */
final class Ids {
    private final String prefix;
    private final Map<String, Integer> used = new HashMap<>();

    Ids(BooksSpec spec) {
        prefix = spec.seed() + "/" + spec.company().word() + "/";
    }

    /** The next id of a kind; shaped as a version 4 UUID. */
    UUID next(String kind) {
        int number = used.merge(kind, 1, Integer::sum);
        UUID named = UUID.nameUUIDFromBytes((prefix + kind + "/" + number).getBytes(StandardCharsets.UTF_8));
        return new UUID((named.getMostSignificantBits() & ~0xF000L) | 0x4000L, named.getLeastSignificantBits());
    }
}
