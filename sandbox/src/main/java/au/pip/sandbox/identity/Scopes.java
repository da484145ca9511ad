package au.pip.sandbox.identity;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scopes of Xero's Accounting API (https://developer.xero.com/faq/granular-scopes). Those that need an approval by
 * Xero, as {@code accounting.journals.read} does, are none that an app may ask for here.
 */
final class Scopes {
    static final String OFFLINE = "offline_access";
    static final String OPENID = "openid";

    private static final Set<String> PERSON = Set.of(OPENID, "profile", "email", OFFLINE);

    /** With and without {@code .read}. */
    private static final Set<String> AREAS = Set.of(
            "accounting.settings",
            "accounting.contacts",
            "accounting.attachments",
            "accounting.invoices",
            "accounting.payments",
            "accounting.banktransactions",
            "accounting.manualjournals");

    private static final Set<String> READ_ONLY = Stream.concat(
                    Stream.of("accounting.budgets.read", "accounting.reports.tenninetynine.read"),
                    Stream.of(
                                    "aged",
                                    "balancesheet",
                                    "banksummary",
                                    "budgetsummary",
                                    "executivesummary",
                                    "profitandloss",
                                    "taxreports",
                                    "trialbalance")
                            .map(report -> "accounting.reports." + report + ".read"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> BROAD =
            Set.of("accounting.transactions", "accounting.transactions.read", "accounting.reports.read");

    private static final Set<String> ONCE_TRANSACTIONS = Set.of(
            "accounting.invoices", "accounting.payments", "accounting.banktransactions", "accounting.manualjournals");

    private Scopes() {}

    /** The scopes of a text that separates them by spaces, in their order. */
    static Set<String> of(String text) {
        Set<String> scopes = new LinkedHashSet<>(Arrays.asList(text.strip().split(" +")));
        scopes.remove("");
        return scopes;
    }

    /** Everything that can be read. */
    static Set<String> all() {
        return Stream.concat(AREAS.stream().map(area -> area + ".read"), READ_ONLY.stream())
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static boolean mayAsk(App app, Set<String> scopes) {
        return !scopes.isEmpty() && scopes.stream().allMatch(scope -> mayAsk(app, scope));
    }

    private static boolean mayAsk(App app, String scope) {
        return (app.kind() != App.Kind.CUSTOM && PERSON.contains(scope))
                || AREAS.contains(scope.replaceAll("\\.read$", ""))
                || READ_ONLY.contains(scope)
                || (app.broadScopes() && BROAD.contains(scope));
    }

    /**
     * Whether what was granted lets an area be read.
     *
     * @param area without {@code .read}, such as {@code accounting.invoices}
     */
    static boolean allow(Set<String> granted, String area) {
        return has(granted, area)
                || (ONCE_TRANSACTIONS.contains(area) && has(granted, "accounting.transactions"))
                || (area.startsWith("accounting.reports.") && has(granted, "accounting.reports"));
    }

    static boolean allowWriting(Set<String> granted, String area) {
        return granted.contains(area)
                || (ONCE_TRANSACTIONS.contains(area) && granted.contains("accounting.transactions"));
    }

    private static boolean has(Set<String> granted, String area) {
        return granted.contains(area) || granted.contains(area + ".read");
    }
}
