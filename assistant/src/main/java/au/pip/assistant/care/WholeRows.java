package au.pip.assistant.care;

import au.pip.assistant.Run;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.util.function.Consumer;

/**
 * A database's rows without those that do not fit the ones before them. Where the database reads one moment that is none;
 * elsewhere a row that was written meanwhile may come although the reading had passed what it refers to: an entry of a
 * new run, the answer of a run that was still going when it was read.
 */
final class WholeRows implements RowSource {
    private final RowSource rows;
    private final boolean oneMoment;
    private final References references = new References();
    private final IdTable going = new IdTable();
    private long leftOut;

    /** @param oneMoment whether the rows are those of one moment */
    WholeRows(RowSource rows, boolean oneMoment) {
        this.rows = rows;
        this.oneMoment = oneMoment;
    }

    /** Once. */
    @Override
    public void read(Consumer<Row> reader) {
        if (oneMoment) {
            rows.read(reader);
            return;
        }
        rows.read(row -> {
            if (fits(row)) {
                reader.accept(row);
            } else {
                leftOut++;
            }
        });
    }

    long leftOut() {
        return leftOut;
    }

    private boolean fits(Row row) {
        if (references.missing(row) != null || endsGoingRun(row)) {
            return false;
        }
        references.add(row);
        if (row.noun() == Noun.RUN && row.text("state").equals(Run.State.RUNNING.word())) {
            going.put(going.key(row, "id"), 1);
        }
        return true;
    }

    private boolean endsGoingRun(Row row) {
        boolean ofAnEnd = row.noun() == Noun.USAGE_RECORD || row.noun() == Noun.ENTRY && Answers.isAnswer(row);
        return ofAnEnd && going.has(going.key(row, "run_id"));
    }
}
