package au.pip.xero;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** How old a kept reply may be before Xero is asked again. */
final class ReplyAge {
    /** What people change a few times a year. */
    private static final Set<String> SETTINGS =
            Set.of("Organisation", "Accounts", "TaxRates", "Currencies", "TrackingCategories", "BrandingThemes");

    private static final Duration OF_SETTINGS = Duration.ofHours(4);
    private static final Duration OF_REPORTS = Duration.ofMinutes(10);
    private static final Duration OF_RECORDS = Duration.ofMinutes(5);

    private ReplyAge() {}

    static Duration of(String endpoint) {
        if (SETTINGS.contains(endpoint)) {
            return OF_SETTINGS;
        }
        return endpoint.startsWith("Reports/") ? OF_REPORTS : OF_RECORDS;
    }

    /** Whether what was as Xero said at one time may still be told. A time to come is none that Xero said. */
    static boolean isYoung(Instant saidAt, Instant now, Duration most) {
        return !saidAt.isAfter(now) && saidAt.plus(most).isAfter(now);
    }
}
