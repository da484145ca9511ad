package au.pip.assistant.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Every row of a database, whoever's. For whoever runs the server, never for a request. */
public interface Rows {
    /**
     * Gives all rows, noun by noun in the order of {@link Noun}, in bounded memory.
     *
     * <p>Where {@link #readsOneMoment} says so, they are those of one moment, while others go on writing; elsewhere a
     * row written meanwhile may or may not be among them, each row is as it was at some time of the reading, and entries
     * of a conversation and events of a run come in the order of their numbers.
     */
    void read(Consumer<Row> reader);

    /** Gives the rows of these nouns, read once, in any order but that of entries and events. */
    default void read(Set<Noun> nouns, Consumer<Row> reader) {
        read(row -> {
            if (nouns.contains(row.noun())) {
                reader.accept(row);
            }
        });
    }

    boolean readsOneMoment();

    /**
     * Adds rows, with all that the store derives from them. A row that is already there and equal is passed over, so
     * that what broke off can be done again. All that they refer to is there or among them.
     *
     * @param rows at most 100
     * @throws IllegalArgumentException when there are more; then none is added
     * @throws IllegalStateException when another row of the same key is there
     */
    void add(List<Row> rows);

    boolean isEmpty();

    /**
     * Notes that rows are being brought here and not all are: nobody but who brings them may open this database until
     * {@link #arrived}. Kept with the database; what it says is the bringer's.
     */
    void arriving(String from);

    /** What {@link #arriving} last noted, unless it has {@link #arrived}. */
    Optional<String> arrivingFrom();

    void arrived();
}
