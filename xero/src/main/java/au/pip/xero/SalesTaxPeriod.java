package au.pip.xero;

/**
 * How often GST is reported. Australia's quarterly kinds differ in what is sent, not in the dates: {@link #QUARTERLY1}
 * calculates each quarter in full, {@link #QUARTERLY2} reports the details yearly, {@link #QUARTERLY3} pays an
 * instalment.
 */
public enum SalesTaxPeriod {
    MONTHLY,
    TWO_MONTHLY,
    QUARTERLY1,
    QUARTERLY2,
    QUARTERLY3,
    SIX_MONTHLY,
    ANNUALLY,
    /** Not registered, or not told. */
    NONE,
    OTHER;

    /** From Xero's word, whose list differs by country. */
    static SalesTaxPeriod of(String word) {
        return switch (word) {
            case "MONTHLY", "ONEMONTHS", "1MONTHLY" -> MONTHLY;
            case "TWOMONTHS", "2MONTHLY" -> TWO_MONTHLY;
            case "QUARTERLY1", "QUARTERLY", "3MONTHLY" -> QUARTERLY1;
            case "QUARTERLY2" -> QUARTERLY2;
            case "QUARTERLY3" -> QUARTERLY3;
            case "SIXMONTHS", "6MONTHLY" -> SIX_MONTHLY;
            case "ANNUALLY", "YEARLY" -> ANNUALLY;
            case "NONE", "" -> NONE;
            default -> OTHER;
        };
    }
}
