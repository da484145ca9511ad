package au.pip.assistant.budget;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What models may use in a calendar month; null where nothing limits it. Dollars are US dollars by list prices.
 *
 * @param accountDollars of each account
 * @param accountTokens of each account, input and output together
 * @param organisationDollars about each organisation, whoever asks
 * @param serverDollars of all accounts together
 */
public record BudgetRules(
        @Nullable BigDecimal accountDollars,
        @Nullable Long accountTokens,
        @Nullable BigDecimal organisationDollars,
        @Nullable BigDecimal serverDollars) {
    public static final BudgetRules NONE = new BudgetRules(null, null, null, null);
}
