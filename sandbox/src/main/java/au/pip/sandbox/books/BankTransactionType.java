package au.pip.sandbox.books;

/** Money spent or received outside invoices; a transfer between own accounts is one of each. */
public enum BankTransactionType {
    SPEND("SPEND", -1),
    RECEIVE("RECEIVE", 1),
    SPEND_TRANSFER("SPEND-TRANSFER", -1),
    RECEIVE_TRANSFER("RECEIVE-TRANSFER", 1),
    RECEIVE_OVERPAYMENT("RECEIVE-OVERPAYMENT", 1),
    SPEND_PREPAYMENT("SPEND-PREPAYMENT", -1);

    private final String word;
    private final int sign;

    BankTransactionType(String word, int sign) {
        this.word = word;
        this.sign = sign;
    }

    /** Xero's spelling. */
    public String word() {
        return word;
    }

    /** 1 when money reaches the bank account, -1 when it leaves. */
    public int sign() {
        return sign;
    }

    public boolean isTransfer() {
        return this == SPEND_TRANSFER || this == RECEIVE_TRANSFER;
    }
}
