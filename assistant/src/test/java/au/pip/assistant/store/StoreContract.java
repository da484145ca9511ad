package au.pip.assistant.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Everything the store ports promise. An implementation extends it and says how its stores are opened. */
public abstract class StoreContract
        implements AccountContract,
                AccountStoreContract,
                ApprovalContract,
                AuditContract,
                BudgetBoundsContract,
                BudgetBroughtContract,
                BudgetContract,
                CallContract,
                CodeContract,
                ConnectionContract,
                ConversationContract,
                CursorContract,
                EntryContract,
                EventContract,
                JobContract,
                LeaseContract,
                MemoriesContract,
                MemoryContract,
                OrderContract,
                ReplyContract,
                RowsContract,
                RowsCopyContract,
                RowsWorkContract,
                RunContract,
                RunRaceContract,
                SearchContract,
                SearchWordsContract,
                SecretContract,
                StopContract,
                SummaryContract,
                TextContract,
                TextEverywhereContract,
                UsageContract,
                WritersContract {
    private Stores stores;

    /**
     * Opens this test's own stores of a name (small letters): empty the first time, with what was kept every later
     * time. Stores of different names share nothing.
     */
    protected abstract Stores open(String name);

    @BeforeEach
    void openStores() {
        stores = open("stores");
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
    public Stores others() {
        return open("others");
    }

    @Override
    public Stores reopen() {
        stores.close();
        stores = open("stores");
        return stores;
    }
}
