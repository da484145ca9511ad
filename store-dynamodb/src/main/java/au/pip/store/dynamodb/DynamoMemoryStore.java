package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.Memory;
import au.pip.assistant.store.MemoryStore;
import au.pip.assistant.store.Noun;
import java.util.Optional;

final class DynamoMemoryStore implements MemoryStore {
    private final StoredRows rows;

    DynamoMemoryStore(StoredRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Memory> find(AccountId account) {
        return rows.find(Keys.memory(account)).map(row -> new Memory(row.text("text"), RowOf.time(row, "updated_at")));
    }

    @Override
    public void put(AccountId account, Memory memory) {
        rows.replacement()
                .put(RowOf.of(
                        Noun.MEMORY,
                        account.value(),
                        memory.text(),
                        memory.updatedAt().toEpochMilli()));
    }
}
