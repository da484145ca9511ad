package au.pip.assistant.secret;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of one moment.
 *
 * @param current seals and opens
 * @param older open only
 */
public record Keyring(MasterKey current, List<MasterKey> older) {
    public Keyring {
        older = List.copyOf(older);
    }

    public Keyring withOlder(List<MasterKey> more) {
        return more.isEmpty()
                ? this
                : new Keyring(
                        current, Stream.concat(older.stream(), more.stream()).toList());
    }

    public Optional<MasterKey> find(String id) {
        return Stream.concat(Stream.of(current), older.stream())
                .filter(key -> key.id().equals(id))
                .findFirst();
    }
}
