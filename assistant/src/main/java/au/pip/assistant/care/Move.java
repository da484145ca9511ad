package au.pip.assistant.care;

/** Copies all rows of a database into an empty one, of whichever kind; the source stays as it is. */
public final class Move {
    private Move() {}

    /**
     * What is on both sides at the end.
     *
     * @param leftOut rows of the source that were written meanwhile or refer to others that it does not hold, and
     *     stayed where they are
     */
    public record Moved(Tally source, Tally target, long leftOut) {
        public boolean isEqual() {
            return source.equals(target);
        }
    }

    /**
     * Brings the rows and reads them back. The target can be opened only if both sides are equal. What broke off can be
     * done again.
     *
     * @throws CareException when a part of the source is still missing in it, or the target holds other rows
     */
    public static Moved between(Place source, Place target, Progress progress) {
        HalfArrived.refuse(source);
        WholeRows whole =
                new WholeRows(RowSource.of(source.rows()), source.rows().readsOneMoment(), progress);
        Arrival arrival = Arrival.bring(whole, source.name(), target, progress);
        Moved moved = new Moved(arrival.source(), arrival.target(), whole.leftOut());
        if (moved.isEqual()) {
            arrival.end();
        }
        return moved;
    }
}
