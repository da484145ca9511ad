package au.pip.assistant.care;

import au.pip.assistant.store.Row;
import au.pip.assistant.store.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings rows into an empty database, or goes on where the same bringing broke off. While it lasts the database says so
 * of itself; of several that bring rows into one database at once, at most one comes to its end.
 */
final class Arrival {
    private static final int BATCH = 100;

    private final Rows target;
    private final String name;
    private final String mark;
    private final Progress progress;
    private final List<Row> batch = new ArrayList<>(BATCH);
    private final Counting counting = new Counting();

    private Arrival(Place target, String mark, Progress progress) {
        this.target = target.rows();
        this.name = "The database " + target.name();
        this.mark = mark;
        this.progress = progress;
    }

    /**
     * Brings the rows. The target says that it is half there until {@link #end}.
     *
     * @param from what tells this bringing from others, in words, on one line
     * @throws CareException when the target holds other rows, or others bring rows there
     */
    static Arrival bring(RowSource source, String from, Place target, Progress progress) {
        Arrival arrival = new Arrival(target, from + "\n" + UUID.randomUUID(), progress);
        arrival.begin(from);
        source.read(arrival::add);
        arrival.flush();
        return arrival;
    }

    /** What was brought. */
    Tally source() {
        return counting.tally();
    }

    /** What is there, read back. */
    Tally target() {
        return Tally.of(target::read, "reading back", progress);
    }

    /** Says that all is there. */
    void end() {
        requireMark();
        target.arrived();
    }

    /** What a mark says to people. */
    static String from(String mark) {
        return mark.lines().findFirst().orElse(mark);
    }

    private void begin(String from) {
        Optional<String> before = target.arrivingFrom();
        if (before.isPresent()) {
            if (!from(before.get()).equals(from)) {
                throw new CareException(name + " holds a part of what was being brought from " + from(before.get())
                        + ": finish that with the same command again, or name an empty database.");
            }
            target.arriving(mark);
            return;
        }
        requireEmpty();
        target.arriving(mark);
        requireEmpty();
    }

    private void requireEmpty() {
        if (!target.isEmpty()) {
            throw new CareException(name + " holds rows already: name an empty database.");
        }
    }

    private void add(Row row) {
        counting.add(row);
        batch.add(row);
        if (batch.size() == BATCH) {
            flush();
        }
        progress.at("bringing", counting.rows());
    }

    private void flush() {
        requireMark();
        if (!batch.isEmpty()) {
            try {
                target.add(batch);
            } catch (IllegalStateException another) {
                throw new CareException(
                        name
                                + " holds another row of the same key than the one that was to come: what it comes from has"
                                + " changed since this began, or somebody else writes there. Name an empty database.",
                        another);
            }
            batch.clear();
        }
    }

    private void requireMark() {
        if (!target.arrivingFrom().equals(Optional.of(mark))) {
            throw new CareException(name + " is being filled by somebody else too, who began later: this one stops.");
        }
    }
}
