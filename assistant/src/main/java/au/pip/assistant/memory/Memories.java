package au.pip.assistant.memory;

import au.pip.assistant.AccountId;
import au.pip.assistant.Memory;
import au.pip.assistant.store.MemoryStore;
import au.pip.assistant.store.StoreException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is kept in mind for each account: shown, told, corrected, deleted. Several callers at once lose nothing of each
 * other. Refusals are {@link MemoryException}s.
 */
public final class Memories {
    private static final int TRIES = 20;

    private final MemoryStore store;
    private final Supplier<String> ids;
    private final Clock clock;

    /** @param ids makes UUIDs (version 7) */
    public Memories(MemoryStore store, Supplier<String> ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    public Notebook of(AccountId account) {
        return store.find(account).map(NotebookText::read).orElse(Notebook.EMPTY);
    }

    /**
     * Keeps something in mind, or suggests it.
     *
     * @param organisationId null when it holds everywhere
     * @param kept whether the person said so; otherwise it is a suggestion of a model's
     */
    public Notebook add(
            AccountId account,
            @Nullable String organisationId,
            String about,
            String says,
            @Nullable String other,
            boolean kept) {
        Remembered item = new Remembered(
                ids.get(),
                organisationId,
                about,
                says,
                other,
                kept ? Remembered.Origin.TOLD : Remembered.Origin.LEARNED,
                kept,
                now());
        return change(account, notebook -> notebook.with(item));
    }

    /** The person says it otherwise; that keeps it. */
    public Notebook correct(AccountId account, String id, String about, String says, @Nullable String other) {
        return change(
                account,
                notebook -> notebook.changed(
                        id,
                        each -> new Remembered(
                                id, each.organisationId(), about, says, other, Remembered.Origin.TOLD, true, now())));
    }

    /** The person keeps what was suggested. */
    public Notebook keep(AccountId account, String id) {
        return change(account, notebook -> notebook.changed(id, Remembered::asKept));
    }

    public Notebook forget(AccountId account, String id) {
        return change(account, notebook -> notebook.without(id));
    }

    /** Nothing is left but the style. */
    public Notebook forgetAll(AccountId account) {
        return change(account, notebook -> new Notebook(notebook.style(), List.of()));
    }

    public Notebook choose(AccountId account, Style style) {
        return change(account, notebook -> notebook.with(style));
    }

    private Notebook change(AccountId account, UnaryOperator<Notebook> change) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Memory> seen = store.find(account);
            Notebook before = seen.map(NotebookText::read).orElse(Notebook.EMPTY);
            Notebook after = change.apply(before);
            Instant at = seen.map(memory -> memory.updatedAt().plusMillis(1))
                    .filter(now()::isBefore)
                    .orElse(now());
            if (store.replace(account, seen.orElse(null), new Memory(NotebookText.write(after), at))) {
                return after;
            }
        }
        throw new StoreException(
                "What is kept in mind was changed by others at the same time. Try it again.",
                new IllegalStateException("refused " + TRIES + " times"));
    }

    /** As stores keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
