package au.pip.assistant.secret;

import au.pip.assistant.Secret;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.SecretStore;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of all accounts, page by page: for whoever runs the server, never for a request. Works while others put,
 * replace and remove.
 */
public final class AllSecrets {
    private static final int PAGE = 100;

    private final SecretStore store;
    private final SecretBox box;

    public AllSecrets(SecretStore store, SecretBox box) {
        this.store = store;
        this.box = box;
    }

    /**
     * @param byKey how many stand under each key's id
     * @param malformed how many are no sealed texts
     */
    public record Count(Map<String, Long> byKey, long malformed) {
        public long total() {
            return byKey.values().stream().mapToLong(Long::longValue).sum() + malformed;
        }
    }

    /** @param unopenable those that could not be opened; each was told */
    public record Verified(long opened, long unopenable) {}

    /**
     * @param sealed those sealed anew under the current key
     * @param already those that stood under it
     * @param unopenable those that could not be opened, and were left or removed as was asked; each was told
     */
    public record Resealed(long sealed, long already, long unopenable) {}

    /** Opens nothing and needs no key. */
    public Count count() {
        Map<String, Long> byKey = new TreeMap<>();
        long[] malformed = {0};
        each((_, secret) -> {
            SealedText sealed = SealedText.read(secret.sealed());
            if (sealed == null) {
                malformed[0]++;
            } else {
                byKey.merge(sealed.keyId(), 1L, Long::sum);
            }
        });
        return new Count(byKey, malformed[0]);
    }

    /** Opens each and keeps nothing of it. */
    public Verified verify(Consumer<SecretException> unopenable) {
        long[] opened = {0};
        long[] failed = {0};
        each((place, secret) -> {
            Opened found = box.open(place, secret.sealed());
            if (found instanceof Opened.Text) {
                opened[0]++;
            } else {
                failed[0]++;
                unopenable.accept(new SecretException(place, found));
            }
        });
        return new Verified(opened[0], failed[0]);
    }

    /**
     * Seals anew, under the current key, what stands under another. What is changed meanwhile stays as it was changed.
     * Broken off, it can be done again.
     *
     * @param forget removes what cannot be opened
     */
    public Resealed sealAnew(boolean forget, Consumer<SecretException> unopenable) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        each((place, secret) -> counts.merge(sealAnew(place, secret, forget, unopenable), 1L, Long::sum));
        return new Resealed(
                counts.getOrDefault(Outcome.SEALED, 0L),
                counts.getOrDefault(Outcome.ALREADY, 0L),
                counts.getOrDefault(Outcome.UNOPENABLE, 0L));
    }

    private enum Outcome {
        SEALED,
        ALREADY,
        UNOPENABLE
    }

    private Outcome sealAnew(SecretPlace place, Secret first, boolean forget, Consumer<SecretException> unopenable) {
        @Nullable Secret secret = first;
        while (secret != null && Secrets.holds(secret)) {
            boolean current = box.isCurrent(secret.sealed());
            if (current && !forget) {
                return Outcome.ALREADY;
            }
            Opened found = box.open(place, secret.sealed());
            if (!(found instanceof Opened.Text(String text))) {
                if (!forget || Secrets.empty(store, place, secret.version())) {
                    unopenable.accept(new SecretException(place, found));
                    return Outcome.UNOPENABLE;
                }
            } else if (current) {
                return Outcome.ALREADY;
            } else if (store.put(
                    place.account(), place.kind(), place.owner(), secret.version(), box.seal(place, text))) {
                return Outcome.SEALED;
            }
            secret = store.find(place.account(), place.kind(), place.owner()).orElse(null);
        }
        return Outcome.ALREADY;
    }

    private void each(BiConsumer<SecretPlace, Secret> reader) {
        String cursor = null;
        do {
            Page<SecretStore.Owned> page = store.page(cursor, PAGE);
            for (SecretStore.Owned row : page.items()) {
                Secret secret = row.secret();
                if (Secrets.holds(secret)) {
                    reader.accept(new SecretPlace(row.account(), secret.kind(), secret.owner()), secret);
                }
            }
            cursor = page.next();
        } while (cursor != null);
    }
}
