package au.pip.sandbox.books;

/** Xero's account types, the Australian payroll ones among them, each with its class. */
public enum AccountType {
    BANK(AccountClass.ASSET),
    CURRENT(AccountClass.ASSET),
    PREPAYMENT(AccountClass.ASSET),
    INVENTORY(AccountClass.ASSET),
    FIXED(AccountClass.ASSET),
    CURRLIAB(AccountClass.LIABILITY),
    PAYGLIABILITY(AccountClass.LIABILITY),
    SUPERANNUATIONLIABILITY(AccountClass.LIABILITY),
    TERMLIAB(AccountClass.LIABILITY),
    EQUITY(AccountClass.EQUITY),
    REVENUE(AccountClass.REVENUE),
    OTHERINCOME(AccountClass.REVENUE),
    DIRECTCOSTS(AccountClass.EXPENSE),
    EXPENSE(AccountClass.EXPENSE),
    OVERHEADS(AccountClass.EXPENSE),
    DEPRECIATN(AccountClass.EXPENSE),
    WAGESEXPENSE(AccountClass.EXPENSE),
    SUPERANNUATIONEXPENSE(AccountClass.EXPENSE);

    private final AccountClass accountClass;

    AccountType(AccountClass accountClass) {
        this.accountClass = accountClass;
    }

    public AccountClass accountClass() {
        return accountClass;
    }
}
