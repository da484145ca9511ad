package au.pip.ledger;

/** When income and expenses count: when invoiced, or when paid. */
public enum Basis {
    ACCRUALS,
    CASH;

    /** The word an answer uses, such as "accruals". */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
