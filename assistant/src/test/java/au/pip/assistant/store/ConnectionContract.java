package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Connection;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

interface ConnectionContract extends OpenedStores {
    @Test
    default void keepsAConnection() {
        Connection connection = new Connection(
                id(),
                id(),
                "Lantern Bay Studio",
                Connection.State.CONNECTED,
                Set.of("accounting.reports.read", "offline_access", "accounting.transactions"),
                id(),
                id(),
                at(3),
                at(1),
                at(2));

        stores().connections().put(ANN, connection);

        assertThat(reopen().connections().find(ANN, connection.id())).contains(connection);
        assertThat(stores().connections().find(ANN, id())).isEmpty();
    }

    @Test
    default void replacesTheConnectionOfAnId() {
        Connection first = connection(id(), "Lantern Bay Studio");
        stores().connections().put(ANN, first);
        Connection second = new Connection(
                first.id(),
                id(),
                "Lantern Bay Studio Pty Ltd",
                Connection.State.RECONNECT,
                Set.of(),
                "another sign-in",
                null,
                at(2),
                at(3),
                at(4));

        stores().connections().put(ANN, second);

        assertThat(reopen().connections().find(ANN, first.id())).contains(second);
        assertThat(stores().connections().all(ANN)).containsExactly(second);
    }

    @Test
    default void listsAllOfAnAccountsConnectionsById() {
        assertThat(stores().connections().all(ANN)).isEmpty();

        List<Connection> connections = Stream.generate(() -> connection(id(), "one of many"))
                .limit(130)
                .toList();
        connections.forEach(each -> stores().connections().put(ANN, each));
        stores().connections().put(BOB, connection(id(), "Bob's"));

        assertThat(reopen().connections().all(ANN))
                .isEqualTo(connections.stream()
                        .sorted(Comparator.comparing(Connection::id, Bytewise.ORDER))
                        .toList());
    }

    @Test
    default void accountsMayHaveConnectionsOfOneId() {
        Connection anns = connection("the same", "Ann's");
        Connection bobs = connection("the same", "Bob's");
        stores().connections().put(ANN, anns);
        stores().connections().put(BOB, bobs);

        assertThat(stores().connections().find(ANN, "the same")).contains(anns);
        assertThat(stores().connections().remove(ANN, "the same")).isTrue();
        assertThat(stores().connections().find(BOB, "the same")).contains(bobs);
    }

    @Test
    default void removesAConnectionAndLeavesItsSecret() {
        Connection connection = connection(id(), "Lantern Bay Studio");
        stores().connections().put(ANN, connection);
        stores().secrets().put(ANN, "xero-tokens", connection.signInId(), 0, "sealed");

        assertThat(stores().connections().remove(ANN, connection.id())).isTrue();
        assertThat(stores().connections().remove(ANN, connection.id())).isFalse();
        assertThat(stores().connections().remove(ANN, id())).isFalse();

        assertThat(reopen().connections().find(ANN, connection.id())).isEmpty();
        assertThat(stores().connections().all(ANN)).isEmpty();
        assertThat(stores().secrets().find(ANN, "xero-tokens", connection.signInId()))
                .isPresent();
    }

    @Test
    default void aConnectionThatWasRemovedCanComeBack() {
        Connection connection = connection(id(), "Lantern Bay Studio");
        stores().connections().put(ANN, connection);
        stores().connections().remove(ANN, connection.id());

        stores().connections().put(ANN, connection);

        assertThat(stores().connections().all(ANN)).containsExactly(connection);
    }

    @Test
    default void notesWhichOneWasChosen() {
        Connection one = connection(id(), "one");
        Connection two = connection(id(), "two");
        stores().connections().put(ANN, one);
        stores().connections().put(ANN, two);
        stores().connections().put(BOB, one);

        assertThat(stores().connections().choose(ANN, one.id(), at(5))).isTrue();
        assertThat(stores().connections().choose(ANN, one.id(), at(9))).isTrue();
        assertThat(stores().connections().choose(ANN, two.id(), at(7))).isTrue();
        assertThat(stores().connections().choose(ANN, id(), at(9))).isFalse();

        assertThat(reopen().connections().find(ANN, one.id()))
                .get()
                .extracting(Connection::chosenAt)
                .isEqualTo(at(9));
        assertThat(stores().connections().find(ANN, two.id()))
                .get()
                .extracting(Connection::chosenAt)
                .isEqualTo(at(7));
        assertThat(stores().connections().find(BOB, one.id())).contains(one);
    }

    @Test
    default void aSignInThatEndedIsNotedForEachOfItsConnections() {
        Connection one = connection(id(), "one", "sign-in");
        Connection two = connection(id(), "two", "sign-in");
        Connection other = connection(id(), "other", "another sign-in");
        List.of(one, two, other).forEach(each -> stores().connections().put(ANN, each));
        stores().connections().put(BOB, one);

        assertThat(stores().connections().needSignIn(ANN, "sign-in", at(8))).isEqualTo(2);
        assertThat(stores().connections().needSignIn(ANN, "sign-in", at(9))).isZero();
        assertThat(stores().connections().needSignIn(ANN, "no such", at(9))).isZero();

        assertThat(List.of(one, two))
                .allSatisfy(each -> assertThat(reopen().connections().find(ANN, each.id()))
                        .get()
                        .extracting(Connection::state, Connection::updatedAt, Connection::organisationName)
                        .containsExactly(Connection.State.RECONNECT, at(8), each.organisationName()));
        assertThat(stores().connections().find(ANN, other.id())).contains(other);
        assertThat(stores().connections().find(BOB, one.id())).contains(one);
    }

    @Test
    default void aConnectionFromBeforeSignInsHadIdsIsItsOwnSignIn() {
        stores().rows()
                .add(List.of(new Row(
                        Noun.CONNECTION,
                        Arrays.asList(
                                ANN.value(),
                                "old",
                                "organisation",
                                "Old",
                                "connected",
                                "",
                                1L,
                                2L,
                                null,
                                null,
                                null))));

        Connection old = stores().connections().find(ANN, "old").orElseThrow();
        assertThat(old.signInId()).isEqualTo("old");
        assertThat(old.linkId()).isNull();
        assertThat(old.chosenAt()).isNull();
        assertThat(stores().connections().needSignIn(ANN, "old", at(8))).isEqualTo(1);
        assertThat(reopen().connections().find(ANN, "old"))
                .get()
                .extracting(Connection::state)
                .isEqualTo(Connection.State.RECONNECT);
    }

    private static Connection connection(String id, String organisation) {
        return connection(id, organisation, id);
    }

    private static Connection connection(String id, String organisation, String signIn) {
        return new Connection(
                id,
                id(),
                organisation,
                Connection.State.CONNECTED,
                Set.of("offline_access"),
                signIn,
                null,
                null,
                at(1),
                at(1));
    }
}
