package au.pip.assistant.care;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.BudgetStore.Unit;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.spi.HoldsText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Rows of every noun that agree with each other, in the order of nouns; the same ones each time. */
public final class SampleRows {
    /** Texts that databases and files like to change. */
    public static final List<String> TEXTS = List.of(
            "",
            "plain",
            "nul \0 in the middle",
            "lone high \ud83d and low \udc00",
            "\udfff\ud800",
            "the mark \u001a0000 itself",
            "😀 and e\u0301 and \u00e9",
            "line\r\nline\u2028line\u0085",
            "quote \" back \\ slash ' and $1 {} :name ?",
            "\ufeffbom \uffff \ufffe",
            "  blanks  ",
            "NULL");

    private static final long TIME = 1_780_000_000_123L;

    private final List<Row> rows = new ArrayList<>();
    private String longest = "You owe nothing.";

    private SampleRows() {}

    /** Some rows of every noun, with every kind of text, some of a megabyte among them. */
    public static List<Row> some() {
        SampleRows made = new SampleRows();
        made.longest = "ä\0".repeat(500_000);
        return made.made(3, 4, 3);
    }

    /** @param turns runs of each conversation; the last one of the first conversation of an account is going */
    public static List<Row> of(int accounts, int conversations, int turns) {
        return new SampleRows().made(accounts, conversations, turns);
    }

    private List<Row> made(int accounts, int conversations, int turns) {
        for (int account = 0; account < accounts; account++) {
            account("account-" + account, account, conversations, turns);
        }
        rows.sort(Comparator.comparing(Row::noun));
        return List.copyOf(rows);
    }

    public static Row row(Noun noun, Object... values) {
        return new Row(noun, Arrays.asList(values));
    }

    private void add(Noun noun, Object... values) {
        rows.add(row(noun, values));
    }

    private void account(String account, int number, int conversations, int turns) {
        String text = TEXTS.get(number % TEXTS.size());
        add(Noun.ACCOUNT, account, "Ann " + text, TIME + number);
        add(Noun.MEMORY, account, TEXTS.get((number + 3) % TEXTS.size()), TIME);
        add(
                Noun.CONNECTION,
                account,
                "connection-1",
                "organisation",
                "Lantern Bay " + text,
                "connected",
                "accounting.reports.read offline_access",
                TIME,
                TIME + 5,
                "sign-in-1",
                number % 2 == 0 ? null : "link-1",
                number % 2 == 0 ? null : TIME + 6);
        add(Noun.SECRET, account, "xero-tokens", "sign-in-1", "sealed:" + number + ":AAAA", 3L);
        for (int conversation = 0; conversation < conversations; conversation++) {
            conversation(account, "conversation-" + conversation, conversation, turns);
        }
        add(
                Noun.APPROVAL,
                account,
                "approval-1",
                "conversation-0",
                "conversation-0-run-0",
                "{\"tool\":\"x\"}",
                "hash",
                "waiting",
                TIME,
                TIME + 60_000);
        add(Noun.CODE, account, "xero-state", "hash-" + number, "{}", TIME + 1, number % 2L);
        Hold hold = new Hold(new AccountId(account), "month 2026-11", Unit.NANO_DOLLAR, 700, 5_000_000_000L);
        add(Noun.BUDGET, account, "month 2026-11", 123_456_789_012L, 700L);
        add(Noun.BUDGET, account, "month 2026-10", 5L, 0L);
        add(Noun.RESERVATION, account, "reservation-1", HoldsText.written(List.of(hold)), TIME, 0L);
        add(Noun.RESERVATION, account, "reservation-2", HoldsText.written(List.of(hold)), TIME - 9, 1L);
        add(Noun.AUDIT_ENTRY, account, "audit-1", TIME, "person", "connection.added", "connection-1", "{\"a\":1}");
        add(Noun.JOB, account, "job-1", "backup", "{}", TIME, 0L, "waiting", "", 0L);
        add(Noun.JOB, account, "job-2", "backup", "{}", TIME, 2L, "claimed", "node-1", TIME + 8);
        add(Noun.LEASE, account, "refresh/connection-1", "", 17L, TIME);
    }

    private void conversation(String account, String conversation, int number, int turns) {
        boolean summarised = number % 2 == 1;
        add(
                Noun.CONVERSATION,
                account,
                conversation,
                TEXTS.get(number % TEXTS.size()),
                TIME,
                TIME + number,
                summarised ? "{\"summary\":\"…\"}" : null,
                summarised ? conversation + "-entry-1" : null);
        for (int turn = 0; turn < turns; turn++) {
            boolean going = number == 0 && turn == turns - 1;
            String run = conversation + "-run-" + turn;
            add(
                    Noun.RUN,
                    account,
                    run,
                    conversation,
                    going ? "running" : "completed",
                    TIME + turn,
                    "node-1",
                    going ? 1L : 0L);
            entry(account, conversation, run, turn * 2 + 1, "question", TEXTS.get((number + turn) % TEXTS.size()));
            for (long sequence = 1; sequence <= 3; sequence++) {
                add(Noun.RUN_EVENT, account, run, sequence, "text", "{\"text\":\"" + sequence + "\"}");
            }
            if (!going) {
                String answer = number == 1 && turn == 0 ? longest : "You owe " + turn;
                entry(account, conversation, run, turn * 2 + 2, "answer", answer);
                usage(account, conversation, run, turn % 2 == 0);
            }
        }
    }

    private void entry(String account, String conversation, String run, long sequence, String kind, String text) {
        String id = conversation + "-entry-" + sequence;
        add(Noun.ENTRY, account, conversation, sequence, id, run, kind, text, "{\"facts\":[]}", TIME + sequence);
    }

    private void usage(String account, String conversation, String run, boolean priced) {
        add(
                Noun.USAGE_RECORD,
                account,
                run,
                0L,
                conversation,
                "anthropic",
                "claude",
                2L,
                1L,
                2L,
                3L,
                4L,
                5L,
                6L,
                priced ? "0.000123456789" : null,
                priced ? "2026-07-01" : null,
                TIME);
    }
}
