package au.pip.assistant.care;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import org.jspecify.annotations.Nullable;

/** Which conversations and runs have passed, to tell whether what a later row refers to is there. */
final class References {
    private final IdTable conversations = new IdTable();
    private final IdTable runs = new IdTable();

    /** What the row refers to and has not passed, such as {@code conversation 0199…}; null when all has. */
    @Nullable
    String missing(Row row) {
        return switch (row.noun()) {
            case RUN -> conversation(row);
            case ENTRY, USAGE_RECORD, APPROVAL -> {
                String conversation = conversation(row);
                yield conversation == null ? run(row) : conversation;
            }
            case RUN_EVENT -> run(row);
            case ACCOUNT,
                    MEMORY,
                    CONNECTION,
                    SECRET,
                    CONVERSATION,
                    CODE,
                    BUDGET,
                    RESERVATION,
                    AUDIT_ENTRY,
                    JOB,
                    LEASE -> null;
        };
    }

    void add(Row row) {
        if (row.noun() == Noun.CONVERSATION) {
            conversations.put(conversations.key(row, "id"), 1);
        } else if (row.noun() == Noun.RUN) {
            runs.put(runs.key(row, "id"), 1);
        }
    }

    private @Nullable String conversation(Row row) {
        return conversations.has(conversations.key(row, "conversation_id"))
                ? null
                : "conversation " + row.text("conversation_id");
    }

    private @Nullable String run(Row row) {
        return runs.has(runs.key(row, "run_id")) ? null : "run " + row.text("run_id");
    }
}
