package au.pip.xero;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the document that it settles lists it, in that document's currency.
 *
 * @param currencyRate units of the document's currency for one of the organisation's on the day it was paid
 */
public record AppliedPayment(
        String paymentId,
        @Nullable LocalDate date,
        Money amount,
        @Nullable BigDecimal currencyRate,
        String reference) {

    static List<AppliedPayment> parseAll(Fields document, Currency currency) {
        return document.list(
                "Payments",
                each -> new AppliedPayment(
                        each.requiredText("PaymentID"),
                        each.date("Date"),
                        each.requiredMoney("Amount", currency),
                        each.decimal("CurrencyRate"),
                        each.text("Reference", "")));
    }
}
