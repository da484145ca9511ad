package au.pip.xero;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ledger account of the chart of accounts.
 *
 * @param code such as {@code 200}; "" for a bank account without one
 * @param type Xero's word, such as {@code BANK}, {@code OVERHEADS} or {@code CURRLIAB}; the list grows
 * @param taxType the usual tax of its lines, as {@link TaxRate#taxType}
 * @param systemAccount {@code DEBTORS}, {@code CREDITORS}, {@code GST}…; null for ordinary accounts
 * @param currencyCode of a bank account; null where Xero does not tell
 */
public record Account(
        String accountId,
        String code,
        String name,
        String type,
        AccountClass accountClass,
        Status status,
        String taxType,
        @Nullable String systemAccount,
        String description,
        @Nullable String currencyCode,
        boolean takesPayments,
        @Nullable Instant updatedAt) {

    public enum Status {
        ACTIVE,
        ARCHIVED,
        DELETED,
        OTHER
    }

    public boolean isBank() {
        return type.equals("BANK");
    }

    static Account parse(Fields fields) {
        return new Account(
                fields.requiredText("AccountID"),
                fields.text("Code", ""),
                fields.text("Name", ""),
                fields.text("Type", ""),
                fields.choice("Class", AccountClass.OTHER),
                fields.choice("Status", Status.OTHER),
                fields.text("TaxType", ""),
                fields.text("SystemAccount"),
                fields.text("Description", ""),
                fields.text("CurrencyCode"),
                fields.flag("EnablePaymentsToAccount"),
                fields.instant("UpdatedDateUTC"));
    }
}
