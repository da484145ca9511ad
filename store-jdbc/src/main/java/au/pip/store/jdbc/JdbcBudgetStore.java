package au.pip.store.jdbc;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.BudgetStore;
import au.pip.assistant.store.spi.HoldsText;
import au.pip.assistant.store.spi.Limit;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Who reserves or settles has the rows of all its budgets to himself until he is done, taken in one order by everybody.
 * A budget has a row from its first reservation on; of two who make it at once one is undone and done again. A reserved
 * amount below 0, which only rows brought from elsewhere can hold, counts as 0.
 */
final class JdbcBudgetStore implements BudgetStore {
    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::owner).thenComparing(Key::budget);

    private final Database database;

    JdbcBudgetStore(Database database) {
        this.database = database;
    }

    @Override
    public Reserved reserve(AccountId account, String reservationId, List<Hold> holds, Instant at) {
        require(holds.size() >= 1 && holds.size() <= 10, "A reservation is of 1 to 10 budgets.");
        require(holds.stream().map(Key::of).distinct().count() == holds.size(), "A budget is reserved from once.");
        for (Hold hold : holds) {
            require(hold.amount() >= 0, "An amount of less than nothing cannot be reserved.");
            require(
                    hold.owner().equals(account) || hold.owner().equals(AccountId.SERVER),
                    "A budget is of the account that reserves, or of the server.");
        }
        return database.write(handle -> {
            if (isThere(handle, account, reservationId)) {
                return new Reserved.Repeated();
            }
            Map<Key, Balance> balances = locked(handle, holds);
            for (Hold hold : holds) {
                Balance balance = balances.getOrDefault(Key.of(hold), new Balance(0, 0));
                if (!fits(hold, balance)) {
                    return new Reserved.Exceeded(hold, balance);
                }
            }
            insert(handle, account, reservationId, holds, at);
            for (Hold hold : inOrder(holds)) {
                Balance balance = balances.get(Key.of(hold));
                if (balance == null) {
                    insert(handle, Key.of(hold), new Balance(0, hold.amount()));
                } else {
                    update(handle, Key.of(hold), new Balance(balance.spent(), plus(balance.reserved(), hold.amount())));
                }
            }
            return new Reserved.Granted();
        });
    }

    @Override
    public boolean settle(AccountId account, String reservationId, long nanoDollars, long tokens) {
        require(nanoDollars >= 0 && tokens >= 0, "Less than nothing cannot be spent.");
        return database.write(handle -> {
            Optional<List<Hold>> holds = settled(handle, account, reservationId);
            holds.ifPresent(reserved -> {
                Map<Key, Balance> balances = locked(handle, reserved);
                for (Hold hold : inOrder(reserved)) {
                    long spent = hold.unit() == Unit.TOKEN ? tokens : nanoDollars;
                    Balance balance = balances.get(Key.of(hold));
                    if (balance == null) {
                        insert(handle, Key.of(hold), new Balance(spent, 0));
                    } else {
                        long left = Math.max(0, balance.reserved() - hold.amount());
                        update(handle, Key.of(hold), new Balance(plus(balance.spent(), spent), left));
                    }
                }
            });
            return holds.isPresent();
        });
    }

    @Override
    public Balance balance(AccountId account, String budget) {
        return database.read(handle -> balance(handle, new Key(account.value(), budget), ""))
                .orElse(new Balance(0, 0));
    }

    @Override
    public List<Unsettled> unsettled(Instant before, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT account_id, id, holds, at FROM reservation
                        WHERE settled = 0 AND at < :before
                        ORDER BY at, account_id, id
                        LIMIT :limit
                        """)
                .bind("before", before.toEpochMilli())
                .bind("limit", new Limit(limit).rows())
                .map(Columns.read(row -> new Unsettled(
                        new AccountId(row.text("account_id")),
                        row.text("id"),
                        HoldsText.read(row.text("holds")),
                        row.time("at"))))
                .list());
    }

    private static boolean isThere(Handle handle, AccountId account, String reservationId) {
        return handle.createQuery("SELECT 1 FROM reservation WHERE account_id = :account AND id = :id")
                .bind("account", account.value())
                .bind("id", reservationId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static Map<Key, Balance> locked(Handle handle, List<Hold> holds) {
        Map<Key, Balance> balances = new HashMap<>();
        for (Hold hold : inOrder(holds)) {
            balance(handle, Key.of(hold), "<locked>").ifPresent(balance -> balances.put(Key.of(hold), balance));
        }
        return balances;
    }

    private static List<Hold> inOrder(List<Hold> holds) {
        return holds.stream().sorted(Comparator.comparing(Key::of, ORDER)).toList();
    }

    private static Optional<Balance> balance(Handle handle, Key key, String locked) {
        return handle.createQuery(
                        "SELECT spent, reserved FROM budget WHERE account_id = :owner AND budget = :budget " + locked)
                .bind("owner", key.owner())
                .bind("budget", key.budget())
                .map(Columns.read(row -> new Balance(row.number("spent"), Math.max(0, row.number("reserved")))))
                .findOne();
    }

    private static void insert(Handle handle, AccountId account, String reservationId, List<Hold> holds, Instant at) {
        handle.createUpdate("""
                        INSERT INTO reservation (account_id, id, holds, at, settled)
                        VALUES (:account, :id, :holds, :at, 0)
                        """)
                .bind("account", account.value())
                .bind("id", reservationId)
                .bind("holds", HoldsText.written(holds))
                .bind("at", at.toEpochMilli())
                .execute();
    }

    private static void insert(Handle handle, Key key, Balance balance) {
        handle.createUpdate("""
                        INSERT INTO budget (account_id, budget, spent, reserved)
                        VALUES (:owner, :budget, :spent, :reserved)
                        """)
                .bind("owner", key.owner())
                .bind("budget", key.budget())
                .bind("spent", balance.spent())
                .bind("reserved", balance.reserved())
                .execute();
    }

    private static void update(Handle handle, Key key, Balance balance) {
        handle.createUpdate("""
                        UPDATE budget SET spent = :spent, reserved = :reserved
                        WHERE account_id = :owner AND budget = :budget
                        """)
                .bind("spent", balance.spent())
                .bind("reserved", balance.reserved())
                .bind("owner", key.owner())
                .bind("budget", key.budget())
                .execute();
    }

    private static Optional<List<Hold>> settled(Handle handle, AccountId account, String reservationId) {
        return handle.createQuery("""
                        UPDATE reservation SET settled = 1
                        WHERE account_id = :account AND id = :id AND settled = 0
                        RETURNING holds
                        """)
                .bind("account", account.value())
                .bind("id", reservationId)
                .map(Columns.read(row -> HoldsText.read(row.text("holds"))))
                .findOne();
    }

    private static boolean fits(Hold hold, Balance balance) {
        long taken = plus(balance.spent(), balance.reserved());
        return taken <= hold.limit() && hold.amount() <= hold.limit() - taken;
    }

    /** Of two amounts that are not negative; the greatest there is where they are more. */
    private static long plus(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private record Key(String owner, String budget) {
        static Key of(Hold hold) {
            return new Key(hold.owner().value(), hold.budget());
        }
    }
}
