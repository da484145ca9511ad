package au.pip.xero;

import au.pip.ledger.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a document comes to, in its own currency; {@code total} is {@code subTotal} and {@code tax}.
 *
 * @param subTotal without tax
 */
public record Totals(Money subTotal, Money tax, Money total) {

    /** Any two of the three suffice; with fewer, no figure could rest on the document. */
    static Totals parse(Fields document, Currency currency) {
        Money subTotal = document.money("SubTotal", currency);
        Money tax = document.money("TotalTax", currency);
        Money total = document.money("Total", currency);
        if (total == null) {
            total = document.required("Total", subTotal == null || tax == null ? null : subTotal.plus(tax));
        }
        return new Totals(
                document.required("SubTotal", orLess(subTotal, total, tax)),
                document.required("TotalTax", orLess(tax, total, subTotal)),
                total);
    }

    private static @Nullable Money orLess(@Nullable Money told, Money total, @Nullable Money other) {
        return told != null || other == null ? told : total.minus(other);
    }
}
