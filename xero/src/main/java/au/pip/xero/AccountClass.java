package au.pip.xero;

/** The five kinds of ledger account; a debit adds to an asset or expense, a credit to the others. */
public enum AccountClass {
    ASSET,
    LIABILITY,
    EQUITY,
    REVENUE,
    EXPENSE,
    OTHER
}
