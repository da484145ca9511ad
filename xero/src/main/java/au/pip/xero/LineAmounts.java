package au.pip.xero;

/** Whether a document's line amounts hold its tax. */
public enum LineAmounts {
    EXCLUSIVE,
    INCLUSIVE,
    NO_TAX,
    OTHER;

    /** Exclusive is Xero's default where it does not tell. */
    static LineAmounts parse(Fields fields) {
        return fields.text("LineAmountTypes") == null ? EXCLUSIVE : fields.choice("LineAmountTypes", OTHER);
    }
}
