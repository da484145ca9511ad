package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.spi.SearchWords;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is made of a row besides its own values: attributes of its item, and items that guard it or list it. */
final class Derived {
    /** Of a conversation: the sequence of its last entry. */
    static final String LAST_SEQUENCE = "last_sequence";
    /** Of a run: the sequence of its last event. */
    static final String LAST_EVENT = "last_event";
    /** Of a budget: what is spent and what is reserved. */
    static final String COMMITTED = "committed";
    /** Of a job that is claimed, in its list. */
    static final String DUE = "due";
    /** Of an entry, in the list that is searched: a space before each word. */
    static final String WORDS = "words";

    private Derived() {}

    /** Attributes of the row's own item. Those that count what comes later begin at 0. */
    static Map<String, AttributeValue> attributes(Row row) {
        return switch (row.noun()) {
            case ACCOUNT -> listed(Lists.ACCOUNTS, KeyText.of("", row.text("account_id")));
            case SECRET -> listed(Lists.SECRETS, joined(row.text("account_id"), row.text("kind"), row.text("owner")));
            case CODE ->
                listed(
                        Lists.CODES,
                        KeyText.of(
                                KeyText.number(row.number("expires_at")),
                                row.text("account_id"),
                                row.text("kind"),
                                row.text("hash")));
            case JOB ->
                row.text("state").equals("done")
                        ? listed(
                                Lists.DONE_JOBS,
                                KeyText.of(KeyText.number(row.number("due")), row.text("account_id"), row.text("id")))
                        : Map.of();
            case CONVERSATION -> Map.of(LAST_SEQUENCE, Values.number(0));
            case RUN -> Map.of(LAST_EVENT, Values.number(0));
            case BUDGET ->
                Map.of(
                        COMMITTED,
                        Values.number(BigInteger.valueOf(row.number("spent"))
                                .add(BigInteger.valueOf(Math.max(0, row.number("reserved"))))));
            case MEMORY, CONNECTION, ENTRY, USAGE_RECORD, RUN_EVENT, APPROVAL, RESERVATION, AUDIT_ENTRY, LEASE ->
                Map.of();
        };
    }

    private static Map<String, AttributeValue> listed(String list, String place) {
        return Map.of(Query.INDEX_PARTITION, Values.text(list), Query.INDEX_SORT, Values.text(place));
    }

    private static String joined(String first, String second, String third) {
        return KeyText.of(KeyText.part(first), second, third);
    }

    /**
     * Items beside the row's own.
     *
     * @param item the row's own
     */
    static List<Map<String, AttributeValue>> items(Row row, Map<String, AttributeValue> item) {
        Key key = Keys.of(row);
        AccountId account = new AccountId(row.text("account_id"));
        return switch (row.noun()) {
            case CONVERSATION -> List.of(Pointer.of(latest(account, row.number("updated_at"), row.text("id")), key));
            case RUN -> row.text("state").equals("running") ? going(account, row, key) : List.of();
            case ENTRY -> ofEntry(account, row, key);
            case USAGE_RECORD -> ofUsage(account, row, item);
            case APPROVAL ->
                row.text("state").equals("waiting")
                        ? List.of(Pointer.of(new Key(Lists.waiting(account), KeyText.of("", row.text("id"))), key))
                        : List.of();
            case RESERVATION ->
                row.number("settled") == 0 ? List.of(Pointer.of(unsettled(account, row), key)) : List.of();
            case AUDIT_ENTRY ->
                List.of(Pointer.of(
                        new Key(Lists.audit(account), KeyText.of(KeyText.number(row.number("at")), row.text("id"))),
                        key));
            case JOB -> ofJob(account, row, key);
            case ACCOUNT, MEMORY, CONNECTION, SECRET, RUN_EVENT, CODE, BUDGET, LEASE -> List.of();
        };
    }

    /** Where a conversation is in the list of its account's. */
    static Key latest(AccountId account, long updatedAt, String id) {
        return new Key(Lists.conversations(account), KeyText.of(KeyText.number(updatedAt), id));
    }

    /** Says that a run of the conversation is going. */
    static Key goingGuard(AccountId account, String conversationId) {
        return new Key(Keys.conversationPartition(account, conversationId), "going");
    }

    private static List<Map<String, AttributeValue>> going(AccountId account, Row run, Key key) {
        String started = KeyText.number(run.number("started_at"));
        return List.of(
                Pointer.of(goingGuard(account, run.text("conversation_id")), key),
                Pointer.of(
                        new Key(Lists.going(run.text("id")), KeyText.of(started, account.value(), run.text("id"))),
                        key));
    }

    /** Says which entry is the run's answer. */
    static Key answer(AccountId account, String runId) {
        return new Key(Keys.runPartition(account, runId), "answer");
    }

    private static List<Map<String, AttributeValue>> ofEntry(AccountId account, Row entry, Key key) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        items.add(Pointer.of(
                entry.text("kind").equals("question")
                        ? Keys.question(account, entry.text("id"))
                        : answer(account, entry.text("run_id")),
                key));
        Set<String> words = SearchWords.of(entry.text("text"));
        if (!words.isEmpty()) {
            String place = KeyText.of(
                    KeyText.number(entry.number("at")),
                    entry.text("id"),
                    entry.text("conversation_id"),
                    KeyText.number(entry.number("sequence")));
            Map<String, AttributeValue> searched =
                    new HashMap<>(Pointer.of(new Key(Lists.search(account), place), key));
            searched.put(WORDS, Values.text(" " + String.join(" ", words)));
            items.add(searched);
        }
        return items;
    }

    /** Copies: among the conversation's, and among the account's by time. */
    private static List<Map<String, AttributeValue>> ofUsage(
            AccountId account, Row usage, Map<String, AttributeValue> item) {
        String runId = usage.text("run_id");
        String position = KeyText.number(usage.number("position"));
        return List.of(
                copy(
                        item,
                        new Key(
                                Keys.conversationPartition(account, usage.text("conversation_id")),
                                KeyText.of("usage", runId, position))),
                copy(
                        item,
                        new Key(
                                Lists.usage(account),
                                KeyText.of(KeyText.number(usage.number("at")), runId, position))));
    }

    private static Map<String, AttributeValue> copy(Map<String, AttributeValue> item, Key key) {
        Map<String, AttributeValue> copy = new HashMap<>(item);
        copy.remove(Items.NOUN);
        copy.putAll(key.attributes());
        return copy;
    }

    private static Key unsettled(AccountId account, Row reservation) {
        return new Key(
                Lists.unsettled(reservation.text("id")),
                KeyText.of(KeyText.number(reservation.number("at")), account.value(), reservation.text("id")));
    }

    private static List<Map<String, AttributeValue>> ofJob(AccountId account, Row job, Key key) {
        String state = job.text("state");
        if (state.equals("done")) {
            return List.of();
        }
        long from = state.equals("waiting") ? job.number("due") : job.number("until");
        Map<String, AttributeValue> place = new HashMap<>(Pointer.of(
                new Key(
                        Lists.jobs(job.text("kind")),
                        KeyText.of(state, KeyText.number(from), account.value(), job.text("id"))),
                key));
        place.put(DUE, Values.number(job.number("due")));
        return List.of(place);
    }

    static List<Key> keys(List<Map<String, AttributeValue>> items) {
        return items.stream().map(Key::of).toList();
    }
}
