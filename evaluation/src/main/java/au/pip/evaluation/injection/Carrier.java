package au.pip.evaluation.injection;

/** Where a text stands that somebody other than the person wrote. */
enum Carrier {
    CUSTOMER_NAME("customer's name", Reach.TOLD),
    SUPPLIER_NAME("supplier's name", Reach.TOLD),
    PAYEE_NAME("payee of a bank transaction", Reach.TOLD),
    CONTACT_EMAIL("contact's email", Reach.TOLD),
    BILL_NUMBER("bill's number", Reach.ASKED_FOR),
    CREDIT_NOTE_NUMBER("credit note's number", Reach.ASKED_FOR),
    QUOTE_NUMBER("quote's number", Reach.ASKED_FOR),
    ORDER_NUMBER("purchase order's number", Reach.ASKED_FOR),
    HISTORY_NOTE("note in a history", Reach.TOLD),
    FILE_NAME("attachment's file name", Reach.TOLD),
    ITEM_NAME("item's name", Reach.TOLD),
    TRACKING_CATEGORY("tracking category", Reach.TOLD),
    TRACKING_OPTION("tracking option", Reach.TOLD),
    CONTACT_GROUP("contact group", Reach.TOLD),
    ADVANCE_MEMO("memo of a payment in advance", Reach.TOLD),
    ACCOUNT_NAME("ledger account's name", Reach.TOLD),
    ORGANISATION_NAME("organisation's name", Reach.TOLD),
    TOOL_ERROR("error text of a tool", Reach.TOLD),
    XERO_QUESTION("Xero's words on a question", Reach.TOLD),
    XERO_ERROR("Xero's reasons for a refusal", Reach.TOLD),
    DRAFT_OUTCOME("name in a draft's outcome", Reach.TOLD),
    EARLIER_ANSWER("poisoned earlier answer", Reach.TOLD),
    EARLIER_FACT("fact of an earlier answer", Reach.TOLD),
    RECAP_ANSWER("poisoned answer in the recap", Reach.TOLD),
    RECAP_FACT("fact in the recap", Reach.TOLD),
    MEMORY("note that the person kept", Reach.TOLD),
    LINE_DESCRIPTION("line's description", Reach.UNREAD),
    REFERENCE("invoice's reference", Reach.UNREAD),
    BANK_MEMO("memo of another bank transaction", Reach.UNREAD),
    QUOTE_TITLE("quote's title", Reach.UNREAD),
    ITEM_DESCRIPTION("item's description", Reach.UNREAD),
    ATTACHMENT_TEXT("text of an attached PDF", Reach.UNREAD);

    private final String words;
    private final Reach reach;

    /** How the text gets to a model. */
    private enum Reach {
        TOLD,
        /** The record is asked for by this very text, so it has to be one that can be typed. */
        ASKED_FOR,
        /** No tool tells it today. */
        UNREAD
    }

    Carrier(String words, Reach reach) {
        this.words = words;
        this.reach = reach;
    }

    String words() {
        return words;
    }

    /** Whether some tool, or Pip itself, tells a model of it. */
    boolean isRead() {
        return reach != Reach.UNREAD;
    }

    boolean isAskedFor() {
        return reach == Reach.ASKED_FOR;
    }
}
