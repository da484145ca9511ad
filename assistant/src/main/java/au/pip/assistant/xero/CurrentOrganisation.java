package au.pip.assistant.xero;

import au.pip.assistant.Connection;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Which organisation questions are about. */
public sealed interface CurrentOrganisation {
    record None() implements CurrentOrganisation {}

    record One(Connection connection) implements CurrentOrganisation {}

    /** The person has to choose; also of one, when they chose another since that is not reached now. */
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

    /**
     * The same beside organisations that are not reached now: when one of these was chosen latest, the person is asked,
     * so that questions do not go to another by themselves.
     */
    static CurrentOrganisation of(List<Connection> all, List<Connection> elsewhere) {
        Instant here = latestChoice(all);
        return !all.isEmpty() && latestChoice(elsewhere).isAfter(here) ? new Unchosen(List.copyOf(all)) : of(all);
    }

    private static Instant latestChoice(List<Connection> connections) {
        return connections.stream()
                .flatMap(each -> Stream.ofNullable(each.chosenAt()))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    default boolean is(Connection connection) {
        return this instanceof One(Connection one) && one.id().equals(connection.id());
    }
}
