package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.BudgetStore;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.spi.HoldsText;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A budget's item holds what is spent and reserved together as a number of its own, since a condition cannot add.
 * What is spent may grow beyond the greatest long there; whoever reads it gets that. Settling reads no budget, unless
 * one holds less than was reserved of it.
 */
final class DynamoBudgetStore implements BudgetStore {
    private final StoredRows rows;

    DynamoBudgetStore(StoredRows rows) {
        this.rows = rows;
    }

    @Override
    public Reserved reserve(AccountId account, String reservationId, List<Hold> holds, Instant at) {
        requireSound(account, holds);
        Row reservation = RowOf.of(
                Noun.RESERVATION, account.value(), reservationId, HoldsText.written(holds), at.toEpochMilli(), 0L);
        Transaction transaction = rows.addition(reservation);
        holds.forEach(hold -> transaction.update(
                key(hold),
                named(hold).add("spent", 0).add("reserved", hold.amount()).add(Derived.COMMITTED, hold.amount()),
                fits(hold)));
        Patience patience = rows.table().patience();
        while (!rows.table().write(transaction).isDone()) {
            Optional<Reserved> why = why(Keys.of(reservation), holds);
            if (why.isPresent()) {
                return why.get();
            }
            rows.table().pauseUnlessOver(patience);
        }
        return new Reserved.Granted();
    }

    private static Condition fits(Hold hold) {
        if (hold.amount() > hold.limit()) {
            return Condition.below(Derived.COMMITTED, 0);
        }
        return Condition.any(
                Condition.lacks(Derived.COMMITTED), Condition.atMost(Derived.COMMITTED, hold.limit() - hold.amount()));
    }

