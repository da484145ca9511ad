package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import au.pip.assistant.AccountId;
import au.pip.assistant.Job;
import au.pip.assistant.store.JobStore.Claimed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

interface JobContract extends OpenedStores {
    @Test
    default void givesAJobToWhoeverClaimsIt() {
        assertThat(stores().jobs().add(ANN, new Job("backup 1", "backup", "{\"to\":\"p\"}", at(10), 0)))
                .isTrue();

        assertThat(reopen().jobs().claim("backup", "one", at(10), at(40)))
                .contains(new Claimed(ANN, new Job("backup 1", "backup", "{\"to\":\"p\"}", at(10), 1), "one", at(40)));
        assertThat(reopen().jobs().claim("backup", "other", at(11), at(41))).isEmpty();
    }

    @Test
    default void thereIsNothingToClaimWhenThereIsNoJob() {
        assertThat(claim("one", 10, 40)).isEmpty();
    }

    @Test
    default void givesNoJobBeforeItIsDue() {
        add(ANN, "a", 10);

        assertThat(stores().jobs().claim("backup", "one", at(10).minusMillis(1), at(40)))
                .isEmpty();
        assertThat(claim("one", 10, 40)).isPresent();
    }

    @Test
    default void leavesAJobThatIsThereAsItIs() {
        Job again = new Job("a", "another kind", "{\"again\":true}", at(1), 0);
        add(ANN, "a", 10);

        assertThat(stores().jobs().add(ANN, again)).as("while it waits").isFalse();
        claim("one", 10, 40);
        assertThat(stores().jobs().add(ANN, again)).as("while it is held").isFalse();
        stores().jobs().finish(ANN, "a", "one");
        assertThat(stores().jobs().add(ANN, again)).as("when it is done").isFalse();

        assertThat(claim("other", 100, 140)).isEmpty();
        assertThat(stores().jobs().claim("another kind", "other", at(100), at(140)))
                .isEmpty();
    }

    @Test
    default void accountsMayHaveJobsOfOneId() {
        assertThat(stores().jobs().add(ANN, new Job("a", "backup", "{}", at(1), 0)))
                .isTrue();
        assertThat(stores().jobs().add(BOB, new Job("a", "backup", "{}", at(2), 0)))
                .isTrue();
        assertThat(stores().jobs().add(AccountId.SERVER, new Job("a", "backup", "{}", at(3), 0)))
                .isTrue();

        for (AccountId account : List.of(ANN, BOB, AccountId.SERVER)) {
            assertThat(claim("one", 10, 40)).map(Claimed::account).contains(account);
        }
        stores().jobs().finish(BOB, "a", "one");
        assertThat(claim("other", 50, 80)).map(Claimed::account).contains(ANN);
    }

    @Test
    default void keepsKindsApart() {
        stores().jobs().add(ANN, new Job("a", "backup", "{}", at(1), 0));

        for (String other : List.of("back", "backup ", "BACKUP", "restore", "")) {
            assertThat(stores().jobs().claim(other, "one", at(10), at(40))).isEmpty();
        }
        assertThat(claim("one", 10, 40)).isPresent();
    }

    @Test
    default void givesTheJobThatHasBeenDueLongestFirst() {
        add(ANN, "third", 3);
        add(BOB, "first", -1);
        add(ANN, "not yet", 50);
        add(AccountId.SERVER, "second", 2);

        List<String> given = new ArrayList<>();
        for (Optional<Claimed> next = claim("one", 10, 40); next.isPresent(); next = claim("one", 10, 40)) {
            given.add(next.get().job().id());
        }

        assertThat(given).containsExactly("first", "second", "third");
    }

    @Test
    default void jobsThatOthersHoldDoNotStandInTheWay() {
        for (int number = 0; number < 120; number++) {
            add(ANN, "held " + number, -number);
        }
        for (int number = 0; number < 120; number++) {
            claim("holder", 1, 1000);
        }
        add(ANN, "free", 5);

        assertThat(claim("one", 10, 40)).map(claimed -> claimed.job().id()).contains("free");
        assertThat(claim("one", 10, 40)).isEmpty();
    }

    @Test
    default void aJobWhoseHolderDiedIsGivenAgainWhenTheLeaseHasPassed() {
        add(ANN, "a", 10);
        claim("one", 10, 40);

        assertThat(stores().jobs().claim("backup", "other", at(40).minusMillis(1), at(80)))
                .isEmpty();
        assertThat(reopen().jobs().claim("backup", "other", at(40), at(80)))
                .contains(new Claimed(ANN, new Job("a", "backup", "{}", at(10), 2), "other", at(80)));
    }

    @Test
    default void whatALateHolderSaysHasNoEffect() {
        add(ANN, "a", 10);
        claim("one", 10, 40);
        claim("other", 40, 80);

        assertThat(stores().jobs().finish(ANN, "a", "one")).isFalse();
        assertThat(stores().jobs().retry(ANN, "a", "one", at(41))).isFalse();
        assertThat(stores().jobs().renew(ANN, "a", "one", at(900))).isFalse();

        assertThat(claim("third", 79, 100)).isEmpty();
        assertThat(claim("third", 80, 100)).isPresent();
    }

    @Test
    default void aLateHolderWhoseJobNobodyElseHasClaimedStillFinishesIt() {
        add(ANN, "a", 10);
        claim("one", 10, 40);

        assertThat(stores().jobs().finish(ANN, "a", "one")).isTrue();

        assertThat(claim("other", 500, 540)).isEmpty();
    }

