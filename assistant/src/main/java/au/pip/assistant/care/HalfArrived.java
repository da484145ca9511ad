package au.pip.assistant.care;

import au.pip.assistant.store.Rows;
import java.util.Optional;

/** A database into which rows were being brought, and not all are there. */
public final class HalfArrived {
    private HalfArrived() {}

    /** @throws CareException when it is one */
    public static void refuse(Place database) {
        from(database.rows()).ifPresent(from -> {
            throw new CareException(
                    "The database " + database.name() + " holds only a part of what was being brought from " + from
                            + ": run the same ./pip db restore or move again to its end, or use another database.");
        });
    }

    /** Where its rows were coming from; empty when the database is whole. */
    public static Optional<String> from(Rows rows) {
        return rows.arrivingFrom().map(Arrival::from);
    }
}
