package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import java.time.Instant;
import java.util.List;

/**
 * Hard limits: an amount is reserved before it is spent and settled afterwards, so that what is spent and what is
 * reserved together never pass a limit, however many callers there are. Amounts are whole numbers of a budget's unit.
 *
 * <p>A reservation whose process died counts in full until somebody settles it.
 */
public interface BudgetStore {
    enum Unit {
        /** A billionth of a US dollar. */
        NANO_DOLLAR,
        TOKEN
    }

    /**
     * An amount of one budget.
     *
     * @param owner whose budget: the account's that reserves, or {@link AccountId#SERVER}
     * @param budget its name and period, such as {@code month 2026-11}
     * @param amount 0 or more
     * @param limit what spent and reserved together may not pass
     */
    record Hold(AccountId owner, String budget, Unit unit, long amount, long limit) {}

    /** What a budget stands at; neither is below 0. */
    record Balance(long spent, long reserved) {}

    /** What became of {@link #reserve}. */
    sealed interface Reserved {
        record Granted() implements Reserved {}

        /** The first of the holds that does not fit, and what it stood at; nothing was reserved. */
        record Exceeded(Hold hold, Balance balance) implements Reserved {}

        /** There is already a reservation of this id, settled or not; nothing was reserved. */
        record Repeated() implements Reserved {}
    }

    /**
     * Reserves all of the holds or none of them.
     *
     * @param holds 1 to 10, of different budgets
     * @throws IllegalArgumentException when they are not, or an owner or an amount is not as {@link Hold} says
     */
    Reserved reserve(AccountId account, String reservationId, List<Hold> holds, Instant at);

    /**
     * Replaces what was reserved by what was spent, which may be more; once. A second call, or one for a reservation
     * that there is not, changes nothing and answers false. What is spent in all goes up to {@link Long#MAX_VALUE} and
     * stays there. Of a budget that has reserved less than the hold, or that there is not, nothing is reserved
     * afterwards, and what was spent counts all the same.
     *
     * @throws IllegalArgumentException when an amount is below 0
     */
    boolean settle(AccountId account, String reservationId, long nanoDollars, long tokens);

    /** Nothing spent and nothing reserved for a budget that there is not. */
    Balance balance(AccountId account, String budget);

    /** Reservations of all accounts made before then and not settled, oldest first: what dead processes left. */
    List<Unsettled> unsettled(Instant before, int limit);

    record Unsettled(AccountId account, String reservationId, List<Hold> holds, Instant at) {}
}
