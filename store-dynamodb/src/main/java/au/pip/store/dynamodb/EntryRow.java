package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;

/** An entry as a row. */
final class EntryRow {
    private EntryRow() {}

    static Row of(AccountId account, String conversationId, long sequence, Entry entry) {
        return RowOf.of(
                Noun.ENTRY,
                account.value(),
                conversationId,
                sequence,
                entry.id(),
                entry.runId(),
                Word.of(entry.kind()),
                entry.text(),
                entry.detail(),
                entry.at().toEpochMilli());
    }

    static Entry entry(Row row) {
        return new Entry(
                row.text("id"),
                Word.read(row.text("kind"), Entry.Kind.class),
                row.text("run_id"),
                row.text("text"),
                row.text("detail"),
                RowOf.time(row, "at"));
    }
}
