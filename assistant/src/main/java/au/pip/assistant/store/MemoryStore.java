package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.Memory;
import java.util.Optional;

public interface MemoryStore {
    Optional<Memory> find(AccountId account);

    /** Replaces what was there. */
    void put(AccountId account, Memory memory);
}
