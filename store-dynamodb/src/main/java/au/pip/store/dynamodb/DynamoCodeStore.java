package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.CodeStore;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.time.Instant;
import java.util.Optional;

/** Whether a code has expired, its own time says; DynamoDB's expiry of items may come days late and is not used. */
final class DynamoCodeStore implements CodeStore {
    private final StoredRows rows;

    DynamoCodeStore(StoredRows rows) {
        this.rows = rows;
    }

    @Override
    public void put(AccountId account, Code code) {
        if (!rows.add(RowOf.of(
                Noun.CODE,
                account.value(),
                code.kind(),
                code.hash(),
                code.payload(),
                code.expiresAt().toEpochMilli(),
                0L))) {
            throw new IllegalArgumentException("There is already such a code of kind " + code.kind() + ".");
        }
    }

    @Override
    public Optional<String> consume(AccountId account, String kind, String hash, Instant now) {
        return rows.find(Keys.of(account, Noun.CODE, kind, hash))
                .filter(code -> code.number("used") == 0 && now.isBefore(RowOf.time(code, "expires_at")))
                .filter(this::isUsedNow)
                .map(code -> code.text("payload"));
    }

    /** Whether it was this call that used it. */
    private boolean isUsedNow(Row code) {
        return rows.table()
                .write(rows.change(code, code.with("used", 1L), Condition.equal("used", 0)))
                .isDone();
    }

    @Override
    public int forget(Instant expiredBefore) {
        long before = Milliseconds.of(expiredBefore);
        return Forgetting.all(
                rows,
                Noun.CODE,
                Query.ofIndex(Lists.CODES).before(KeyText.number(before)),
                Condition.below("expires_at", before));
    }
}
