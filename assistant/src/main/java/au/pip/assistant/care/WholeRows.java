package au.pip.assistant.care;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A database's rows as they agree with each other. Where the database reads one moment they do by themselves. Elsewhere
 * they are read twice: first what is there, then the rows, of which only those are given that were there: conversations
 * up to some entry, each turn before it whole, a run that was going as going, and what was reserved as reserved.
 */
final class WholeRows implements RowSource {
    /** The type of a run's last event. */
    private static final String FINISHED = "finished";

    private static final long CLOSED = -2;

    private final RowSource rows;
    private final boolean oneMoment;
    private final Progress progress;
    private final References references = new References();
    private final IdTable going = new IdTable();
    /** By run: the number of its last event that was given. */
    private final IdTable events = new IdTable();

    private long leftOut;

    /** @param oneMoment whether the rows are those of one moment */
    WholeRows(RowSource rows, boolean oneMoment, Progress progress) {
        this.rows = rows;
        this.oneMoment = oneMoment;
        this.progress = progress;
    }

    /** Once. */
    @Override
    public void read(Consumer<Row> reader) {
        if (oneMoment) {
            rows.read(reader);
            return;
        }
        FirstReading first = FirstReading.of(rows, progress);
        boolean[] budgetsPassed = {false};
        rows.read(row -> {
            if (row.noun().compareTo(Noun.BUDGET) > 0 && !budgetsPassed[0]) {
                budgetsPassed[0] = true;
                first.otherBudgets().forEach(reader);
            }
            Row whole = whole(row, first);
            if (whole == null) {
                leftOut++;
            } else {
                reader.accept(whole);
            }
        });
    }

    long leftOut() {
        return leftOut;
    }

    private @Nullable Row whole(Row row, FirstReading first) {
        if (references.missing(row) != null) {
            return null;
        }
        Row whole = switch (row.noun()) {
            case CONVERSATION -> first.conversation(row);
            case RUN -> first.run(row);
            case ENTRY -> first.hasEntry(row) ? row : null;
            case USAGE_RECORD -> going.has(going.key(row, "run_id")) ? null : row;
            case RUN_EVENT -> isNext(row) ? row : null;
            case BUDGET -> first.budget(row);
            case RESERVATION -> first.reservation(row);
            case ACCOUNT, MEMORY, CONNECTION, SECRET, APPROVAL, CODE, AUDIT_ENTRY, JOB, LEASE -> row;
        };
        if (whole != null) {
            references.add(whole);
            if (whole.noun() == Noun.RUN && FirstReading.isGoing(whole)) {
                going.put(going.key(whole, "id"), 1);
            }
        }
        return whole;
    }

    /** Whether none before it is missing, and it does not end a run that is going. */
    private boolean isNext(Row event) {
        long run = events.key(event, "run_id");
        boolean next = event.number("sequence") == events.value(run) + 1;
        if (next && event.text("type").equals(FINISHED) && going.has(run)) {
            events.put(run, CLOSED);
            return false;
        }
        if (next) {
            events.put(run, event.number("sequence"));
        }
        return next;
    }
}
