package au.pip.xero;

import au.pip.ledger.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A customer or supplier. Texts that Xero leaves out are "".
 *
 * @param taxNumber the ABN in Australia
 * @param receivable what it owes, in the organisation's currency; null where Xero leaves the balances out
 * @param payable what is owed to it
 */
public record Contact(
        String contactId,
        String name,
        Status status,
        boolean isCustomer,
        boolean isSupplier,
        String firstName,
        String lastName,
        String email,
        String accountNumber,
        String taxNumber,
        @Nullable Balance receivable,
        @Nullable Balance payable,
        @Nullable Instant updatedAt) {

    public enum Status {
        ACTIVE,
        ARCHIVED,
        GDPR_REQUEST,
        OTHER
    }

    public record Balance(Money outstanding, Money overdue) {}

    static Contact parse(Fields fields, Supplier<Currency> base) {
        Fields balances = fields.child("Balances");
        return new Contact(
                fields.requiredText("ContactID"),
                fields.text("Name", ""),
                fields.choice("ContactStatus", Status.OTHER),
                fields.flag("IsCustomer"),
                fields.flag("IsSupplier"),
                fields.text("FirstName", ""),
                fields.text("LastName", ""),
                fields.text("EmailAddress", ""),
                fields.text("AccountNumber", ""),
                fields.text("TaxNumber", ""),
                balance(balances.child("AccountsReceivable"), base),
                balance(balances.child("AccountsPayable"), base),
                fields.instant("UpdatedDateUTC"));
    }

    private static @Nullable Balance balance(Fields fields, Supplier<Currency> base) {
        return fields.isEmpty()
                ? null
                : new Balance(
                        fields.requiredMoney("Outstanding", base.get()), fields.moneyOrZero("Overdue", base.get()));
    }
}
