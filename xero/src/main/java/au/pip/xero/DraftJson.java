package au.pip.xero;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drafts as Xero takes them (schemas {@code Contact}, {@code Invoice}, {@code CreditNote} and {@code Quote} of its
 * OpenAPI file), and read back from that. Fields stand in one order, without white space.
 */
final class DraftJson {
    /** The only state that is ever written. */
    private static final String DRAFT = "DRAFT";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private DraftJson() {}

    static String render(Draft draft) {
        Map<String, Object> record = switch (draft) {
            case ContactDraft contact -> renderContact(contact);
            case InvoiceDraft invoice -> renderInvoice(invoice);
            case BillDraft bill -> renderBill(bill);
            case CreditNoteDraft note -> renderCreditNote(note);
            case QuoteDraft quote -> renderQuote(quote);
        };
        return MAPPER.writeValueAsString(Map.of(draft.kind().endpoint(), List.of(record)));
    }

    private static Map<String, Object> renderContact(ContactDraft contact) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("Name", contact.name());
        putText(record, "FirstName", contact.firstName());
        putText(record, "LastName", contact.lastName());
        putText(record, "EmailAddress", contact.email());
        putText(record, "TaxNumber", contact.taxNumber());
        return record;
    }

    private static Map<String, Object> renderInvoice(InvoiceDraft invoice) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("Type", Invoice.Type.ACCREC.name());
        putContent(record, invoice.content(), lineAmounts(invoice.content()));
        record.put("DueDate", invoice.dueDate().toString());
        putText(record, "Reference", invoice.reference());
        return record;
    }

    private static Map<String, Object> renderBill(BillDraft bill) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("Type", Invoice.Type.ACCPAY.name());
        putContent(record, bill.content(), lineAmounts(bill.content()));
        record.put("DueDate", bill.dueDate().toString());
        putText(record, "InvoiceNumber", bill.number());
        return record;
    }

    private static Map<String, Object> renderCreditNote(CreditNoteDraft note) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("Type", note.type().name());
        putContent(record, note.content(), lineAmounts(note.content()));
        putText(record, referenceField(note.type()), note.reference());
        return record;
    }

    private static Map<String, Object> renderQuote(QuoteDraft quote) {
        Map<String, Object> record = new LinkedHashMap<>();
        putContent(record, quote.content(), lineAmounts(quote.content()).toUpperCase(Locale.ROOT));
        record.put("ExpiryDate", quote.expiry().toString());
        putText(record, "Title", quote.title());
        putText(record, "Reference", quote.reference());
        return record;
    }

    private static void putContent(Map<String, Object> record, DraftContent content, String lineAmounts) {
        record.put("Status", DRAFT);
        record.put("Contact", Map.of("ContactID", content.contactId()));
        record.put("Date", content.date().toString());
        record.put("LineAmountTypes", lineAmounts);
        record.put("CurrencyCode", content.currency().getCurrencyCode());
        record.put(
                "LineItems", content.lines().stream().map(DraftJson::renderLine).toList());
    }

    private static Map<String, Object> renderLine(DraftLine line) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("Description", line.description());
        item.put("Quantity", line.quantity());
        item.put("UnitAmount", line.unitAmount());
        item.put("AccountCode", line.accountCode());
        item.put("TaxType", line.taxType());
        return item;
    }

    private static void putText(Map<String, Object> record, String name, String text) {
        if (!text.isEmpty()) {
            record.put(name, text);
        }
    }

    /** As all but quotes spell it; those have capitals. */
    private static String lineAmounts(DraftContent content) {
        return switch (content.lineAmounts()) {
            case EXCLUSIVE -> "Exclusive";
            case INCLUSIVE -> "Inclusive";
            case NO_TAX -> "NoTax";
            case OTHER -> throw new IllegalStateException("no draft has it");
        };
    }

    private static String referenceField(CreditNote.Type type) {
        return type == CreditNote.Type.ACCRECCREDIT ? "Reference" : "CreditNoteNumber";
    }

    static Draft read(DraftKind kind, String json) {
        try {
            Draft draft = read(
                    kind,
                    new Fields(
                            WireJson.parse(json.getBytes(StandardCharsets.UTF_8))
                                    .path(kind.endpoint())
                                    .path(0),
                            kind.endpoint()));
            if (render(draft).equals(json)) {
                return draft;
            }
        } catch (JacksonException | XeroException.Malformed e) {
            throw new IllegalArgumentException(notOurs(kind), e);
        }
        throw new IllegalArgumentException(notOurs(kind));
    }

    private static Draft read(DraftKind kind, Fields record) {
        return switch (kind) {
            case CONTACT ->
                new ContactDraft(
                        record.requiredText("Name"),
                        record.text("FirstName", ""),
                        record.text("LastName", ""),
                        record.text("EmailAddress", ""),
                        record.text("TaxNumber", ""));
            case INVOICE -> new InvoiceDraft(content(record), day(record, "DueDate"), record.text("Reference", ""));
            case BILL -> new BillDraft(content(record), day(record, "DueDate"), record.text("InvoiceNumber", ""));
            case CREDIT_NOTE -> {
                CreditNote.Type type = record.choice("Type", CreditNote.Type.OTHER);
                yield new CreditNoteDraft(type, content(record), record.text(referenceField(type), ""));
            }
            case QUOTE ->
                new QuoteDraft(
                        content(record),
                        day(record, "ExpiryDate"),
                        record.text("Title", ""),
                        record.text("Reference", ""));
        };
    }

    private static DraftContent content(Fields record) {
        return new DraftContent(
                record.child("Contact").requiredText("ContactID"),
                day(record, "Date"),
                record.choice("LineAmountTypes", LineAmounts.OTHER),
                currency(record),
                record.list("LineItems", DraftJson::line));
    }

    private static DraftLine line(Fields item) {
        return new DraftLine(
                item.requiredText("Description"),
                item.required("Quantity", item.decimal("Quantity")),
                item.required("UnitAmount", item.decimal("UnitAmount")),
                item.requiredText("AccountCode"),
                item.requiredText("TaxType"));
    }

    private static LocalDate day(Fields record, String name) {
        return record.required(name, record.date(name));
    }

    private static Currency currency(Fields record) {
        return record.currency("CurrencyCode", () -> {
            throw record.wrong("CurrencyCode", "is missing");
        });
    }

    private static String notOurs(DraftKind kind) {
        return "This " + kind.noun() + " is not as Pip writes drafts, so it is not used. Propose it anew.";
    }

    static String hash(Draft draft, String account, String tenantId) {
        String all = MAPPER.writeValueAsString(
                List.of(draft.kind().tool(), render(draft), account, tenantId.toLowerCase(Locale.ROOT)));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
