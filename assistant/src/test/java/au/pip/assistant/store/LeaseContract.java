package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.Lease;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

interface LeaseContract extends OpenedStores {
    @Test
    default void aLeaseIsOneHoldersUntilItsTimeHasPassed() {
        assertThat(stores().leases().find(ANN, "refresh")).isEmpty();

        assertThat(take("one", 0, 30)).contains(new Lease("refresh", "one", 1, at(30)));
        assertThat(reopen().leases().find(ANN, "refresh")).contains(new Lease("refresh", "one", 1, at(30)));

        assertThat(take("other", 10, 40)).isEmpty();
        assertThat(stores().leases().take(ANN, "refresh", "other", at(30).minusMillis(1), at(60)))
                .isEmpty();
        assertThat(stores().leases().find(ANN, "refresh")).contains(new Lease("refresh", "one", 1, at(30)));
        assertThat(take("other", 30, 60)).contains(new Lease("refresh", "other", 2, at(60)));
        assertThat(take("one", 31, 61)).isEmpty();
    }

    @Test
    default void itsHolderProlongsItAndItKeepsItsNumber() {
        take("one", 0, 30);

        assertThat(take("one", 20, 50)).contains(new Lease("refresh", "one", 1, at(50)));
        assertThat(take("one", 20, 40)).contains(new Lease("refresh", "one", 1, at(40)));

        assertThat(reopen().leases().find(ANN, "refresh")).contains(new Lease("refresh", "one", 1, at(40)));
        assertThat(take("other", 39, 60)).isEmpty();
    }

    @Test
    default void aLeaseThatWasGivenBackIsAnybodysAndItsNumberGoesOn() {
        take("one", 0, 30);

        assertThat(stores().leases().release(ANN, "refresh", "one")).isTrue();
        assertThat(stores().leases().release(ANN, "refresh", "one")).isFalse();
        assertThat(reopen().leases().find(ANN, "refresh")).isEmpty();

        assertThat(take("other", 1, 31)).contains(new Lease("refresh", "other", 2, at(31)));
        stores().leases().release(ANN, "refresh", "other");
        assertThat(reopen().leases().take(ANN, "refresh", "other", at(2), at(32)))
                .contains(new Lease("refresh", "other", 3, at(32)));
    }

    @Test
    default void nobodyButItsHolderGivesALeaseBack() {
        take("one", 0, 30);

        assertThat(stores().leases().release(ANN, "refresh", "other")).isFalse();
        assertThat(stores().leases().release(ANN, "another", "one")).isFalse();
        assertThat(stores().leases().release(BOB, "refresh", "one")).isFalse();
        assertThat(stores().leases().find(ANN, "refresh")).contains(new Lease("refresh", "one", 1, at(30)));

        take("other", 30, 60);
        assertThat(stores().leases().release(ANN, "refresh", "one")).isFalse();
        assertThat(stores().leases().find(ANN, "refresh")).contains(new Lease("refresh", "other", 2, at(60)));
    }

    @Test
    default void ofFiftyCallersExactlyOneTakesIt() throws Exception {
        List<Optional<Lease>> first = Race.of(50, caller -> take("caller " + caller, 0, 30));
        assertThat(first).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(stores().leases().find(ANN, "refresh"))
                .isEqualTo(
                        first.stream().filter(Optional::isPresent).findFirst().orElseThrow());

        List<Optional<Lease>> passed = Race.of(50, caller -> take("later " + caller, 30, 60));
        assertThat(passed)
                .filteredOn(Optional::isPresent)
                .singleElement()
                .extracting(taken -> taken.orElseThrow().number())
                .isEqualTo(2L);

        Lease held = stores().leases().find(ANN, "refresh").orElseThrow();
        stores().leases().release(ANN, "refresh", held.holder());
        List<Optional<Lease>> givenBack = Race.of(50, caller -> take("last " + caller, 40, 60));
        assertThat(givenBack)
                .filteredOn(Optional::isPresent)
                .singleElement()
                .extracting(taken -> taken.orElseThrow().number())
                .isEqualTo(3L);
    }

    @Test
    default void accountsHaveLeasesOfTheirOwn() {
        take("one", 0, 30);

        assertThat(stores().leases().take(BOB, "refresh", "other", at(0), at(30)))
                .contains(new Lease("refresh", "other", 1, at(30)));
        assertThat(stores().leases().take(AccountId.SERVER, "refresh", "third", at(0), at(30)))
                .contains(new Lease("refresh", "third", 1, at(30)));
        assertThat(stores().leases().find(ANN, "refresh")).contains(new Lease("refresh", "one", 1, at(30)));
    }

    @Test
    default void listsLeasesWhoseNamesBeginSoByName() {
        List<String> names = Stream.iterate(0, number -> number + 1)
                .limit(130)
                .map(number -> "node/%03d".formatted(number))
                .toList();
        names.reversed().forEach(name -> stores().leases().take(ANN, name, "holder", at(0), at(30)));
        for (String other :
                List.of("nod", "node", "node.", "node0", "nodes/1", "NODE/1", "Node/1", " node/1", "x/node/")) {
            stores().leases().take(ANN, other, "holder", at(0), at(30));
        }
        stores().leases().take(BOB, "node/of bob", "holder", at(0), at(30));

        assertThat(reopen().leases().named(ANN, "node/"))
                .extracting(Lease::name)
                .isEqualTo(names);
        assertThat(stores().leases().named(ANN, "node/129"))
                .containsExactly(new Lease("node/129", "holder", 1, at(30)));
        assertThat(stores().leases().named(ANN, "node/x")).isEmpty();
        assertThat(stores().leases().named(ANN, "")).hasSize(139);
    }

    @Test
    default void listsThoseThatHavePassedAndNotThoseGivenBack() {
        stores().leases().take(ANN, "node/passed", "holder", at(-60), at(-30));
        stores().leases().take(ANN, "node/given back", "holder", at(0), at(30));
        stores().leases().release(ANN, "node/given back", "holder");

        assertThat(stores().leases().named(ANN, "node/"))
                .extracting(Lease::name)
                .containsExactly("node/passed");
    }

    @Test
    default void aBeginningMayHaveAnyCharacter() {
        for (String prefix : List.of(
                "%",
                "_",
                "a%",
                "a_",
                "*",
                "?",
                "[a]",
                "\\",
                "a\\",
                "'",
                "\"",
                "a b",
                "é",
                "日本",
                "😀",
                "\uFFFF",
                "\0",
                "a\0",
                "\uD83D",
                "a\u001A0000",
                "%é",
                "_é")) {
            AccountId account = new AccountId("ann, who begins with " + prefix);
            List<String> within = Stream.of("", "0", "z", "%", "é", "\uFFFF", "😀", "\uDBFF\uDFFF")
                    .map(prefix::concat)
                    .toList();
            within.forEach(name -> stores().leases().take(account, name, "holder", at(0), at(30)));
            for (String other :
                    List.of("", "a", "ab", "a[", "A b", "e", "E", "É", "日", "~", "\uDBFF\uDFFE", "b", "aé")) {
                stores().leases().take(account, other + "!", "holder", at(0), at(30));
            }

            assertThat(stores().leases().named(account, prefix))
                    .as(prefix)
                    .extracting(Lease::name)
                    .containsExactlyInAnyOrderElementsOf(within);
        }
    }

    private Optional<Lease> take(String holder, long now, long until) {
        return stores().leases().take(ANN, "refresh", holder, at(now), at(until));
    }
}
