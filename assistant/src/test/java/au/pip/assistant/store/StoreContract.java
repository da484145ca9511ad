package au.pip.assistant.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Everything the store ports promise. An implementation extends it and says how its stores are opened. */
public abstract class StoreContract
        implements ConversationContract,
                EntryContract,
                RunContract,
                RunRaceContract,
                EventContract,
                UsageContract,
                MemoryContract,
                TextContract,
                AccountContract {
    private Stores stores;

    /** Opens this test's own stores: empty the first time, with what was kept every later time. */
    protected abstract Stores open();

    @BeforeEach
    void openStores() {
        stores = open();
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Override
    public Stores stores() {
        return stores;
    }

    @Override
    public Stores reopen() {
        stores.close();
        stores = open();
        return stores;
    }
}
