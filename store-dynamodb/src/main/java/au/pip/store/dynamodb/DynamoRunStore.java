package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.UsageRecord;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.RunStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A run begins and ends in one transaction, with its entry. What there may be once has a guard: an item that is put
 * only where there is none.
 */
final class DynamoRunStore implements RunStore {
    private final StoredRows rows;
    private final RunWriting writing;

    DynamoRunStore(StoredRows rows) {
        this.rows = rows;
        this.writing = new RunWriting(rows);
    }

    @Override
    public Begin begin(AccountId account, Run run, Entry question) {
        require(
                run.state() == Run.State.RUNNING,
                "A run begins as running, not as " + run.state().word() + ".");
        require(question.kind() == Entry.Kind.QUESTION, "A run begins with a question, not with an answer.");
        require(question.runId().equals(run.id()), "The question is of another run.");
        Key conversation = Keys.conversation(account, run.conversationId());
        Key asked = Keys.question(account, question.id());
        Key going = Derived.goingGuard(account, run.conversationId());
        Patience patience = rows.table().patience();
        while (true) {
            Map<Key, Map<String, AttributeValue>> found = rows.table().getAll(List.of(conversation, asked, going));
            Map<String, AttributeValue> there = found.get(conversation);
            if (there == null) {
                return new Begin.NoConversation();
            }
            if (found.containsKey(asked)) {
                return repeated(conversation.partition(), Pointer.target(found.get(asked)));
            }
            if (found.containsKey(going)) {
                return new Begin.Busy(rows.find(Pointer.target(found.get(going)))
                        .orElseThrow()
                        .text("id"));
            }
            Written written = rows.table().write(writing.begin(account, run, question, there));
            if (written.isDone()) {
                return new Begin.Begun();
            }
            boolean runIsThere = written instanceof Written.Refused refused && refused.isOnlyAt(0);
            require(!runIsThere, "There is already a run " + run.id() + ".");
            rows.table().pauseUnlessOver(patience);
        }
    }

    private Begin repeated(String conversation, Key question) {
        if (!question.partition().equals(conversation)) {
            return new Begin.Taken();
        }
        Row entry = rows.find(question).orElseThrow();
        return new Begin.Repeated(entry.text("run_id"), entry.text("text"));
    }

    @Override
    public boolean finish(AccountId account, String runId, Run.State state, Entry answer, List<UsageRecord> usage) {
        require(state != Run.State.RUNNING, "A run does not end as running.");
        require(answer.kind() == Entry.Kind.ANSWER, "A run ends with an answer, not with a question.");
        require(answer.runId().equals(runId), "The answer is of another run.");
        require(usage.stream().allMatch(record -> record.runId().equals(runId)), "Some usage is of another run.");
        require(
                usage.size() <= RunWriting.MOST_USAGE,
                "A run on DynamoDB has the usage of " + RunWriting.MOST_USAGE + " models at most.");
        Patience patience = rows.table().patience();
        while (true) {
            Optional<Row> run = rows.find(Keys.run(account, runId)).filter(DynamoRunStore::isRunning);
            if (run.isEmpty()) {
                return false;
            }
            Map<String, AttributeValue> conversation = rows.table()
                    .get(Keys.conversation(account, run.get().text("conversation_id")))
                    .orElseThrow();
            if (rows.table()
                    .write(writing.finish(account, run.get(), state, answer, usage, conversation))
                    .isDone()) {
                return true;
            }
            rows.table().pauseUnlessOver(patience);
        }
    }

    @Override
    public Optional<Run> find(AccountId account, String runId) {
        return rows.find(Keys.run(account, runId)).map(DynamoRunStore::run);
    }

    @Override
    public boolean askToStop(AccountId account, String runId) {
        return rows.table()
                .write(rows.table()
                        .transaction()
                        .update(
                                Keys.run(account, runId),
                                new Change().set("stop_asked", 1),
                                Condition.equal("state", Run.State.RUNNING.word())))
                .isDone();
    }

    @Override
    public Optional<Entry> answer(AccountId account, String runId) {
        return rows.table()
                .get(Derived.answer(account, runId))
                .flatMap(pointer -> rows.find(Pointer.target(pointer)))
                .map(EntryRow::entry);
    }

    @Override
    public List<Owned> unfinished() {
        List<Map<String, AttributeValue>> going = new ArrayList<>();
        Lists.allGoing().forEach(list -> rows.table().each(Query.of(list), going::add));
        going.sort(Comparator.comparing(pointer -> Key.of(pointer).sort()));
        return rows.items().pointedTo(going).stream()
                .filter(DynamoRunStore::isRunning)
                .map(row -> new Owned(new AccountId(row.text("account_id")), run(row)))
                .toList();
    }

    private static boolean isRunning(Row run) {
        return run.text("state").equals(Run.State.RUNNING.word());
    }

    private static Run run(Row row) {
        return new Run(
                row.text("id"),
                row.text("conversation_id"),
                Word.read(row.text("state"), Run.State.class),
                RowOf.time(row, "started_at"),
                row.text("node"),
                row.number("stop_asked") != 0);
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
