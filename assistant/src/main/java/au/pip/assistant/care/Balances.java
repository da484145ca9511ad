package au.pip.assistant.care;

import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.spi.HoldsText;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Whether what each budget has reserved is what its open reservations hold. */
final class Balances {
    record Budget(String owner, String name) implements Comparable<Budget> {
        static Budget of(Row budget) {
            return new Budget(budget.text("account_id"), budget.text("budget"));
        }

        @Override
        public int compareTo(Budget other) {
            int byOwner = owner.compareTo(other.owner);
            return byOwner == 0 ? name.compareTo(other.name) : byOwner;
        }
    }

    private final Map<Budget, Long> reserved = new TreeMap<>();
    private final Map<Budget, Long> held = new TreeMap<>();

    void add(Row row) {
        if (row.noun() == Noun.BUDGET) {
            reserved.put(Budget.of(row), row.number("reserved"));
        } else if (row.noun() == Noun.RESERVATION && row.number("settled") == 0) {
            hold(row, held);
        }
    }

    /** Adds what a reservation holds to the amounts, which stay at the greatest number there is. */
    static void hold(Row reservation, Map<Budget, Long> held) {
        for (Hold hold : HoldsText.read(reservation.text("holds"))) {
            held.merge(new Budget(hold.owner().value(), hold.budget()), hold.amount(), (one, other) -> {
                long sum = one + other;
                return sum < 0 ? Long.MAX_VALUE : sum;
            });
        }
    }

    void tell(Consumer<String> problem) {
        reserved.forEach((budget, amount) -> {
            long holds = held.getOrDefault(budget, 0L);
            if (amount != holds) {
                problem.accept("budget %s of account %s: %d reserved, but its open reservations hold %d"
                        .formatted(budget.name(), budget.owner(), amount, holds));
            }
        });
        held.forEach((budget, amount) -> {
            if (amount != 0 && !reserved.containsKey(budget)) {
                problem.accept("budget %s of account %s: there is none, but open reservations hold %d"
                        .formatted(budget.name(), budget.owner(), amount));
            }
        });
    }
}