    @Test
    default void aClaimIsProlonged() {
        add(ANN, "a", 10);
        claim("one", 10, 40);

        assertThat(stores().jobs().renew(ANN, "a", "one", at(40))).isTrue();
        assertThat(stores().jobs().renew(ANN, "a", "one", at(60))).isTrue();
        assertThat(stores().jobs().renew(ANN, "a", "one", at(60))).isTrue();

        assertThat(reopen().jobs().claim("backup", "other", at(59), at(90))).isEmpty();
        assertThat(claim("other", 60, 90))
                .map(claimed -> claimed.job().attempts())
                .contains(2);
    }

    @Test
    default void aJobThatIsDoneIsNeverGivenAgain() {
        add(ANN, "a", 10);
        claim("one", 10, 40);

        assertThat(stores().jobs().finish(ANN, "a", "one")).isTrue();

        assertThat(reopen().jobs().finish(ANN, "a", "one")).isFalse();
        assertThat(stores().jobs().renew(ANN, "a", "one", at(60))).isFalse();
        assertThat(stores().jobs().retry(ANN, "a", "one", at(60))).isFalse();
        assertThat(claim("other", 500, 540)).isEmpty();
    }

    @Test
    default void aJobThatIsGivenBackWaitsUntilItIsDueAgain() {
        add(ANN, "a", 10);
        add(ANN, "b", 20);
        claim("one", 10, 40);

        assertThat(stores().jobs().retry(ANN, "a", "one", at(30))).isTrue();

        assertThat(stores().jobs().finish(ANN, "a", "one")).isFalse();
        assertThat(claim("other", 30, 60)).map(claimed -> claimed.job().id()).contains("b");
        assertThat(stores().jobs().claim("backup", "other", at(30).minusMillis(1), at(60)))
                .isEmpty();
        assertThat(claim("other", 30, 60))
                .contains(new Claimed(ANN, new Job("a", "backup", "{}", at(30), 2), "other", at(60)));
    }

    @Test
    default void nobodyButTheHolderOfAJobThatThereIsHasASay() {
        add(ANN, "a", 10);
        add(ANN, "waits", 500);
        claim("one", 10, 40);

        for (String holder : List.of("other", "ONE", "one ", "")) {
            assertThat(stores().jobs().finish(ANN, "a", holder)).isFalse();
            assertThat(stores().jobs().renew(ANN, "a", holder, at(90))).isFalse();
            assertThat(stores().jobs().retry(ANN, "a", holder, at(0))).isFalse();
            assertThat(stores().jobs().finish(ANN, "waits", holder)).isFalse();
        }
        assertThat(stores().jobs().finish(BOB, "a", "one")).isFalse();
        assertThat(stores().jobs().finish(ANN, "b", "one")).isFalse();

        assertThat(claim("other", 39, 60)).isEmpty();
        assertThat(stores().jobs().finish(ANN, "a", "one")).isTrue();
    }

    @Test
    default void forgetsWhatIsDoneAndWasDueBeforeThen() {
        add(ANN, "done", 10);
        add(BOB, "done too", 11);
        add(ANN, "done just then", 30);
        add(ANN, "held", 12);
        add(ANN, "waits", 13);
        for (String id : List.of("done", "done too", "held", "waits", "done just then")) {
            Claimed claimed = claim("one", 30, 60).orElseThrow();
            assertThat(claimed.job().id()).isEqualTo(id);
            if (id.startsWith("done")) {
                stores().jobs().finish(claimed.account(), id, "one");
            }
        }
        stores().jobs().retry(ANN, "waits", "one", at(14));

        assertThat(stores().jobs().forget(at(30))).isEqualTo(2);
        assertThat(stores().jobs().forget(at(30))).isZero();

        assertThat(Contents.of(stores(), Noun.JOB))
                .extracting(row -> row.text("id"), row -> row.text("state"))
                .containsExactly(tuple("done just then", "done"), tuple("held", "claimed"), tuple("waits", "waiting"));
        assertThat(stores().jobs().add(ANN, new Job("done", "backup", "{}", at(40), 0)))
                .isTrue();
    }

    @Test
    default void ofFiftyCallersExactlyOneGetsAJob() throws Exception {
        add(ANN, "a", 10);

        List<Optional<Claimed>> outcomes = Race.of(50, caller -> claim("caller " + caller, 10, 40));

        assertThat(outcomes).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(claim("later", 40, 80))
                .map(claimed -> claimed.job().attempts())
                .contains(2);
    }

    @Test
    default void fiftyCallersGetFiftyDifferentJobs() throws Exception {
        for (int number = 0; number < 50; number++) {
            add(number % 2 == 0 ? ANN : BOB, "job " + number, number % 3);
        }

        List<Optional<Claimed>> outcomes = Race.of(50, caller -> claim("caller " + caller, 10, 40));

        assertThat(outcomes)
                .allMatch(Optional::isPresent)
                .extracting(claimed -> claimed.orElseThrow().job().id())
                .doesNotHaveDuplicates();
        assertThat(claim("one more", 10, 40)).isEmpty();
    }

    private void add(AccountId account, String id, long due) {
        assertThat(stores().jobs().add(account, new Job(id, "backup", "{}", at(due), 0)))
                .isTrue();
    }

    private Optional<Claimed> claim(String holder, long now, long until) {
        return stores().jobs().claim("backup", holder, at(now), at(until));
    }
}
