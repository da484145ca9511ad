package au.pip.xero;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A line of a document that is to be made.
 *
 * @param quantity to four decimal places; negative for a discount or a return
 * @param unitAmount the price of one in the document's currency, to four decimal places, with its tax when the
 *     document's amounts are inclusive
 * @param accountCode of the ledger account, as {@link Account#code}
 * @param taxType as {@link TaxRate#taxType}
 */
public record DraftLine(
        String description, BigDecimal quantity, BigDecimal unitAmount, String accountCode, String taxType) {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private static final Pattern TAX_TYPE = Pattern.compile("[A-Z][A-Z0-9]{0,49}");

    public DraftLine {
        description = DraftField.neededLines("a line's description", description, 4000);
        quantity = DraftField.decimal("a line's quantity", quantity, 9, 4);
        unitAmount = DraftField.decimal("a line's unit amount", unitAmount, 11, 4);
        accountCode = DraftField.neededText("a line's ledger account", accountCode, 10);
        if (quantity.signum() == 0) {
            throw DraftField.refused("a line's quantity is zero", "give it one, or leave the line out");
        }
        if (quantity.multiply(unitAmount).abs().compareTo(MOST) >= 0) {
            throw DraftField.refused(
                    "a line comes to a million millions or more", "check its quantity and unit amount");
        }
        if (!TAX_TYPE.matcher(taxType).matches()) {
            throw DraftField.refused(
                    "a line's tax type is none of Xero's", "use one that the organisation has, such as OUTPUT");
        }
    }

    /** Before rounding. */
    BigDecimal amount() {
        return quantity.multiply(unitAmount);
    }
}
