package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.UsageRecord;
import au.pip.assistant.store.RunStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Whoever begins or ends a run has its conversation's row to himself until he is done. That one run of a conversation is
 * going at most is the database's rule too: the unique index run_going.
 */
final class JdbcRunStore implements RunStore {
    private static final String FIND = """
            SELECT id, conversation_id, state, started_at, node, stop_asked FROM run
            WHERE account_id = :account AND id = :id
            """;

    private final Database database;

    JdbcRunStore(Database database) {
        this.database = database;
    }

    @Override
    public Begin begin(AccountId account, Run run, Entry question) {
        require(
                run.state() == Run.State.RUNNING,
                "A run begins as running, not as " + run.state().word() + ".");
        require(question.kind() == Entry.Kind.QUESTION, "A run begins with a question, not with an answer.");
        require(question.runId().equals(run.id()), "The question is of another run.");
        return database.write(handle -> {
            if (!hasConversation(handle, account, run.conversationId())) {
                return new Begin.NoConversation();
            }
            return repeated(handle, account, run.conversationId(), question.id())
                    .or(() -> busy(handle, account, run.conversationId()))
                    .orElseGet(() -> {
                        insert(handle, account, run);
                        EntryRow.add(handle, account, run.conversationId(), question);
                        return new Begin.Begun();
                    });
        });
    }

    private static boolean hasConversation(Handle handle, AccountId account, String conversationId) {
        return handle.createQuery("""
                        SELECT 1 FROM conversation
                        WHERE account_id = :account AND id = :id
                        <locked>
                        """)
                .bind("account", account.value())
                .bind("id", conversationId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static Optional<Begin> repeated(
            Handle handle, AccountId account, String conversationId, String questionId) {
        return handle.createQuery("""
                        SELECT run_id, text, conversation_id FROM entry
                        WHERE account_id = :account AND id = :id AND kind = 'question'
                        """)
                .bind("account", account.value())
                .bind("id", questionId)
                .map(Columns.<Begin>read(row -> row.text("conversation_id").equals(conversationId)
                        ? new Begin.Repeated(row.text("run_id"), row.text("text"))
                        : new Begin.Taken()))
                .findOne();
    }

    private static Optional<Begin> busy(Handle handle, AccountId account, String conversationId) {
        return handle.createQuery("""
                        SELECT id FROM run
                        WHERE account_id = :account AND conversation_id = :conversation AND state = 'running'
                        """)
                .bind("account", account.value())
                .bind("conversation", conversationId)
                .map(Columns.<Begin>read(row -> new Begin.Busy(row.text("id"))))
                .findOne();
    }

    private static void insert(Handle handle, AccountId account, Run run) {
        int inserted = handle.createUpdate("""
                        INSERT INTO run (account_id, id, conversation_id, state, started_at, node, stop_asked)
                        VALUES (:account, :id, :conversation, :state, :startedAt, :node, :stopAsked)
                        ON CONFLICT (account_id, id) DO NOTHING
                        """)
                .bind("account", account.value())
                .bind("id", run.id())
                .bind("conversation", run.conversationId())
                .bind("state", run.state().word())
                .bind("startedAt", run.startedAt().toEpochMilli())
                .bind("node", run.node())
                .bind("stopAsked", Columns.flag(run.stopAsked()))
                .execute();
        require(inserted == 1, "There is already a run " + run.id() + ".");
    }

    @Override
    public boolean finish(AccountId account, String runId, Run.State state, Entry answer, List<UsageRecord> usage) {
        require(state != Run.State.RUNNING, "A run does not end as running.");
        require(answer.kind() == Entry.Kind.ANSWER, "A run ends with an answer, not with a question.");
        require(answer.runId().equals(runId), "The answer is of another run.");
        require(usage.stream().allMatch(record -> record.runId().equals(runId)), "Some usage is of another run.");
        return database.write(handle -> {
            Optional<Run> going =
                    find(handle, account, runId, FIND + "<locked>").filter(run -> run.state() == Run.State.RUNNING);
            going.ifPresent(run -> {
                end(handle, account, runId, state);
                EntryRow.add(handle, account, run.conversationId(), answer);
                UsageRow.add(handle, account, run, usage);
            });
            return going.isPresent();
        });
    }

    private static void end(Handle handle, AccountId account, String runId, Run.State state) {
        handle.createUpdate("UPDATE run SET state = :state WHERE account_id = :account AND id = :id")
                .bind("state", state.word())
                .bind("account", account.value())
                .bind("id", runId)
                .execute();
    }

    @Override
    public Optional<Run> find(AccountId account, String runId) {
        return database.read(handle -> find(handle, account, runId, FIND));
    }

    private static Optional<Run> find(Handle handle, AccountId account, String runId, String query) {
        return handle.createQuery(query)
                .bind("account", account.value())
                .bind("id", runId)
                .map(Columns.read(JdbcRunStore::run))
                .findOne();
    }

    @Override
    public boolean askToStop(AccountId account, String runId) {
        return database.write(handle -> handle.createUpdate("""
                                UPDATE run SET stop_asked = 1
                                WHERE account_id = :account AND id = :id AND state = 'running'
                                """)
                        .bind("account", account.value())
                        .bind("id", runId)
                        .execute())
                > 0;
    }

    @Override
    public Optional<Entry> answer(AccountId account, String runId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT sequence, id, kind, run_id, text, detail, at FROM entry
                        WHERE account_id = :account AND run_id = :run AND kind = 'answer'
                        """)
                .bind("account", account.value())
                .bind("run", runId)
                .map(Columns.read(EntryRow::of))
                .findOne()
                .map(EntryRow::entry));
    }

    @Override
    public List<Owned> unfinished() {
        return database.read(handle -> handle.createQuery("""
                        SELECT account_id, id, conversation_id, state, started_at, node, stop_asked FROM run
                        WHERE state = 'running'
                        ORDER BY started_at, id
                        """)
                .map(Columns.read(row -> new Owned(new AccountId(row.text("account_id")), run(row))))
                .list());
    }

    private static Run run(Columns row) throws SQLException {
        return new Run(
                row.text("id"),
                row.text("conversation_id"),
                row.word("state", Run.State.class),
                row.time("started_at"),
                row.text("node"),
                row.flag("stop_asked"));
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
