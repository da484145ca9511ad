package au.pip.xero;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Money moved from one of the organisation's bank accounts to another. Each of its two sides is a
 * {@link BankTransaction} too.
 *
 * @param amount null when the accounts are in a foreign currency, which Xero does not name
 */
public record BankTransfer(
        String bankTransferId,
        Status status,
        @Nullable LocalDate date,
        AccountRef from,
        AccountRef to,
        @Nullable Money amount,
        @Nullable String fromTransactionId,
        @Nullable String toTransactionId,
        boolean isFromReconciled,
        boolean isToReconciled,
        String reference,
        @Nullable Instant createdAt) {

    public enum Status {
        AUTHORISED,
        DELETED,
        OTHER
    }

    /** Where Xero tells no status it is a transfer that counts: deleted ones come only when they are asked for. */
    static BankTransfer parse(Fields fields, Supplier<Currency> base) {
        BigDecimal rate = fields.decimal("CurrencyRate");
        boolean foreign = rate != null && rate.compareTo(BigDecimal.ONE) != 0;
        Currency currency = fields.child("FromBankAccount").currency("CurrencyCode", base);
        return new BankTransfer(
                fields.requiredText("BankTransferID"),
                fields.text("Status") == null ? Status.AUTHORISED : fields.choice("Status", Status.OTHER),
                fields.date("Date"),
                AccountRef.parse(fields.child("FromBankAccount")),
                AccountRef.parse(fields.child("ToBankAccount")),
                foreign ? null : fields.requiredMoney("Amount", currency),
                fields.text("FromBankTransactionID"),
                fields.text("ToBankTransactionID"),
                fields.flag("FromIsReconciled"),
                fields.flag("ToIsReconciled"),
                fields.text("Reference", ""),
                fields.instant("CreatedDateUTC"));
    }
}
