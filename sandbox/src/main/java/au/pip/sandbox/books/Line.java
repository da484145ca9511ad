package au.pip.sandbox.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

/**
 * One line of a document, in cents of the document's currency.
 *
 * @param unitAmount the price of one, as written (with its tax when the document is inclusive)
 * @param net the line's amount without tax
 * @param tax the line's tax, rounded half up to the cent
 */
public record Line(
        UUID id,
        String description,
        BigDecimal quantity,
        BigDecimal unitAmount,
        String accountCode,
        TaxType taxType,
        long net,
        long tax) {

    public long gross() {
        return net + tax;
    }

    /** The amount as it is written on a document of these line amount types. */
    public long written(LineAmountTypes types) {
        return switch (types) {
            case INCLUSIVE -> gross();
            case EXCLUSIVE, NO_TAX -> net;
        };
    }

    /**
     * A line priced at a unit amount in cents.
     *
     * @throws ArithmeticException when quantity times price is no whole number of cents
     */
    static Line of(
            UUID id,
            String description,
            BigDecimal quantity,
            long unitCents,
            String accountCode,
            TaxType taxType,
            LineAmountTypes types) {
        long written = quantity.multiply(BigDecimal.valueOf(unitCents))
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact();
        long tax = switch (types) {
            case INCLUSIVE -> taxType.insideInclusive(written);
            case EXCLUSIVE -> taxType.onExclusive(written);
            case NO_TAX -> 0;
        };
        long net = types == LineAmountTypes.INCLUSIVE ? written - tax : written;
        return new Line(id, description, quantity, BigDecimal.valueOf(unitCents, 2), accountCode, taxType, net, tax);
    }
}
