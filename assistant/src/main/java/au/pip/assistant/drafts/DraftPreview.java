package au.pip.assistant.drafts;

import au.pip.ledger.Money;
import java.util.List;

/**
 * What a person is shown of a draft beside what the draft says itself: names, and amounts that were worked out here,
 * never by a model.
 *
 * @param contact the name in Xero of the contact that a document is for; "" of a contact's draft
 * @param shortCode the organisation's, for a link to what is made
 * @param lines those of the draft, in their order; none of a contact's
 * @param net without tax, as a plain decimal in the draft's currency
 */
public record DraftPreview(String contact, String shortCode, List<Line> lines, String net, String tax, String total) {
    /**
     * @param account code and name of the ledger account
     * @param taxName such as {@code GST on Income (10%)}
     */
    public record Line(String account, String taxName, String net, String tax) {}

    public DraftPreview {
        lines = List.copyOf(lines);
    }

    /** For a contact, which has no amounts. */
    public static DraftPreview ofContact(String shortCode) {
        return new DraftPreview("", shortCode, List.of(), "0", "0", "0");
    }

    static String plain(Money money) {
        return money.toDecimal().toPlainString();
    }
}
