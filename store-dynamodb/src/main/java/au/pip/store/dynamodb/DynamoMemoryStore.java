package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.Memory;
import au.pip.assistant.store.MemoryStore;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        rows.replacement().put(row(account, memory));
    }

    @Override
    public boolean replace(AccountId account, @Nullable Memory seen, Memory memory) {
        Condition condition = seen == null
                ? Condition.absent()
                : Condition.equal("updated_at", seen.updatedAt().toEpochMilli());
        return rows.replacement().put(row(account, memory), condition);
    }

    private static Row row(AccountId account, Memory memory) {
        return RowOf.of(
                Noun.MEMORY, account.value(), memory.text(), memory.updatedAt().toEpochMilli());
    }
}
