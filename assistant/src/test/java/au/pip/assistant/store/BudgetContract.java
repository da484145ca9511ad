package au.pip.assistant.store;

import static au.pip.assistant.AccountId.SERVER;
import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.BudgetStore.Balance;
import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.BudgetStore.Reserved;
import au.pip.assistant.store.BudgetStore.Unit;
import au.pip.assistant.store.BudgetStore.Unsettled;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface BudgetContract extends OpenedStores {
    String MONTH = "month 2026-11";
    String DAY = "day 2026-11-27";

    @Test
    default void aBudgetThatThereIsNotStandsAtNothing() {
        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(0, 0));
        assertThat(stores().budgets().balance(SERVER, MONTH)).isEqualTo(new Balance(0, 0));
    }

    @Test
    default void reservesWhatIsSettledAfterwards() {
        assertThat(reserve("r-1", dollars(ANN, MONTH, 60, 100))).isEqualTo(new Reserved.Granted());
        assertThat(reopen().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(0, 60));

        assertThat(stores().budgets().settle(ANN, "r-1", 45, 9)).isTrue();
        assertThat(reopen().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(45, 0));
        assertThat(stores().budgets().balance(ANN, DAY)).isEqualTo(new Balance(0, 0));
        assertThat(stores().budgets().balance(BOB, MONTH)).isEqualTo(new Balance(0, 0));
    }

    @Test
    default void reservesUpToTheLimitAndNotBeyond() {
        reserve("r-1", dollars(ANN, MONTH, 60, 100));
        stores().budgets().settle(ANN, "r-1", 30, 0);
        reserve("r-2", dollars(ANN, MONTH, 50, 100));

        Hold tooMuch = dollars(ANN, MONTH, 21, 100);
        assertThat(reserve("r-3", tooMuch)).isEqualTo(new Reserved.Exceeded(tooMuch, new Balance(30, 50)));
        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(30, 50));

        assertThat(reserve("r-3", dollars(ANN, MONTH, 20, 100))).isEqualTo(new Reserved.Granted());
        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(30, 70));
        assertThat(reserve("r-4", dollars(ANN, MONTH, 0, 100))).isEqualTo(new Reserved.Granted());
    }

    @Test
    default void aLimitIsThatOfTheCall() {
        reserve("r-1", dollars(ANN, MONTH, 60, 100));

        Hold lower = dollars(ANN, MONTH, 1, 60);
        assertThat(reserve("r-2", lower)).isEqualTo(new Reserved.Exceeded(lower, new Balance(0, 60)));
        assertThat(reserve("r-2", dollars(ANN, MONTH, 1, 61))).isEqualTo(new Reserved.Granted());
        Hold nothing = dollars(ANN, DAY, 1, 0);
        assertThat(reserve("r-3", nothing)).isEqualTo(new Reserved.Exceeded(nothing, new Balance(0, 0)));
    }

    @Test
    default void reservesAllOfSeveralBudgetsOrNone() {
        Hold fits = dollars(ANN, MONTH, 60, 100);
        Hold doesNot = tokens(ANN, DAY, 1001, 1000);

        assertThat(reserve("r-1", fits, doesNot)).isEqualTo(new Reserved.Exceeded(doesNot, new Balance(0, 0)));
        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(0, 0));
        assertThat(stores().budgets().balance(ANN, DAY)).isEqualTo(new Balance(0, 0));

        assertThat(reserve("r-1", fits, tokens(ANN, DAY, 1000, 1000))).isEqualTo(new Reserved.Granted());
        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(0, 60));
        assertThat(stores().budgets().balance(ANN, DAY)).isEqualTo(new Balance(0, 1000));
    }

    @Test
    default void tellsTheFirstOfTheHoldsThatDoesNotFit() {
        reserve("r-1", dollars(ANN, MONTH, 60, 100), tokens(ANN, DAY, 7, 10));
        Hold month = dollars(ANN, MONTH, 50, 100);
        Hold day = tokens(ANN, DAY, 5, 10);

        assertThat(reserve("r-2", dollars(SERVER, MONTH, 1, 10), month, day))
                .isEqualTo(new Reserved.Exceeded(month, new Balance(0, 60)));
        assertThat(reserve("r-2", day, month, dollars(SERVER, MONTH, 1, 10)))
                .isEqualTo(new Reserved.Exceeded(day, new Balance(0, 7)));
        assertThat(stores().budgets().balance(SERVER, MONTH)).isEqualTo(new Balance(0, 0));
    }

    @Test
    default void accountsShareTheServersBudget() {
        reserve("r-1", dollars(ANN, MONTH, 60, 100), dollars(SERVER, MONTH, 60, 100));
        Hold server = dollars(SERVER, MONTH, 60, 100);

        assertThat(stores().budgets().reserve(BOB, "r-1", List.of(dollars(BOB, MONTH, 60, 100), server), at(1)))
                .isEqualTo(new Reserved.Exceeded(server, new Balance(0, 60)));
        assertThat(stores().budgets().balance(BOB, MONTH)).isEqualTo(new Balance(0, 0));

        assertThat(stores().budgets().settle(ANN, "r-1", 10, 0)).isTrue();
        assertThat(stores().budgets().balance(SERVER, MONTH)).isEqualTo(new Balance(10, 0));
        assertThat(stores().budgets().reserve(BOB, "r-1", List.of(dollars(BOB, MONTH, 60, 100), server), at(1)))
                .isEqualTo(new Reserved.Granted());
        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(10, 0));
        assertThat(stores().budgets().balance(BOB, MONTH)).isEqualTo(new Balance(0, 60));
        assertThat(stores().budgets().balance(SERVER, MONTH)).isEqualTo(new Balance(10, 60));
    }

    @Test
    default void settlesEachBudgetInItsUnit() {
        reserve(
                "r-1",
                dollars(ANN, MONTH, 60, 100),
                tokens(ANN, DAY, 500, 1000),
                tokens(SERVER, DAY, 500, 1000),
                dollars(SERVER, MONTH, 60, 100));

        stores().budgets().settle(ANN, "r-1", 45, 321);

        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(45, 0));
        assertThat(stores().budgets().balance(ANN, DAY)).isEqualTo(new Balance(321, 0));
        assertThat(stores().budgets().balance(SERVER, DAY)).isEqualTo(new Balance(321, 0));
        assertThat(stores().budgets().balance(SERVER, MONTH)).isEqualTo(new Balance(45, 0));
    }

    @Test
    default void settlesOnce() {
        reserve("r-1", dollars(ANN, MONTH, 60, 100));
        reserve("r-2", dollars(ANN, MONTH, 20, 100));

        assertThat(stores().budgets().settle(ANN, "r-1", 45, 0)).isTrue();
        assertThat(stores().budgets().settle(ANN, "r-1", 45, 0)).isFalse();
        assertThat(stores().budgets().settle(ANN, "r-3", 45, 0)).isFalse();
        assertThat(stores().budgets().settle(BOB, "r-2", 45, 0)).isFalse();

        assertThat(reopen().budgets().settle(ANN, "r-1", 45, 0)).isFalse();
        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(45, 20));
    }

    @Test
    default void countsWhatWasSpentAlthoughItIsMoreThanWasReserved() {
        reserve("r-1", dollars(ANN, MONTH, 60, 100));

        assertThat(stores().budgets().settle(ANN, "r-1", 130, 0)).isTrue();

        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(130, 0));
        Hold more = dollars(ANN, MONTH, 1, 100);
        assertThat(reserve("r-2", more)).isEqualTo(new Reserved.Exceeded(more, new Balance(130, 0)));
    }

    @Test
    default void reservesOnceForOneId() {
        reserve("r-1", dollars(ANN, MONTH, 60, 100));

        assertThat(reserve("r-1", dollars(ANN, MONTH, 60, 100))).isEqualTo(new Reserved.Repeated());
        assertThat(reserve("r-1", tokens(ANN, DAY, 1, 100))).isEqualTo(new Reserved.Repeated());
        stores().budgets().settle(ANN, "r-1", 10, 0);
        assertThat(reopen().budgets().reserve(ANN, "r-1", List.of(dollars(ANN, MONTH, 60, 100)), at(2)))
                .isEqualTo(new Reserved.Repeated());

        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(10, 0));
        assertThat(stores().budgets().balance(ANN, DAY)).isEqualTo(new Balance(0, 0));
        assertThat(stores().budgets().reserve(BOB, "r-1", List.of(dollars(BOB, MONTH, 60, 100)), at(1)))
                .isEqualTo(new Reserved.Granted());
    }

    @Test
    default void tellsWhatDeadProcessesLeftOldestFirst() {
        List<Hold> holds = List.of(dollars(ANN, MONTH, 1, 100), tokens(SERVER, "\"é\" 😀\\\0", 2, Long.MAX_VALUE));
        stores().budgets().reserve(ANN, "second", holds, at(20));
        stores().budgets().reserve(BOB, "first", List.of(dollars(BOB, MONTH, 3, 100)), at(10));
        stores().budgets().reserve(ANN, "settled", List.of(dollars(ANN, MONTH, 1, 100)), at(5));
        stores().budgets().settle(ANN, "settled", 1, 0);
        stores().budgets().reserve(ANN, "just then", List.of(dollars(ANN, MONTH, 1, 100)), at(30));

        Unsettled first = new Unsettled(BOB, "first", List.of(dollars(BOB, MONTH, 3, 100)), at(10));
        Unsettled second = new Unsettled(ANN, "second", holds, at(20));
        assertThat(reopen().budgets().unsettled(at(30), 10)).containsExactly(first, second);
        assertThat(stores().budgets().unsettled(at(30), 1)).containsExactly(first);
        assertThat(stores().budgets().unsettled(at(10), 10)).isEmpty();

        stores().budgets().settle(BOB, "first", 0, 0);
        assertThat(stores().budgets().unsettled(at(31), 10))
                .extracting(Unsettled::reservationId)
                .containsExactly("second", "just then");
    }

    @Test
    default void refusesABudgetThatIsNeitherTheAccountsNorTheServers() {
        List<Hold> oneOfThem = List.of(dollars(ANN, MONTH, 1, 100), dollars(BOB, MONTH, 1, 100));

        assertThatIllegalArgumentException().isThrownBy(() -> stores().budgets().reserve(ANN, "r-1", oneOfThem, at(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reserve("r-1", dollars(new AccountId("Server"), MONTH, 1, 100)));

        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(0, 0));
        assertThat(stores().budgets().balance(BOB, MONTH)).isEqualTo(new Balance(0, 0));
        assertThat(stores().budgets().unsettled(at(100), 10)).isEmpty();
        assertThat(stores().budgets().reserve(SERVER, "r-1", List.of(dollars(SERVER, MONTH, 1, 100)), at(1)))
                .isEqualTo(new Reserved.Granted());
    }

    @Test
    default void refusesNoHoldsTooManyOrTwoOfOneBudget() {
        List<Hold> ten = IntStream.range(0, 10)
                .mapToObj(number -> dollars(number < 5 ? ANN : SERVER, "budget " + number, 1, 100))
                .toList();
        List<Hold> eleven = IntStream.range(0, 11)
                .mapToObj(number -> dollars(ANN, "budget " + number, 1, 100))
                .toList();

        for (List<Hold> refused : List.of(
                List.<Hold>of(),
                eleven,
                List.of(dollars(ANN, MONTH, 1, 100), dollars(ANN, MONTH, 1, 100)),
                List.of(dollars(ANN, MONTH, 1, 100), tokens(ANN, MONTH, 1, 100)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> stores().budgets().reserve(ANN, "r-1", refused, at(1)));
        }

        assertThat(stores().budgets().reserve(ANN, "r-1", ten, at(1))).isEqualTo(new Reserved.Granted());
        assertThat(stores().budgets().settle(ANN, "r-1", 1, 0)).isTrue();
        assertThat(ten)
                .allMatch(hold ->
                        stores().budgets().balance(hold.owner(), hold.budget()).equals(new Balance(1, 0)));
    }

    private Reserved reserve(String id, Hold... holds) {
        return stores().budgets().reserve(ANN, id, List.of(holds), at(1));
    }

    static Hold dollars(AccountId owner, String budget, long amount, long limit) {
        return new Hold(owner, budget, Unit.NANO_DOLLAR, amount, limit);
    }

    static Hold tokens(AccountId owner, String budget, long amount, long limit) {
        return new Hold(owner, budget, Unit.TOKEN, amount, limit);
    }
}
