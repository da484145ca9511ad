package au.pip.assistant.store;

import static au.pip.assistant.AccountId.SERVER;
import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.BudgetStore.Balance;
import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.BudgetStore.Reserved;
import au.pip.assistant.store.BudgetStore.Unit;
import au.pip.assistant.store.BudgetStore.Unsettled;
import au.pip.assistant.store.spi.HoldsText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reservations on an account's budget and the server's. Half of what was reserved is spent, so that sums can be told. */
final class BudgetWork implements Work {
    private static final String BUDGET = "month 2026-07";
    private static final List<AccountId> OWNERS = List.of(ANN, SERVER);

    @Override
    public void go(Stores stores, Telling telling) {
        for (long amount = 2; ; amount = 2 + (amount + 6) % 2000) {
            String id = id();
            if (!(stores.budgets().reserve(ANN, id, holds(amount), at(amount)) instanceof Reserved.Granted)) {
                throw new IllegalStateException("not granted: " + id);
            }
            telling.tell("reserved", id);
            if (amount % 5 != 0) {
                stores.budgets().settle(ANN, id, amount / 2, 0);
                telling.tell("settled", id);
            }
        }
    }

    private static List<Hold> holds(long amount) {
        return OWNERS.stream()
                .map(owner -> new Hold(owner, BUDGET, Unit.NANO_DOLLAR, amount, Long.MAX_VALUE))
                .toList();
    }

    @Override
    public void check(Stores stores, List<List<String>> told) {
        Map<String, Row> reservations = new HashMap<>();
        for (Row row : Contents.of(stores, Noun.RESERVATION)) {
            assertThat(reservations.put(row.text("id"), row)).isNull();
        }
        for (List<String> words : told) {
            assertThat(reservations).containsKey(words.getLast());
            if (words.getFirst().equals("settled")) {
                assertThat(reservations.get(words.getLast()).number("settled")).isEqualTo(1);
                assertThat(stores.budgets().settle(ANN, words.getLast(), 1, 0)).isFalse();
            }
            assertThat(stores.budgets().reserve(ANN, words.getLast(), holds(1), at(1)))
                    .isEqualTo(new Reserved.Repeated());
        }
        assertSums(stores, reservations.values());
        settleWhatIsLeft(stores);
    }

    private static void assertSums(Stores stores, Iterable<Row> reservations) {
        long spent = 0;
        long reserved = 0;
        for (Row row : reservations) {
            long amount = HoldsText.read(row.text("holds")).getFirst().amount();
            if (row.number("settled") == 1) {
                spent += amount / 2;
            } else {
                reserved += amount;
            }
        }
        for (AccountId owner : OWNERS) {
            assertThat(stores.budgets().balance(owner, BUDGET))
                    .as("the balance of " + owner)
                    .isEqualTo(new Balance(spent, reserved));
        }
    }

    private static void settleWhatIsLeft(Stores stores) {
        for (List<Unsettled> left = unsettled(stores); !left.isEmpty(); left = unsettled(stores)) {
            for (Unsettled each : left) {
                long amount = each.holds().getFirst().amount();
                assertThat(stores.budgets().settle(each.account(), each.reservationId(), amount / 2, 0))
                        .isTrue();
            }
        }
        assertThat(stores.budgets().balance(SERVER, BUDGET).reserved()).isZero();
    }

    private static List<Unsettled> unsettled(Stores stores) {
        return stores.budgets().unsettled(at(1_000_000), 50);
    }
}
