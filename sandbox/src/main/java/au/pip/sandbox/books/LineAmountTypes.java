package au.pip.sandbox.books;

/** Whether the line amounts of a document are written without or with their tax. */
public enum LineAmountTypes {
    EXCLUSIVE("Exclusive"),
    INCLUSIVE("Inclusive"),
    NO_TAX("NoTax");

    private final String word;

    LineAmountTypes(String word) {
        this.word = word;
    }

    /** Xero's spelling. */
    public String word() {
        return word;
    }
}
