package au.pip.assistant.budget;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What models may use in a calendar month.
 *
 * @param account of each account
 * @param organisation about each organisation, whoever asks
 * @param server of all accounts together
 */
public record BudgetRules(Limit account, Limit organisation, Limit server) {
    public static final BudgetRules NONE = new BudgetRules(Limit.NONE, Limit.NONE, Limit.NONE);

    /**
     * Null where nothing limits it; of both, neither is passed.
     *
     * @param dollars US dollars by list prices
     * @param tokens input and output together
     */
    public record Limit(
            @Nullable BigDecimal dollars, @Nullable Long tokens) {
        public static final Limit NONE = new Limit(null, null);
    }
}
