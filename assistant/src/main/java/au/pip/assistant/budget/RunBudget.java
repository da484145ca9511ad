package au.pip.assistant.budget;

import au.pip.agent.OuterLimit;
import au.pip.api.BudgetView;
import au.pip.assistant.AccountId;
import au.pip.assistant.store.BudgetStore;
import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.BudgetStore.Reserved;
import au.pip.assistant.store.BudgetStore.Unit;
import au.pip.assistant.store.StoreException;
import au.pip.llm.Cost;
import au.pip.llm.Estimate;
import au.pip.llm.LlmException;
import au.pip.llm.Usage;
import au.pip.llm.compose.SpendGuard;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The budgets that the model's calls of one run count towards, whatever the model. Each call reserves the most that it
 * may use of all of them, or is not made. A call that may cost nothing, as a local model's, counts towards none.
 *
 * <p>What a call used is not always known to the end: one that broke off, or whose price was not told, is settled as
 * what it had reserved. When the store takes no settlement, the reservation stays, and counts in full.
 */
public final class RunBudget implements SpendGuard, OuterLimit {
    private static final Reservation NOTHING = (_, _) -> {};

    /** This reply's worth, and another's that has to be the answer. */
    private static final int REPLIES = 2;

    private final BudgetStore store;
    private final AccountId account;
    private final Supplier<String> ids;
    private final InstantSource clock;
    private final Function<BudgetMonth, List<Budget>> budgets;
    private volatile @Nullable Amount last;
    private volatile @Nullable String told;

    /** What a call may use. */
    private record Amount(long nanoDollars, long tokens) {}

    RunBudget(
            BudgetStore store,
            AccountId account,
            Supplier<String> ids,
            InstantSource clock,
            Function<BudgetMonth, List<Budget>> budgets) {
        this.store = store;
        this.account = account;
        this.ids = ids;
        this.clock = clock;
        this.budgets = budgets;
    }

    /** @throws LlmException.Configuration when a budget is in dollars and the price of the call is not known */
    @Override
    public Reservation reserve(Estimate estimate) {
        BigDecimal usd = estimate.usd();
        BudgetMonth month = month();
        List<Budget> limits = usd != null && usd.signum() == 0 ? List.of() : budgets.apply(month);
        if (limits.isEmpty()) {
            return NOTHING;
        }
        Amount most = new Amount(nanoDollars(estimate, limits), estimate.inputTokens() + estimate.outputTokens());
        last = most;
        String id = ids.get();
        List<Hold> holds = limits.stream()
                .map(budget -> budget.hold(most.nanoDollars(), most.tokens()))
                .toList();
        return switch (store.reserve(account, id, holds, clock.instant())) {
            case Reserved.Granted _ -> (usage, cost) -> settle(id, most, usage, cost);
            case Reserved.Exceeded(Hold hold, BudgetStore.Balance balance) ->
                throw new LlmException.BudgetExhausted(
                        new Standing(limits.get(holds.indexOf(hold)), month, balance).refusal(hold.amount()),
                        estimate.provider());
            case Reserved.Repeated _ -> throw new IllegalStateException("There is already a reservation " + id + ".");
        };
    }

    private static long nanoDollars(Estimate estimate, List<Budget> limits) {
        BigDecimal usd = estimate.usd();
        if (usd != null) {
            return Amounts.nanos(usd);
        }
        for (Budget budget : limits) {
            if (budget.isInDollars()) {
                throw new LlmException.Configuration(
                        "What %s of %s costs is not known, so it cannot be used under a budget in dollars (%s). Give its price in a file of your own (LLM_PRICE_FILE), set a budget in tokens instead (%s), or choose a model whose price is known or one that runs on your own machine."
                                .formatted(
                                        estimate.model().isEmpty() ? "the model" : estimate.model(),
                                        estimate.provider(),
                                        budget.kind().setting(),
                                        budget.kind().settingIn(Unit.TOKEN)),
                        estimate.provider());
            }
        }
        return 0;
    }

    private void settle(String id, Amount most, Usage usage, @Nullable Cost cost) {
        boolean whole = cost != null && !cost.atLeast();
        long paid = cost == null ? most.nanoDollars() : Amounts.nanos(cost.usd());
        // Without a price, what the provider counted is all that is known of the end.
        boolean counted = whole || cost == null && usage.total() > 0;
        try {
            store.settle(
                    account,
                    id,
                    whole ? paid : Math.max(paid, most.nanoDollars()),
                    counted ? usage.total() : Math.max(usage.total(), most.tokens()));
        } catch (StoreException failure) {
            System.getLogger(RunBudget.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "reservation " + id + " could not be settled and counts in full",
                            failure);
        }
    }

    @Override
    public Optional<String> shortage() {
        Amount asked = last;
        if (asked == null) {
            return Optional.empty();
        }
        try {
            Optional<String> shortage = standings()
                    .filter(standing -> {
                        long each = standing.budget()
                                .hold(asked.nanoDollars(), asked.tokens())
                                .amount();
                        return standing.left() / REPLIES < each;
                    })
                    .map(Standing::shortage)
                    .findFirst();
            shortage.ifPresent(reason -> told = reason);
            return shortage;
        } catch (StoreException _) {
            // The next reservation asks the store again, and decides.
            return Optional.empty();
        }
    }

    /** Whether this sentence is its own; it then says all that a person should know. */
    public boolean said(String reason) {
        return reason.equals(told);
    }

    /** The budget that is nearest to its end, once four fifths of it are used; null before, and when the store does not tell. */
    public @Nullable BudgetView near() {
        if (last == null) {
            return null;
        }
        try {
            return standings()
                    .filter(Standing::isNear)
                    .max(Comparator.comparingInt(Standing::percent))
                    .map(Standing::view)
                    .orElse(null);
        } catch (StoreException _) {
            return null;
        }
    }

    private Stream<Standing> standings() {
        BudgetMonth month = month();
        return budgets.apply(month).stream()
                .map(budget -> new Standing(budget, month, store.balance(budget.owner(), budget.name())));
    }

    private BudgetMonth month() {
        return BudgetMonth.at(clock.instant());
    }
}
