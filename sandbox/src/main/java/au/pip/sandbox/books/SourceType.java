package au.pip.sandbox.books;

/** What posted a journal entry, in the words of Xero's Journals; opening balances have a word of their own. */
public enum SourceType {
    CONVERSION,
    ACCREC,
    ACCPAY,
    ACCRECCREDIT,
    ACCPAYCREDIT,
    ACCRECPAYMENT,
    ACCPAYPAYMENT,
    CASHREC,
    CASHPAID,
    TRANSFER,
    MANJOURNAL
}
