package au.pip.server;

import au.pip.assistant.budget.BudgetRules;
import au.pip.assistant.budget.BudgetRules.Limit;
import au.pip.llm.settings.Settings;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the settings allow models to use in a month; what is not set limits nothing. */
final class BudgetSettings {
    private static final BigDecimal MOST_DOLLARS = new BigDecimal(1_000_000);
    /** Billionths of a dollar are what budgets count. */
    private static final int NANO = 9;

    private static final long MOST_TOKENS = 1_000_000_000_000_000L;

    private BudgetSettings() {}

    static BudgetRules read(Settings settings) {
        return new BudgetRules(
                limit(settings, "PIP_BUDGET"),
                limit(settings, "PIP_ORGANISATION_BUDGET"),
                limit(settings, "PIP_SERVER_BUDGET"));
    }

    private static Limit limit(Settings settings, String name) {
        return new Limit(dollars(settings, name + "_USD"), tokens(settings, name + "_TOKENS"));
    }

    private static @Nullable BigDecimal dollars(Settings settings, String name) {
        String text = settings.get(name);
        if (text == null) {
            return null;
        }
        try {
            BigDecimal dollars = new BigDecimal(text);
            if (dollars.signum() > 0 && dollars.scale() <= NANO && dollars.compareTo(MOST_DOLLARS) <= 0) {
                return dollars;
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw new StartupException(
                name + " is " + text
                        + "; set it to what models may cost in a calendar month in US dollars, such as 5.00, and 1000000 at most, or leave it empty for no limit.");
    }

    private static @Nullable Long tokens(Settings settings, String name) {
        String text = settings.get(name);
        if (text == null) {
            return null;
        }
        try {
            long tokens = Long.parseLong(text);
            if (tokens > 0 && tokens <= MOST_TOKENS) {
                return tokens;
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw new StartupException(
                name + " is " + text
                        + "; set it to how many tokens models may read and write in a calendar month, such as 5000000, or leave it empty for no limit.");
    }
}
