package au.pip.assistant.budget;

import au.pip.api.BudgetView;
import au.pip.assistant.store.BudgetStore.Balance;
import au.pip.assistant.store.BudgetStore.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What a budget stands at, and its words for a person. */
record Standing(Budget budget, BudgetMonth month, Balance balance) {
    private static final int HUNDRED = 100;
    /** From here on it is told what is left, in percent. */
    private static final int NEAR = 80;

    /** What may still be reserved; never below 0. */
    long left() {
        long taken = balance.spent() + balance.reserved();
        return taken < 0 ? 0 : Math.max(0, budget.limit() - taken);
    }

    boolean isNear() {
        return percent() >= NEAR;
    }

    /** Of the limit, what is spent and reserved, rounded down. */
    int percent() {
        BigDecimal taken = BigDecimal.valueOf(balance.spent()).add(BigDecimal.valueOf(balance.reserved()));
        return taken.multiply(BigDecimal.valueOf(HUNDRED))
                .divide(BigDecimal.valueOf(budget.limit()), 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .intValueExact();
    }

    /** Why a call was not made that may use so much, and what to do. */
    String refusal(long needed) {
        String step = "the next step of this answer may take up to " + words(needed);
        if (needed > budget.limit()) {
            return whose() + ", " + words(budget.limit()) + ", is too small for this model: " + step
                    + ", so it needs at least that. A model that costs less may fit." + next();
        }
        boolean held = balance.spent() + needed <= budget.limit();
        return whose() + (held ? " is set aside for other answers for now: " : " is used up: ") + spent() + ", and "
                + step + "." + next();
    }

    /** Why the next reply has to be the last one, and what to do. */
    String shortage() {
        return whose() + " is nearly used up: " + spent() + ", too little to look up more." + next();
    }

    private String next() {
        String wait = balance.reserved() > 0 ? " Answers that are under way may leave some of it over." : "";
        return wait + " It starts anew on " + month.nextBegins() + ". Whoever runs Pip can raise "
                + budget.kind().setting()
                + "; a local model, such as one of Ollama's, is free and counts towards no budget.";
    }

    private String whose() {
        String words = budget.kind().words;
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + " for " + month.words();
    }

    private String spent() {
        String held = balance.reserved() > 0 ? " and " + words(balance.reserved()) + " is set aside" : "";
        return words(balance.spent()) + " of " + words(budget.limit()) + " is spent" + held;
    }

    BudgetView view() {
        return new BudgetView(
                budget.kind().holder,
                budget.isInDollars() ? "usd" : "tokens",
                Amounts.plain(unit(), budget.limit()),
                Amounts.plain(unit(), balance.spent()),
                Amounts.plain(unit(), balance.reserved()),
                Amounts.plain(unit(), left()),
                month.until(),
                note());
    }

    private @Nullable String note() {
        return isNear()
                ? "%d%% of %s for %s is used: %s of %s is left until %s. When it is used up, Pip tells what it has found until then, and no more before that day, except with a local model."
                        .formatted(
                                Math.min(HUNDRED, percent()),
                                budget.kind().words,
                                month.words(),
                                words(left()),
                                words(budget.limit()),
                                month.nextBegins())
                : null;
    }

    private String words(long amount) {
        return Amounts.words(unit(), amount);
    }

    private Unit unit() {
        return budget.kind().unit;
    }
}
