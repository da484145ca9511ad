package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.Memory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public interface MemoryStore {
    Optional<Memory> find(AccountId account);

    /** Replaces what was there. */
    void put(AccountId account, Memory memory);

    /**
     * Replaces what was there if it is what the caller has seen; of several callers with one sight one succeeds.
     *
     * @param seen what {@link #find} gave; null when there was none
     * @param memory whose time is later than that of {@code seen}, as the time tells them apart
     * @return whether it was replaced
     */
    boolean replace(AccountId account, @Nullable Memory seen, Memory memory);
}
