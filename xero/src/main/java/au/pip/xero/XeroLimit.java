package au.pip.xero;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which limit stopped a call. Xero names its own in the header {@code X-Rate-Limit-Problem}. */
public enum XeroLimit {
    MINUTE("limit of calls a minute for this organisation"),
    DAY("limit of calls a day for this organisation"),
    APP_MINUTE("limit of calls a minute for this app"),
    CONCURRENT("limit of calls at once for this organisation"),
    /** Pip's own pace, kept below Xero's limits; Xero was not asked. */
    OWN_PACE("pace of calls that Pip keeps for this organisation"),
    /** The calls a day that the operator allows; Xero was not asked. */
    OWN_DAY("number of Xero calls a day that is set for this organisation (XERO_DAILY_CALLS)"),
    UNKNOWN("limit of calls");

    private final String words;

    XeroLimit(String words) {
        this.words = words;
    }

    /** As a sentence goes on after "Xero's". */
    String words() {
        return words;
    }

    static XeroLimit of(@Nullable String problem) {
        return switch (problem == null ? "" : problem.strip().toLowerCase(Locale.ROOT)) {
            case "minute" -> MINUTE;
            case "day", "daily" -> DAY;
            case "appminute" -> APP_MINUTE;
            case "concurrent" -> CONCURRENT;
            default -> UNKNOWN;
        };
    }
}
