package au.pip.assistant.store;

import static au.pip.assistant.AccountId.SERVER;
import static au.pip.assistant.store.BudgetContract.MONTH;
import static au.pip.assistant.store.BudgetContract.dollars;
import static au.pip.assistant.store.BudgetContract.tokens;
import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.BudgetStore.Balance;
import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.BudgetStore.Reserved;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Amounts at the ends of their range, and many callers at once. */
interface BudgetBoundsContract extends OpenedStores {
    @Test
    default void refusesAmountsBelowNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> reserve("r-1", dollars(ANN, MONTH, -1, 100)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> reserve("r-1", dollars(SERVER, MONTH, 1, 100), tokens(ANN, MONTH, Long.MIN_VALUE, 1)));
        reserve("r-1", dollars(ANN, MONTH, 1, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> stores().budgets().settle(ANN, "r-1", -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> stores().budgets().settle(ANN, "r-1", 0, -1));

        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(0, 1));
        assertThat(stores().budgets().balance(SERVER, MONTH)).isEqualTo(new Balance(0, 0));
    }

    @Test
    default void noSumWrapsRoundIntoALimit() {
        Hold all = dollars(ANN, MONTH, Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(reserve("r-1", all)).isEqualTo(new Reserved.Granted());
        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(0, Long.MAX_VALUE));

        for (long amount : List.of(1L, 2L, Long.MAX_VALUE)) {
            Hold more = dollars(ANN, MONTH, amount, Long.MAX_VALUE);
            assertThat(reserve("r-2", more)).isEqualTo(new Reserved.Exceeded(more, new Balance(0, Long.MAX_VALUE)));
        }

        assertThat(stores().budgets().settle(ANN, "r-1", Long.MAX_VALUE, Long.MAX_VALUE))
                .isTrue();
        Hold one = dollars(ANN, MONTH, 1, Long.MAX_VALUE);
        assertThat(reserve("r-2", one)).isEqualTo(new Reserved.Exceeded(one, new Balance(Long.MAX_VALUE, 0)));
    }

    /** A model's reply can claim any number of tokens. */
    @Test
    default void whatIsSpentBeyondTheGreatestNumberStaysThere() {
        reserve("r-1", tokens(ANN, MONTH, 10, 100));
        reserve("r-2", tokens(ANN, MONTH, 10, 100));
        reserve("r-3", tokens(ANN, MONTH, 10, 100));
        stores().budgets().settle(ANN, "r-1", 0, 50);

        assertThat(stores().budgets().settle(ANN, "r-2", 0, Long.MAX_VALUE)).isTrue();
        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(Long.MAX_VALUE, 10));
        assertThat(stores().budgets().settle(ANN, "r-3", 0, Long.MAX_VALUE)).isTrue();

        assertThat(reopen().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(Long.MAX_VALUE, 0));
        Hold more = tokens(ANN, MONTH, 1, Long.MAX_VALUE);
        assertThat(reserve("r-4", more)).isEqualTo(new Reserved.Exceeded(more, new Balance(Long.MAX_VALUE, 0)));
        assertThat(Contents.of(stores(), Noun.BUDGET))
                .singleElement()
                .extracting(row -> row.number("spent"))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    default void fiftyReservationsAtOnceNeverPassTheLimit() throws Exception {
        List<Reserved> outcomes = Race.of(50, caller -> reserve("r-" + caller, dollars(ANN, MONTH, 10, 205)));

        assertThat(outcomes).filteredOn(Reserved.Granted.class::isInstance).hasSize(20);
        assertThat(outcomes).filteredOn(Reserved.Exceeded.class::isInstance).hasSize(30);
        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(0, 200));
        assertThat(stores().budgets().unsettled(at(100), 100)).hasSize(20);
    }

    @Test
    default void accountsThatReserveAtOnceNeverPassTheServersLimitAndWaitForNobodyForEver() throws Exception {
        List<Reserved> outcomes = Race.of(50, caller -> {
            AccountId account = new AccountId("account " + caller % 5);
            List<Hold> holds = List.of(dollars(account, MONTH, 10, 40), dollars(SERVER, MONTH, 10, 150));
            return stores().budgets()
                    .reserve(account, "r-" + caller, caller % 2 == 0 ? holds : holds.reversed(), at(caller));
        });

        assertThat(outcomes).filteredOn(Reserved.Granted.class::isInstance).hasSize(15);
        assertThat(stores().budgets().balance(SERVER, MONTH)).isEqualTo(new Balance(0, 150));
        long reserved = 0;
        for (int number = 0; number < 5; number++) {
            Balance balance = stores().budgets().balance(new AccountId("account " + number), MONTH);
            assertThat(balance.reserved()).isLessThanOrEqualTo(40);
            reserved += balance.reserved();
        }
        assertThat(reserved).isEqualTo(150);
    }

    @Test
    default void ofFiftyReservationsOfOneIdExactlyOneIsGranted() throws Exception {
        List<Reserved> outcomes = Race.of(50, caller -> reserve("r-1", dollars(ANN, MONTH, 10, 1000)));

        assertThat(outcomes).filteredOn(Reserved.Granted.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Reserved.Repeated.class::isInstance).hasSize(49);
        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(0, 10));
    }

    @Test
    default void ofFiftySettlementsExactlyOneCounts() throws Exception {
        reserve("r-1", dollars(ANN, MONTH, 10, 100), dollars(SERVER, MONTH, 10, 100));

        List<Boolean> outcomes = Race.of(50, caller -> stores().budgets().settle(ANN, "r-1", 7, 0));

        assertThat(outcomes).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(7, 0));
        assertThat(stores().budgets().balance(SERVER, MONTH)).isEqualTo(new Balance(7, 0));
    }

    @Test
    default void reservingAndSettlingAtOnceNeverPassesTheLimit() throws Exception {
        List<Long> spent = Race.of(20, caller -> {
            long mine = 0;
            for (int turn = 0; turn < 5; turn++) {
                String id = "r-" + caller + "-" + turn;
                if (reserve(id, dollars(ANN, MONTH, 10, 300)) instanceof Reserved.Granted) {
                    Balance meanwhile = stores().budgets().balance(ANN, MONTH);
                    assertThat(meanwhile.spent() + meanwhile.reserved()).isLessThanOrEqualTo(300);
                    stores().budgets().settle(ANN, id, 7, 0);
                    mine += 7;
                }
            }
            return mine;
        });

        long sum = spent.stream().mapToLong(Long::longValue).sum();
        assertThat(sum).isPositive();
        assertThat(stores().budgets().balance(ANN, MONTH)).isEqualTo(new Balance(sum, 0));
        assertThat(stores().budgets().unsettled(at(100), 100)).isEmpty();
    }

    private Reserved reserve(String id, Hold... holds) {
        return stores().budgets().reserve(ANN, id, List.of(holds), at(1));
    }
}
