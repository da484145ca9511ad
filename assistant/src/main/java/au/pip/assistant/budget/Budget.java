package au.pip.assistant.budget;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.BudgetStore.Unit;

/**
 * One hard limit for one month.
 *
 * @param owner under whom it is stored; an organisation's is the server's, as several accounts may ask about it
 * @param name what it is stored as, of this kind and this month only
 * @param limit in the kind's unit
 */
record Budget(Kind kind, AccountId owner, String name, long limit) {
    /** Whose, in which unit, and the setting that says how much. */
    enum Kind {
        ACCOUNT("account", Unit.NANO_DOLLAR, "PIP_BUDGET", "your budget"),
        ACCOUNT_TOKENS("account", Unit.TOKEN, "PIP_BUDGET", "your budget"),
        ORGANISATION("organisation", Unit.NANO_DOLLAR, "PIP_ORGANISATION_BUDGET", "the budget for this organisation"),
        ORGANISATION_TOKENS("organisation", Unit.TOKEN, "PIP_ORGANISATION_BUDGET", "the budget for this organisation"),
        SERVER("server", Unit.NANO_DOLLAR, "PIP_SERVER_BUDGET", "the budget of this Pip server"),
        SERVER_TOKENS("server", Unit.TOKEN, "PIP_SERVER_BUDGET", "the budget of this Pip server");

        final String holder;
        final Unit unit;
        final String words;
        private final String settings;

        Kind(String holder, Unit unit, String settings, String words) {
            this.holder = holder;
            this.unit = unit;
            this.settings = settings;
            this.words = words;
        }

        String setting() {
            return settingIn(unit);
        }

        /** The setting of the same holder's budget in that unit. */
        String settingIn(Unit other) {
            return settings
                    + switch (other) {
                        case NANO_DOLLAR -> "_USD";
                        case TOKEN -> "_TOKENS";
                    };
        }
    }

    Hold hold(long nanoDollars, long tokens) {
        long amount = switch (kind.unit) {
            case NANO_DOLLAR -> nanoDollars;
            case TOKEN -> tokens;
        };
        return new Hold(owner, name, kind.unit, amount, limit);
    }

    boolean isInDollars() {
        return kind.unit == Unit.NANO_DOLLAR;
    }
}
