package au.pip.sandbox.books;

/** Selling or buying: which control account a document posts to, which way, and what Xero calls it. */
public enum Side {
    SALE("ACCREC", "ACCRECCREDIT", "ACCRECPAYMENT", Chart.RECEIVABLE, 1),
    PURCHASE("ACCPAY", "ACCPAYCREDIT", "ACCPAYPAYMENT", Chart.PAYABLE, -1);

    private final String invoiceType;
    private final String creditType;
    private final String paymentType;
    private final String controlAccount;
    private final int sign;

    Side(String invoiceType, String creditType, String paymentType, String controlAccount, int sign) {
        this.invoiceType = invoiceType;
        this.creditType = creditType;
        this.paymentType = paymentType;
        this.controlAccount = controlAccount;
        this.sign = sign;
    }

    public String invoiceType() {
        return invoiceType;
    }

    public String creditType() {
        return creditType;
    }

    public String paymentType() {
        return paymentType;
    }

    public String controlAccount() {
        return controlAccount;
    }

    /** 1 when an invoice debits its control account (a sale), -1 when it credits it (a bill). */
    public int sign() {
        return sign;
    }
}
