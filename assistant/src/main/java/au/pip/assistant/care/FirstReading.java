package au.pip.assistant.care;

import au.pip.assistant.Run;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was there already when rows are read that people go on writing: how far each conversation went, and what was
 * reserved. A later reading gives rows that are at least as new; told by this one, of each is kept what agrees with the
 * others. Takes some tens of bytes for each run, conversation and reservation.
 */
final class FirstReading {
    private static final Set<Noun> NOUNS = EnumSet.of(Noun.CONVERSATION, Noun.RUN, Noun.ENTRY, Noun.RESERVATION);
    private static final long OPEN = 1;
    private static final long SETTLED = 2;

    /** By conversation: the number of its last entry before which none is missing. */
    private final IdTable lengths = new IdTable();
    /** By conversation: a key of the entry that its summary ends at. */
    private final IdTable summaries = new IdTable();
    /** By run: twice the number of its question, and 1 more when it has its answer. */
    private final IdTable turns = new IdTable();

    private final IdTable reservations = new IdTable();
    private final Map<Balances.Budget, Long> held = new TreeMap<>();
    private final List<Going> going = new ArrayList<>();

    /** Keys of a run that was read as going and of its conversation. */
    private record Going(long run, long conversation) {}

    private FirstReading() {}

    static FirstReading of(RowSource rows, Progress progress) {
        FirstReading reading = new FirstReading();
        long[] read = {0};
        rows.read(NOUNS, row -> {
            reading.add(row);
            progress.at("looking what is there", ++read[0]);
        });
        reading.going.forEach(reading::endAt);
        return reading;
    }

    private void add(Row row) {
        switch (row.noun()) {
            case CONVERSATION -> summaries.put(summaries.key(row, "id"), summaryKey(row));
            case RUN -> {
                if (isGoing(row)) {
                    going.add(new Going(turns.key(row, "id"), lengths.key(row, "conversation_id")));
                }
            }
            case ENTRY -> addEntry(row);
            case RESERVATION -> {
                boolean open = row.number("settled") == 0;
                reservations.put(reservations.key(row, "id"), open ? OPEN : SETTLED);
                if (open) {
                    Balances.hold(row, held);
                }
            }
            default -> {}
        }
    }

    private void addEntry(Row entry) {
        long conversation = lengths.key(entry, "conversation_id");
        long sequence = entry.number("sequence");
        if (sequence == lengths.value(conversation) + 1) {
            lengths.put(conversation, sequence);
            long run = turns.key(entry, "run_id");
            turns.put(run, Answers.isAnswer(entry) ? turns.value(run) | 1 : sequence << 1);
        }
    }

    /** A run may have been read before its end was written: its conversation then ends with its question. */
    private void endAt(Going run) {
        long question = turns.value(run.run()) >> 1;
        if (question > 0 && question < lengths.value(run.conversation())) {
            lengths.put(run.conversation(), question);
        }
    }

    /** With a summary only if it is of entries that are kept; without one the history is read whole once. */
    Row conversation(Row row) {
        return summaryKey(row) == summaries.value(summaries.key(row, "id"))
                ? row
                : row.with("summary", null).with("summary_entry_id", null);
    }

    private long summaryKey(Row conversation) {
        Object entry = conversation.value("summary_entry_id");
        return entry == null ? 0 : summaries.key(conversation.text("account_id"), entry.toString());
    }

    /** As it was: going unless its answer was there. Null when its question was not. */
    @Nullable
    Row run(Row row) {
        long turn = turns.value(turns.key(row, "id"));
        long question = turn >> 1;
        long length = lengths.value(lengths.key(row, "conversation_id"));
        if (question == 0 || question > length) {
            return null;
        }
        return (turn & 1) == 1 && question < length ? row : row.with("state", Run.State.RUNNING.word());
    }

    static boolean isGoing(Row run) {
        return run.text("state").equals(Run.State.RUNNING.word());
    }

    boolean hasEntry(Row row) {
        return row.number("sequence") <= lengths.value(lengths.key(row, "conversation_id"));
    }

    /** What is spent as it is by now, which what was reserved may be in already: never too little in all. */
    Row budget(Row row) {
        return row.with("reserved", Objects.requireNonNullElse(held.remove(Balances.Budget.of(row)), 0L));
    }

    /** Those that {@link #budget} was not asked for, although something was reserved of them. */
    Stream<Row> otherBudgets() {
        return held.entrySet().stream()
                .map(each -> new Row(
                        Noun.BUDGET,
                        List.of(each.getKey().owner(), each.getKey().name(), 0L, each.getValue())));
    }

    /** Open if it was; null when it was not there. */
    @Nullable
    Row reservation(Row row) {
        long state = reservations.value(reservations.key(row, "id"));
        return state == OPEN ? row.with("settled", 0L) : state == SETTLED ? row : null;
    }
}
