package au.pip.sandbox.books;

/** Xero's five account classes. */
public enum AccountClass {
    ASSET,
    LIABILITY,
    EQUITY,
    REVENUE,
    EXPENSE;

    /** Whether a debit adds to the account's natural balance. */
    public boolean isDebit() {
        return this == ASSET || this == EXPENSE;
    }

    /** Whether the account starts again at zero each financial year. */
    public boolean isProfitAndLoss() {
        return this == REVENUE || this == EXPENSE;
    }
}
