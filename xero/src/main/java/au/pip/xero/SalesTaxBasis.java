package au.pip.xero;

/** When GST counts for the tax office. */
public enum SalesTaxBasis {
    CASH,
    ACCRUALS,
    /** Not registered, or not told. */
    NONE,
    OTHER;

    /** From Xero's word, whose list differs by country: New Zealand says {@code PAYMENTS} and {@code INVOICE}. */
    static SalesTaxBasis of(String word) {
        return switch (word) {
            case "CASH", "PAYMENTS", "FLATRATECASH" -> CASH;
            case "ACCRUAL", "ACCRUALS", "INVOICE", "FLATRATEACCRUAL" -> ACCRUALS;
            case "NONE", "" -> NONE;
            default -> OTHER;
        };
    }
}
