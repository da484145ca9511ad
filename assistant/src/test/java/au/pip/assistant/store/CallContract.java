package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.store.CallStore.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

interface CallContract extends OpenedStores {
    @Test
    default void aCountChangesOnlyAsItWasRead() {
        assertThat(stores().calls().find(ANN, "organisation")).isEmpty();
        assertThat(stores().calls().replace(ANN, "organisation", 1, "early")).isFalse();
        assertThat(stores().calls().replace(ANN, "organisation", 0, "one")).isTrue();
        assertThat(stores().calls().replace(ANN, "organisation", 0, "again")).isFalse();
        assertThat(reopen().calls().find(ANN, "organisation")).contains(new Counted("one", 1));

        assertThat(stores().calls().replace(ANN, "organisation", 1, "two")).isTrue();
        assertThat(stores().calls().replace(ANN, "organisation", 1, "late")).isFalse();
        assertThat(reopen().calls().find(ANN, "organisation")).contains(new Counted("two", 2));
    }

    @Test
    default void organisationsAndAccountsAreCountedApart() {
        stores().calls().replace(ANN, "one", 0, "of one");
        stores().calls().replace(ANN, "two", 0, "of two");
        stores().calls().replace(BOB, "one", 0, "of bob");

        assertThat(stores().calls().find(ANN, "one")).contains(new Counted("of one", 1));
        assertThat(stores().calls().find(ANN, "two")).contains(new Counted("of two", 1));
        assertThat(stores().calls().find(BOB, "one")).contains(new Counted("of bob", 1));
        assertThat(stores().calls().find(BOB, "two")).isEmpty();
    }

    @Test
    default void twentyWritersCountWhatEachOfThemAdds() throws Exception {
        Race.of(20, _ -> {
            boolean kept = false;
            while (!kept) {
                Optional<Counted> there = stores().calls().find(ANN, "organisation");
                int next =
                        there.map(counted -> Integer.parseInt(counted.text())).orElse(0) + 1;
                long version = there.map(Counted::version).orElse(0L);
                kept = stores().calls().replace(ANN, "organisation", version, Integer.toString(next));
            }
            return true;
        });

        assertThat(stores().calls().find(ANN, "organisation")).contains(new Counted("20", 20));
    }

    @Test
    default void countsAreNoRowsThatABackupCarries() {
        stores().calls().replace(ANN, "organisation", 0, "one");

        List<Row> rows = new ArrayList<>();
        stores().rows().read(rows::add);
        assertThat(rows).isEmpty();
        assertThat(stores().rows().isEmpty()).isTrue();
    }
}
