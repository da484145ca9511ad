package au.pip.xero;

/**
 * What Xero has made of a draft.
 *
 * @param id Xero's
 * @param number a document's, as Xero gave it or took it over, or a contact's name; "" for none
 * @param stored the record as Xero answered it, as JSON, cut after a few pages; untrusted text
 */
public record Written(DraftKind kind, String id, String number, String stored) {
    private static final int MOST_STORED = 8_000;

    /** @throws XeroException.Malformed when the reply does not show the one draft */
    static Written parse(DraftKind kind, Fields reply) {
        var records = reply.list(kind.endpoint(), each -> parseOne(kind, each));
        if (records.size() != 1) {
            throw reply.wrong(kind.endpoint(), "is not the one record that was sent");
        }
        return records.getFirst();
    }

    private static Written parseOne(DraftKind kind, Fields record) {
        String state = kind == DraftKind.CONTACT ? "ContactStatus" : "Status";
        String expected = kind == DraftKind.CONTACT ? "ACTIVE" : "DRAFT";
        if (!record.text(state, "").equalsIgnoreCase(expected)) {
            throw record.wrong(state, "is not " + expected);
        }
        String id = record.requiredText(kind.idField());
        if (!Ids.isId(id)) {
            throw record.wrong(kind.idField(), "is no id");
        }
        String stored = record.json();
        return new Written(
                kind,
                id,
                record.text(kind.numberField(), ""),
                stored.length() > MOST_STORED ? stored.substring(0, MOST_STORED) : stored);
    }
}
