package au.pip.assistant.xero;

import au.pip.assistant.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Which organisation questions are about. */
public sealed interface CurrentOrganisation {
    record None() implements CurrentOrganisation {}

    record One(Connection connection) implements CurrentOrganisation {}

    /** The person has to choose. */
    record Unchosen(List<Connection> connections) implements CurrentOrganisation {}

    /** A custom connection leads to another organisation than before; the next question is about that one. */
    record Moved(Connection from, Connection to) implements CurrentOrganisation {}

    /** The one that was chosen latest, or the only one. */
    static CurrentOrganisation of(List<Connection> all) {
        if (all.isEmpty()) {
            return new None();
        }
        if (all.size() == 1) {
            return new One(all.getFirst());
        }
        return all.stream()
                .filter(each -> each.chosenAt() != null)
                .max(Comparator.comparing(each -> Objects.requireNonNull(each.chosenAt())))
                .<CurrentOrganisation>map(One::new)
                .orElseGet(() -> new Unchosen(List.copyOf(all)));
    }

    default boolean is(Connection connection) {
        return this instanceof One(Connection one) && one.id().equals(connection.id());
    }
}
