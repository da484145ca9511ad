package au.pip.xero.auth;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person is asked to grant. */
public final class Scopes {
    /**
     * For reading only, one scope an area, as apps made since 2 March 2026 need them
     * (https://developer.xero.com/faq/granular-scopes).
     */
    private static final List<String> GRANULAR = List.of(
            "accounting.settings.read",
            "accounting.contacts.read",
            "accounting.invoices.read",
            "accounting.payments.read",
            "accounting.banktransactions.read",
            "accounting.manualjournals.read",
            "accounting.attachments.read",
            "accounting.budgets.read",
            "accounting.reports.balancesheet.read",
            "accounting.reports.banksummary.read",
            "accounting.reports.budgetsummary.read",
            "accounting.reports.executivesummary.read",
            "accounting.reports.profitandloss.read",
            "accounting.reports.trialbalance.read");

    /** For apps made before, until September 2027. */
    private static final List<String> BROAD = List.of(
            "accounting.settings.read",
            "accounting.contacts.read",
            "accounting.transactions.read",
            "accounting.attachments.read",
            "accounting.budgets.read",
            "accounting.reports.read");

    /** Who signed in, and a token to renew with. */
    private static final List<String> PERSON = List.of("openid", "profile", "email", "offline_access");

    private Scopes() {}

    /**
     * The scopes of a setting: {@code granular} (the default), {@code broad}, or scopes separated by spaces or commas.
     * A person's sign-in always asks for {@code offline_access}, without which it would end after half an hour.
     */
    public static Set<String> ofPerson(String setting) {
        Set<String> scopes = new LinkedHashSet<>(PERSON);
        scopes.addAll(ofApp(setting));
        return scopes;
    }

    /** The same without what only a person can grant. */
    public static Set<String> ofApp(String setting) {
        return switch (setting.strip()) {
            case "", "granular" -> new LinkedHashSet<>(GRANULAR);
            case "broad" -> new LinkedHashSet<>(BROAD);
            default -> new LinkedHashSet<>(Arrays.asList(setting.strip().split("[\\s,]+")));
        };
    }

    /** The same with leave to make drafts: contacts and sales and purchase documents may be written, not only read. */
    public static Set<String> withDrafts(Set<String> reading) {
        boolean old = has(reading, "accounting.transactions");
        List<String> writing = List.of("accounting.contacts", old ? "accounting.transactions" : "accounting.invoices");
        Set<String> scopes = new LinkedHashSet<>(reading);
        for (String scope : writing) {
            scopes.remove(scope + ".read");
            scopes.add(scope);
        }
        return scopes;
    }

    /** Whether any of these is leave to write to the ledger. */
    public static boolean write(Set<String> scopes) {
        return scopes.stream().anyMatch(Scopes::writes);
    }

    /** The same with leave to read the ledger wherever these give leave to write to it. */
    public static Set<String> forReading(Set<String> scopes) {
        Set<String> reading = new LinkedHashSet<>();
        scopes.forEach(scope -> reading.add(writes(scope) ? scope + ".read" : scope));
        return reading;
    }

    private static boolean writes(String scope) {
        return scope.startsWith("accounting.") && !scope.endsWith(".read");
    }

    /** As OAuth writes them. */
    public static String text(Set<String> scopes) {
        return String.join(" ", scopes);
    }

    /**
     * Whether what was granted lets an endpoint be read: by its granular scope, by the broad one that covered it
     * before, or by either with the right to write.
     *
     * @param granular without {@code .read}, such as {@code accounting.invoices}
     */
    public static boolean allow(Set<String> granted, String granular) {
        return has(granted, granular) || has(granted, broad(granular));
    }

    /**
     * Whether what was granted lets records be written, by the granular scope or by the broad one.
     *
     * @param granular such as {@code accounting.invoices}
     */
    public static boolean allowWriting(Set<String> granted, String granular) {
        return granted.contains(granular) || granted.contains(broad(granular));
    }

    /**
     * The scope to ask for so that an endpoint can be read, as Xero writes it: the broad one where broad ones are asked
     * for.
     *
     * @param asked what is asked for today
     * @param granular without {@code .read}, such as {@code accounting.invoices}
     */
    public static String toRead(Set<String> asked, String granular) {
        String broad = broad(granular);
        return (has(asked, broad) ? broad : granular) + ".read";
    }

    /**
     * The granular scope of an endpoint, without {@code .read}; null when none is known.
     *
     * @param endpoint as {@code XeroException.endpoint} names it, such as {@code Invoices} or
     *     {@code Reports/ProfitAndLoss}
     */
    public static @Nullable String of(String endpoint) {
        String[] parts = endpoint.split("/", -1);
        if (parts.length > 2 && parts[2].equals("Attachments")) {
            return "accounting.attachments";
        }
        return switch (parts[0]) {
            case "Organisation", "Accounts", "TaxRates", "TrackingCategories", "Currencies" -> "accounting.settings";
            case "Contacts", "ContactGroups" -> "accounting.contacts";
            case "Invoices", "CreditNotes", "Quotes", "PurchaseOrders", "Items" -> "accounting.invoices";
            case "Payments", "Overpayments", "Prepayments" -> "accounting.payments";
            case "BankTransactions", "BankTransfers" -> "accounting.banktransactions";
            case "ManualJournals" -> "accounting.manualjournals";
            case "Reports" -> parts.length == 2 ? "accounting.reports." + parts[1].toLowerCase(Locale.ROOT) : null;
            default -> null;
        };
    }

    private static boolean has(Set<String> granted, String scope) {
        return granted.contains(scope) || granted.contains(scope + ".read");
    }

    /** Xero's table of what replaced what (https://developer.xero.com/faq/granular-scopes). */
    private static String broad(String granular) {
        if (granular.startsWith("accounting.reports.")) {
            return "accounting.reports";
        }
        return switch (granular) {
            case "accounting.invoices",
                    "accounting.payments",
                    "accounting.banktransactions",
                    "accounting.manualjournals" -> "accounting.transactions";
            default -> granular;
        };
    }
}
