package au.pip.assistant.store;

import static au.pip.assistant.store.BudgetContract.MONTH;
import static au.pip.assistant.store.BudgetContract.tokens;
import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.Job;
import au.pip.assistant.node.Upkeep;
import au.pip.assistant.store.BudgetStore.Balance;
import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.BudgetStore.Reserved;
import au.pip.assistant.store.spi.HoldsText;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Budgets that were brought here and do not agree with their reservations: no limit is passed, and work comes to an end. */
interface BudgetBroughtContract extends OpenedStores {
    @Test
    default void settlesAReservationOfABudgetThatThereIsNot() {
        bring(reservation("r-1", tokens(ANN, MONTH, 700, 1000)));

        assertThat(stores().budgets().settle(ANN, "r-1", 0, 300)).isTrue();

        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(300, 0));
        assertThat(stores().budgets().settle(ANN, "r-1", 0, 300)).isFalse();
        assertThat(reserve("r-2", 700)).isEqualTo(new Reserved.Granted());
        assertThat(reserve("r-3", 1)).isInstanceOf(Reserved.Exceeded.class);
    }

    @Test
    default void settlingNeverLeavesLessThanNothingReserved() {
        bring(budget(10, 200), reservation("r-1", tokens(ANN, MONTH, 700, 1000)));

        assertThat(stores().budgets().settle(ANN, "r-1", 0, 300)).isTrue();

        assertThat(reopen().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(310, 0));
        assertThat(Contents.of(stores(), Noun.BUDGET)).containsExactly(budget(310, 0));
        assertThat(reserve("r-2", 690)).isEqualTo(new Reserved.Granted());
        assertThat(reserve("r-3", 1)).isInstanceOf(Reserved.Exceeded.class);
    }

    @Test
    default void lessThanNothingReservedGrantsNoMore() {
        bring(budget(0, -700));

        Hold tooMuch = tokens(ANN, MONTH, 1001, 1000);
        assertThat(stores().budgets().reserve(ANN, "r-1", List.of(tooMuch), at(1)))
                .isEqualTo(new Reserved.Exceeded(tooMuch, new Balance(0, 0)));
        assertThat(reserve("r-1", 1000)).isEqualTo(new Reserved.Granted());
        assertThat(reserve("r-2", 1)).isInstanceOf(Reserved.Exceeded.class);

        assertThat(stores().budgets().settle(ANN, "r-1", 0, 400)).isTrue();
        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(400, 0));
    }

    @Test
    default void upkeepEndsWhateverTheBudgetsHold() throws Exception {
        bring(reservation("r-1", tokens(ANN, MONTH, 700, 1000)), reservation("r-2", tokens(ANN, "day", 5, 10)));
        Upkeep upkeep = new Upkeep(stores(), Clock.fixed(at(0).plus(Duration.ofDays(1)), ZoneOffset.UTC));

        CompletableFuture.runAsync(() -> upkeep.perform(AccountId.SERVER, new Job("job", Upkeep.KIND, "{}", at(0), 1)))
                .get(60, TimeUnit.SECONDS);

        assertThat(stores().budgets().unsettled(at(100), 10)).isEmpty();
        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(700, 0));
        assertThat(stores().budgets().balance(ANN, "day")).isEqualTo(new Balance(5, 0));
    }

    private void bring(Row... rows) {
        stores().rows().add(List.of(rows));
    }

    private Reserved reserve(String id, long amount) {
        return stores().budgets().reserve(ANN, id, List.of(tokens(ANN, MONTH, amount, 1000)), at(1));
    }

    private static Row budget(long spent, long reserved) {
        return new Row(Noun.BUDGET, Arrays.asList(ANN.value(), MONTH, spent, reserved));
    }

    private static Row reservation(String id, Hold hold) {
        return new Row(
                Noun.RESERVATION,
                Arrays.asList(ANN.value(), id, HoldsText.written(List.of(hold)), at(1).toEpochMilli(), 0L));
    }
}
