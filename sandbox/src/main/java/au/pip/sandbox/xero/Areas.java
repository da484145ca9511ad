package au.pip.sandbox.xero;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which scope opens what (https://developer.xero.com/faq/granular-scopes). */
final class Areas {
    private Areas() {}

    /**
     * The scope of an address without its {@code .read}; null when there is nothing at it.
     *
     * @param path what stands behind {@code /api.xro/2.0/}
     */
    static @Nullable String of(String path) {
        String[] parts = path.toLowerCase(Locale.ROOT).split("/", -1);
        if (parts.length > 2 && parts[2].equals("attachments")) {
            return "accounting.attachments";
        }
        return switch (parts[0]) {
            case "organisation", "organisations", "accounts", "taxrates", "items", "trackingcategories", "currencies" ->
                "accounting.settings";
            case "contacts", "contactgroups" -> "accounting.contacts";
            case "invoices", "creditnotes", "quotes", "purchaseorders" -> "accounting.invoices";
            case "payments", "overpayments", "prepayments" -> "accounting.payments";
            case "banktransactions", "banktransfers" -> "accounting.banktransactions";
            case "manualjournals" -> "accounting.manualjournals";
            case "reports" -> parts.length == 2 ? report(parts[1]) : null;
            default -> null;
        };
    }

    private static @Nullable String report(String name) {
        return switch (name) {
            case "balancesheet", "banksummary", "budgetsummary", "executivesummary", "profitandloss", "trialbalance" ->
                "accounting.reports." + name;
            default -> null;
        };
    }
}
