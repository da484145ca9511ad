package au.pip.assistant.budget;

import au.pip.api.BudgetView;
import au.pip.assistant.AccountId;
import au.pip.assistant.budget.Budget.Kind;
import au.pip.assistant.budget.BudgetRules.Limit;
import au.pip.assistant.store.BudgetStore;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The budgets that a server's settings make, month by month. Safe for use by several threads. */
public final class Budgets {
    private final BudgetStore store;
    private final BudgetRules rules;
    private final Supplier<String> ids;
    private final InstantSource clock;

    /** @param ids makes the ids of reservations */
    public Budgets(BudgetStore store, BudgetRules rules, Supplier<String> ids, InstantSource clock) {
        this.store = store;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What the calls of one run count towards.
     *
     * @param organisationId whose books it is about, by Xero's id
     * @param ownKey whether the account pays its model's provider itself: then no budget of the server's settings holds
     */
    public RunBudget forRun(AccountId account, String organisationId, boolean ownKey) {
        return new RunBudget(
                store, account, ids, clock, ownKey ? _ -> List.of() : month -> budgets(account, organisationId, month));
    }

    /**
     * What the budgets of an account stand at this month, the server's included; none where nothing is limited.
     *
     * @param organisationId null leaves its budget out
     */
    public List<BudgetView> standing(AccountId account, @Nullable String organisationId) {
        BudgetMonth month = BudgetMonth.at(clock.instant());
        return budgets(account, organisationId, month).stream()
                .map(budget -> new Standing(budget, month, store.balance(budget.owner(), budget.name())).view())
                .toList();
    }

    /** Whether each organisation has a budget. */
    public boolean limitOrganisations() {
        return !rules.organisation().equals(Limit.NONE);
    }

    /** In the order in which a person is told which of several is used up. */
    private List<Budget> budgets(AccountId account, @Nullable String organisationId, BudgetMonth month) {
        List<Budget> budgets = new ArrayList<>();
        String usd = "usd " + month.month();
        String tokens = "tokens " + month.month();
        addDollars(budgets, Kind.ACCOUNT, account, usd, rules.account());
        addTokens(budgets, Kind.ACCOUNT_TOKENS, account, tokens, rules.account());
        if (organisationId != null) {
            String of = "organisation " + organisationId + " ";
            addDollars(budgets, Kind.ORGANISATION, AccountId.SERVER, of + usd, rules.organisation());
            addTokens(budgets, Kind.ORGANISATION_TOKENS, AccountId.SERVER, of + tokens, rules.organisation());
        }
        addDollars(budgets, Kind.SERVER, AccountId.SERVER, usd, rules.server());
        addTokens(budgets, Kind.SERVER_TOKENS, AccountId.SERVER, tokens, rules.server());
        return budgets;
    }

    private static void addDollars(List<Budget> budgets, Kind kind, AccountId owner, String name, Limit limit) {
        BigDecimal dollars = limit.dollars();
        if (dollars != null) {
            budgets.add(new Budget(kind, owner, name, Amounts.nanos(dollars)));
        }
    }

    private static void addTokens(List<Budget> budgets, Kind kind, AccountId owner, String name, Limit limit) {
        Long tokens = limit.tokens();
        if (tokens != null) {
            budgets.add(new Budget(kind, owner, name, tokens));
        }
    }
}
