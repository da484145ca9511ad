package au.pip.assistant.secret;

import au.pip.assistant.Secret;
import au.pip.assistant.store.SecretStore;
import java.util.Optional;

/**
 * Secrets, kept sealed. Safe beside other nodes, and beside a rotation of the master key in another process.
 *
 * <p>A removed secret leaves an empty row: its version goes on, so that whoever read the row before cannot bring it
 * back over a newer one.
 */
public final class Secrets {
    private static final String REMOVED = "removed";

    private final SecretStore store;
    private final SecretBox box;

    public Secrets(SecretStore store, SecretBox box) {
        this.store = store;
        this.box = box;
    }

    /** An opened secret, to be replaced later. Its text form does not show the text. */
    public record Kept(String text, long version) {
        @Override
        public String toString() {
            return "Kept[version " + version + "]";
        }
    }

    /** Keeps a text, whatever was there before. Of several at once, each is kept, and the last one stays. */
    public void put(SecretPlace place, String text) {
        while (!keep(place, find(place).map(Secret::version).orElse(0L), text)) {
            // Somebody else kept something meanwhile; this one comes after it.
        }
    }

    /**
     * Replaces what was opened before. Answers false when it was replaced or removed since; being sealed anew, under
     * another master key, is neither.
     */
    public boolean replace(SecretPlace place, Kept before, String text) {
        long version = before.version();
        while (!keep(place, version, text)) {
            Optional<Kept> now = open(place);
            if (now.isEmpty() || !now.get().text().equals(before.text())) {
                return false;
            }
            version = now.get().version();
        }
        return true;
    }

    /**
     * Empty when there is none.
     *
     * @throws SecretException when it cannot be opened
     */
    public Optional<Kept> open(SecretPlace place) {
        return find(place).filter(Secrets::holds).map(secret -> switch (box.open(place, secret.sealed())) {
            case Opened.Text(String text) -> new Kept(text, secret.version());
            case Opened.UnknownKey unknown -> throw new SecretException(place, unknown);
            case Opened.Malformed malformed -> throw new SecretException(place, malformed);
            case Opened.Refused refused -> throw new SecretException(place, refused);
        });
    }

    /** Answers whether there was one. Works without its key. */
    public boolean remove(SecretPlace place) {
        while (true) {
            Optional<Secret> secret = find(place).filter(Secrets::holds);
            if (secret.isEmpty()) {
                return false;
            }
            if (empty(store, place, secret.get().version())) {
                return true;
            }
        }
    }

    /** Whether the row is more than what a removed secret left. */
    static boolean holds(Secret secret) {
        return !secret.sealed().equals(REMOVED);
    }

    static boolean empty(SecretStore store, SecretPlace place, long version) {
        return store.put(place.account(), place.kind(), place.owner(), version, REMOVED);
    }

    private Optional<Secret> find(SecretPlace place) {
        return store.find(place.account(), place.kind(), place.owner());
    }

    /** When the key changes between sealing and keeping, what was kept is sealed anew while its text is at hand. */
    private boolean keep(SecretPlace place, long expected, String text) {
        String sealed = box.seal(place, text);
        if (!store.put(place.account(), place.kind(), place.owner(), expected, sealed)) {
            return false;
        }
        for (long version = expected + 1; !box.isCurrent(sealed); version++) {
            sealed = box.seal(place, text);
            if (!store.put(place.account(), place.kind(), place.owner(), version, sealed)) {
                break;
            }
        }
        return true;
    }
}