    /** Why it was refused; empty when the reason has gone meanwhile. */
    private Optional<Reserved> why(Key reservation, List<Hold> holds) {
        List<Key> keys =
                new ArrayList<>(holds.stream().map(DynamoBudgetStore::key).toList());
        keys.add(reservation);
        Map<Key, Map<String, AttributeValue>> found = rows.table().getAll(keys);
        if (found.containsKey(reservation)) {
            return Optional.of(new Reserved.Repeated());
        }
        for (Hold hold : holds) {
            Balance balance = balance(found.getOrDefault(key(hold), Map.of()));
            BigInteger together = BigInteger.valueOf(balance.spent())
                    .add(BigInteger.valueOf(balance.reserved()))
                    .add(BigInteger.valueOf(hold.amount()));
            if (together.compareTo(BigInteger.valueOf(hold.limit())) > 0) {
                return Optional.of(new Reserved.Exceeded(hold, balance));
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean settle(AccountId account, String reservationId, long nanoDollars, long tokens) {
        require(nanoDollars >= 0 && tokens >= 0, "What was spent is not less than nothing.");
        Key key = Keys.of(account, Noun.RESERVATION, reservationId);
        Patience patience = rows.table().patience();
        for (boolean first = true; ; first = false) {
            Optional<Row> open = rows.find(key).filter(reservation -> reservation.number("settled") == 0);
            if (open.isEmpty()) {
                return false;
            }
            Row reservation = open.get();
            List<Hold> holds = HoldsText.read(reservation.text("holds"));
            Set<Key> few = first ? Set.of() : holdingLess(holds);
            Transaction transaction =
                    rows.change(reservation, reservation.with("settled", 1L), Condition.equal("settled", 0));
            for (Hold hold : holds) {
                long spent = switch (hold.unit()) {
                    case NANO_DOLLAR -> nanoDollars;
                    case TOKEN -> tokens;
                };
                if (few.contains(key(hold))) {
                    settleAsRead(transaction, hold, spent);
                } else {
                    transaction.update(
                            key(hold),
                            named(hold)
                                    .add("spent", spent)
                                    .add("reserved", -hold.amount())
                                    .add(Derived.COMMITTED, spent - hold.amount()),
                            Condition.atLeast("reserved", hold.amount()));
                }
            }
            if (rows.table().write(transaction).isDone()) {
                return true;
            }
            rows.table().pauseUnlessOver(patience);
        }
    }

    /** The budgets that have reserved less than their hold, or that are not there. */
    private Set<Key> holdingLess(List<Hold> holds) {
        Map<Key, Map<String, AttributeValue>> found =
                rows.table().getAll(holds.stream().map(DynamoBudgetStore::key).toList());
        return holds.stream()
                .filter(hold -> Values.whole(found.getOrDefault(key(hold), Map.of()), "reserved")
                                .compareTo(BigInteger.valueOf(hold.amount()))
                        < 0)
                .map(DynamoBudgetStore::key)
                .collect(Collectors.toSet());
    }

    private void settleAsRead(Transaction transaction, Hold hold, long more) {
        Map<String, AttributeValue> item = rows.table().get(key(hold)).orElse(Map.of());
        BigInteger spent = Values.whole(item, "spent").add(BigInteger.valueOf(more));
        BigInteger left =
                reserved(item).subtract(BigInteger.valueOf(hold.amount())).max(BigInteger.ZERO);
        transaction.update(
                key(hold),
                named(hold)
                        .set("spent", Values.number(spent))
                        .set("reserved", Values.number(left))
                        .set(Derived.COMMITTED, Values.number(spent.add(left))),
                item.isEmpty()
                        ? Condition.absent()
                        : Condition.all(
                                Condition.equal("spent", Values.of(item, "spent")),
                                Condition.equal("reserved", Values.of(item, "reserved"))));
    }

    @Override
    public Balance balance(AccountId account, String budget) {
        return balance(rows.table().get(Keys.of(account, Noun.BUDGET, budget)).orElse(Map.of()));
    }

    @Override
    public List<Unsettled> unsettled(Instant before, int limit) {
        String end = KeyText.number(Milliseconds.of(before));
        List<Map<String, AttributeValue>> oldest = new ArrayList<>();
        Lists.allUnsettled()
                .forEach(list -> oldest.addAll(rows.table().first(Query.of(list).before(end), limit)));
        oldest.sort(Comparator.comparing(pointer -> Key.of(pointer).sort()));
        return rows.items().pointedTo(oldest.subList(0, Math.min(limit, oldest.size()))).stream()
                .filter(reservation -> reservation.number("settled") == 0)
                .map(DynamoBudgetStore::unsettled)
                .toList();
    }

    private static Unsettled unsettled(Row reservation) {
        return new Unsettled(
                new AccountId(reservation.text("account_id")),
                reservation.text("id"),
                HoldsText.read(reservation.text("holds")),
                RowOf.time(reservation, "at"));
    }

    private static Balance balance(Map<String, AttributeValue> item) {
        return new Balance(Values.number(item, "spent"), reserved(item).longValueExact());
    }

    /** What counts as reserved: never below 0, although a row that was brought from elsewhere may say so. */
    private static BigInteger reserved(Map<String, AttributeValue> item) {
        return Values.whole(item, Derived.COMMITTED)
                .subtract(Values.whole(item, "spent"))
                .max(BigInteger.ZERO);
    }

    private static Key key(Hold hold) {
        return Keys.of(hold.owner(), Noun.BUDGET, hold.budget());
    }

    /** What a budget's item holds besides its numbers. */
    private Change named(Hold hold) {
        Map<String, AttributeValue> item =
                rows.items().of(RowOf.of(Noun.BUDGET, hold.owner().value(), hold.budget(), 0L, 0L));
        return new Change()
                .set(Items.NOUN, Values.of(item, Items.NOUN))
                .set("account_id", Values.of(item, "account_id"))
                .set("budget", Values.of(item, "budget"));
    }

    private static void requireSound(AccountId account, List<Hold> holds) {
        require(!holds.isEmpty() && holds.size() <= 10, "A reservation has 1 to 10 holds.");
        Set<List<String>> budgets = new HashSet<>();
        for (Hold hold : holds) {
            require(hold.amount() >= 0, "What is reserved is not less than nothing.");
            require(
                    hold.owner().equals(account) || hold.owner().equals(AccountId.SERVER),
                    "A reservation is of the account's budgets and the server's.");
            require(
                    budgets.add(List.of(hold.owner().value(), hold.budget())),
                    "The holds of a reservation are of different budgets.");
        }
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
