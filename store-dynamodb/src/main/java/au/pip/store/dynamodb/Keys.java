package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.util.List;

/** Where each noun's rows are. A row's key says it all, so that there cannot be two rows of one key. */
final class Keys {
    private Keys() {}

    static Key of(Row row) {
        List<Object> key = row.key();
        AccountId account = new AccountId((String) key.getFirst());
        return switch (row.noun()) {
            case ACCOUNT -> account(account);
            case MEMORY -> memory(account);
            case CONNECTION -> of(account, Noun.CONNECTION, row.text("id"));
            case SECRET -> of(account, Noun.SECRET, row.text("kind"), row.text("owner"));
            case CONVERSATION -> conversation(account, row.text("id"));
            case RUN -> run(account, row.text("id"));
            case ENTRY -> entry(account, row.text("conversation_id"), row.number("sequence"));
            case USAGE_RECORD -> usage(account, row.text("run_id"), row.number("position"));
            case RUN_EVENT -> event(account, row.text("run_id"), row.number("sequence"));
            case APPROVAL -> of(account, Noun.APPROVAL, row.text("id"));
            case CODE -> of(account, Noun.CODE, row.text("kind"), row.text("hash"));
            case BUDGET -> of(account, Noun.BUDGET, row.text("budget"));
            case RESERVATION -> of(account, Noun.RESERVATION, row.text("id"));
            case AUDIT_ENTRY -> of(account, Noun.AUDIT_ENTRY, row.text("id"));
            case JOB -> of(account, Noun.JOB, row.text("id"));
            case LEASE -> of(account, Noun.LEASE, row.text("name"));
        };
    }

    static Key account(AccountId account) {
        return new Key(accountPartition(account), Noun.ACCOUNT.word());
    }

    static Key memory(AccountId account) {
        return new Key(accountPartition(account), Noun.MEMORY.word());
    }

    static Key of(AccountId account, Noun noun, String... key) {
        return new Key(accountPartition(account), KeyText.of(noun.word(), key));
    }

    static String accountPartition(AccountId account) {
        return KeyText.of("account", account.value());
    }

    static Key conversation(AccountId account, String id) {
        return new Key(conversationPartition(account, id), Noun.CONVERSATION.word());
    }

    static String conversationPartition(AccountId account, String id) {
        return KeyText.of("conversation", account.value(), id);
    }

    static Key entry(AccountId account, String conversationId, long sequence) {
        return new Key(conversationPartition(account, conversationId), entrySort(sequence));
    }

    static String entrySort(long sequence) {
        return KeyText.of(Noun.ENTRY.word(), KeyText.number(sequence));
    }

    static Key run(AccountId account, String id) {
        return new Key(runPartition(account, id), Noun.RUN.word());
    }

    static String runPartition(AccountId account, String id) {
        return KeyText.of("run", account.value(), id);
    }

    static Key event(AccountId account, String runId, long sequence) {
        return new Key(runPartition(account, runId), eventSort(sequence));
    }

    static String eventSort(long sequence) {
        return KeyText.of(Noun.RUN_EVENT.word(), KeyText.number(sequence));
    }

    static Key usage(AccountId account, String runId, long position) {
        return new Key(runPartition(account, runId), KeyText.of(Noun.USAGE_RECORD.word(), KeyText.number(position)));
    }

    /** What is counted of an organisation's calls; no row. */
    static Key calls(AccountId account, String organisationId) {
        return new Key(accountPartition(account), KeyText.of("calls", organisationId));
    }

    static String replyPartition(AccountId account, String connectionId) {
        return KeyText.of("replies", account.value(), connectionId);
    }

    /** A reply that is kept; no row. */
    static Key reply(AccountId account, String connectionId, String name) {
        return new Key(replyPartition(account, connectionId), KeyText.of("reply", name));
    }

    /** What was put there since it was last emptied. */
    static Key replyBytes(AccountId account, String connectionId) {
        return new Key(replyPartition(account, connectionId), "bytes");
    }

    /** The guard of a question's id. */
    static Key question(AccountId account, String id) {
        return new Key(KeyText.of("question", account.value(), id), "question");
    }
}
