package au.pip.xero;

import java.util.Currency;

/** A currency that the organisation keeps documents in; its own is one of them. */
public record UsedCurrency(Currency currency, String name) {

    static UsedCurrency parse(Fields fields) {
        return new UsedCurrency(
                fields.currency("Code", () -> {
                    throw fields.wrong("Code", "is missing");
                }),
                fields.text("Description", ""));
    }
}
