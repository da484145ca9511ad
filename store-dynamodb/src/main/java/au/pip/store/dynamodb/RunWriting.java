package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.UsageRecord;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The transactions that begin and end a run. What they write does not depend on how long the conversation is. */
final class RunWriting {
    /** Each record is three items, and a transaction has 100 at most. */
    static final int MOST_USAGE = 30;

    private final StoredRows rows;

    RunWriting(StoredRows rows) {
        this.rows = rows;
    }

    /** @param conversation its item as it was read */
    Transaction begin(AccountId account, Run run, Entry question, Map<String, AttributeValue> conversation) {
        Row row = RowOf.of(
                Noun.RUN,
                account.value(),
                run.id(),
                run.conversationId(),
                run.state().word(),
                run.startedAt().toEpochMilli(),
                run.node(),
                run.stopAsked() ? 1L : 0L);
        Transaction transaction = rows.addition(row);
        addEntry(transaction, account, run.conversationId(), question, conversation);
        return transaction;
    }

    Transaction finish(
            AccountId account,
            Row run,
            Run.State state,
            Entry answer,
            List<UsageRecord> usage,
            Map<String, AttributeValue> conversation) {
        Key key = Keys.run(account, run.text("id"));
        Transaction transaction = rows.table()
                .transaction()
                .update(
                        key,
                        new Change().set("state", state.word()),
                        Condition.equal("state", Run.State.RUNNING.word()));
        Derived.keys(Derived.items(run, Map.of())).forEach(transaction::delete);
        addEntry(transaction, account, run.text("conversation_id"), answer, conversation);
        for (int position = 0; position < usage.size(); position++) {
            Row record = UsageRow.of(account, position, usage.get(position));
            Map<String, AttributeValue> item = rows.items().of(record);
            transaction.put(item);
            Derived.items(record, item).forEach(transaction::put);
        }
        return transaction;
    }

    /** Adds the entry as the conversation's last, and makes its time the conversation's. */
    private void addEntry(
            Transaction transaction,
            AccountId account,
            String conversationId,
            Entry entry,
            Map<String, AttributeValue> conversation) {
        long last = Values.number(conversation, Derived.LAST_SEQUENCE);
        long before = Values.number(conversation, "updated_at");
        long at = entry.at().toEpochMilli();
        Row row = EntryRow.of(account, conversationId, last + 1, entry);
        Map<String, AttributeValue> item = rows.items().of(row);
        transaction.put(item);
        for (Map<String, AttributeValue> derived : Derived.items(row, item)) {
            transaction.put(derived, Condition.absent());
        }
        transaction.update(
                Keys.conversation(account, conversationId),
                new Change().set("updated_at", at).set(Derived.LAST_SEQUENCE, last + 1),
                Condition.all(Condition.equal(Derived.LAST_SEQUENCE, last), Condition.equal("updated_at", before)));
        if (at != before) {
            transaction.delete(Derived.latest(account, before, conversationId));
            transaction.put(Pointer.of(
                    Derived.latest(account, at, conversationId), Keys.conversation(account, conversationId)));
        }
    }
}
