package au.pip.assistant.tools;

import au.pip.assistant.books.FactTable;
import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Amounts of documents in the organisation's own currency. */
record Home(Currency currency) {
    /**
     * The amount divided by the document's rate, rounded half up to the cent.
     *
     * @param document such as "document INV-0012", to be named when it has no rate
     * @throws BadArgument when a foreign document has no rate: no figure can rest on it
     */
    Money of(Money amount, @Nullable BigDecimal rate, String document) {
        if (amount.currency().equals(currency)) {
            return amount;
        }
        if (rate == null || rate.signum() <= 0) {
            throw new BadArgument(
                    "Xero gives no exchange rate for %s in %s, so no total in %s can rest on it. Set the rate in Xero."
                            .formatted(FactTable.cell(document), amount.currency(), currency));
        }
        return amount.convert(rate, currency);
    }
}
