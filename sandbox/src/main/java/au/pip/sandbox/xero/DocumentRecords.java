package au.pip.sandbox.xero;

import au.pip.sandbox.books.Allocation;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.CreditNote;
import au.pip.sandbox.books.Invoice;
import au.pip.sandbox.books.InvoiceStatus;
import au.pip.sandbox.books.Line;
import au.pip.sandbox.books.LineAmountTypes;
import au.pip.sandbox.books.Organisation;
import au.pip.sandbox.books.Payment;
import au.pip.sandbox.books.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Invoices, bills and credit notes as Xero writes them. */
final class DocumentRecords {
    private final Books books;

    DocumentRecords(Books books) {
        this.books = books;
    }

    List<Map<String, Object>> invoices() {
        return books.invoices().stream().map(this::invoice).toList();
    }

    List<Map<String, Object>> creditNotes() {
        return books.creditNotes().stream().map(this::creditNote).toList();
    }

    private Map<String, Object> invoice(Invoice invoice) {
        boolean dead = invoice.status() == InvoiceStatus.VOIDED || invoice.status() == InvoiceStatus.DELETED;
        Fields fields = new Fields()
                .with("Type", invoice.side().invoiceType())
                .with("InvoiceID", invoice.id())
                .with("InvoiceNumber", invoice.number())
                .with("Reference", invoice.reference())
                .with(
                        "Payments",
                        invoice.payments().stream()
                                .map(DocumentRecords::payment)
                                .toList())
                .with(
                        "CreditNotes",
                        invoice.allocations().stream().map(this::applied).toList())
                .with("Prepayments", List.of())
                .with("Overpayments", List.of())
                .money("AmountDue", dead ? 0 : invoice.due())
                .money("AmountPaid", invoice.paid())
                .money("AmountCredited", invoice.credited())
                .with(
                        "SentToContact",
                        invoice.side() == Side.SALE && invoice.status().isPosted())
                .with("CurrencyRate", rate(invoice.rate()))
                .with("HasErrors", false)
                .with("IsDiscounted", false)
                .with("HasAttachments", hasFiles(invoice.id()))
                .with("Contact", contact(invoice.contactId()))
                .date("Date", invoice.date())
                .date("DueDate", invoice.dueDate())
                .with("Status", invoice.status().name())
                .with("LineAmountTypes", invoice.lineAmountTypes().word())
                .with("LineItems", lines(invoice.lines(), invoice.lineAmountTypes()))
                .money("SubTotal", invoice.subTotal())
                .money("TotalTax", invoice.tax())
                .money("Total", invoice.total())
                .with("UpdatedDateUTC", invoice.updated())
                .with("CurrencyCode", invoice.currency().getCurrencyCode());
        if (invoice.status() == InvoiceStatus.PAID) {
            fields.with("FullyPaidOnDate", lastSettled(invoice));
        }
        return fields.map();
    }

    private Map<String, Object> creditNote(CreditNote credit) {
        Fields fields = new Fields()
                .with("CreditNoteID", credit.id())
                .with("CreditNoteNumber", credit.number())
                .with("Payments", List.of())
                .with("CurrencyRate", rate(BigDecimal.ONE))
                .with("Type", credit.side().creditType())
                .with("Reference", credit.reference())
                .money("RemainingCredit", credit.remaining())
                .with(
                        "Allocations",
                        credit.allocations().stream().map(this::allocation).toList())
                .with("HasAttachments", hasFiles(credit.id()))
                .with("HasErrors", false)
                .with("Contact", contact(credit.contactId()))
                .date("Date", credit.date())
                .date("DueDate", credit.date())
                .with("Status", credit.status().name())
                .with("LineAmountTypes", credit.lineAmountTypes().word())
                .with("LineItems", lines(credit.lines(), credit.lineAmountTypes()))
                .money("SubTotal", credit.subTotal())
                .money("TotalTax", credit.tax())
                .money("Total", credit.total())
                .with("UpdatedDateUTC", credit.updated())
                .with("CurrencyCode", Organisation.BASE_CURRENCY);
        if (credit.status() == InvoiceStatus.PAID) {
            fields.with("FullyPaidOnDate", credit.allocations().getLast().date());
        }
        return fields.map();
    }

    private Map<String, Object> allocation(Allocation allocation) {
        String number =
                books.invoice(allocation.invoiceId()).map(Invoice::number).orElse("");
        return new Fields()
                .with("AllocationID", allocation.id())
                .money("Amount", allocation.amount())
                .with("Date", allocation.date())
                .with(
                        "Invoice",
                        new Fields()
                                .with("InvoiceID", allocation.invoiceId())
                                .with("InvoiceNumber", number)
                                .with("Payments", List.of())
                                .with("CreditNotes", List.of())
                                .with("HasErrors", false)
                                .with("LineItems", List.of())
                                .map())
                .with("IsDeleted", false)
                .map();
    }

    /** A credit note as an invoice lists it. */
    private Map<String, Object> applied(Allocation allocation) {
        CreditNote credit = books.creditNotes().stream()
                .filter(note -> note.id().equals(allocation.creditNoteId()))
                .findFirst()
                .orElseThrow();
        return new Fields()
                .with("CreditNoteID", credit.id())
                .with("CreditNoteNumber", credit.number())
                .with("HasErrors", false)
                .money("AppliedAmount", allocation.amount())
                .date("Date", allocation.date())
                .with("LineItems", List.of())
                .money("Total", credit.total())
                .map();
    }

    private static Map<String, Object> payment(Payment payment) {
        return new Fields()
                .with("PaymentID", payment.id())
                .with("Date", payment.date())
                .money("Amount", payment.amount())
                .with("CurrencyRate", rate(payment.rate()))
                .with("HasAccount", false)
                .with("HasValidationErrors", false)
                .map();
    }

    private boolean hasFiles(UUID id) {
        return !books.paperwork().attachmentsOf(id).isEmpty();
    }

    private Map<String, Object> contact(UUID id) {
        return ContactRecords.reference(books.contact(id));
    }

    static List<Map<String, Object>> lines(List<Line> lines, LineAmountTypes types) {
        return lines.stream()
                .map(line -> new Fields()
                        .with("Description", line.description())
                        .with("UnitAmount", line.unitAmount())
                        .with("TaxType", line.taxType().name())
                        .money("TaxAmount", line.tax())
                        .money("LineAmount", line.written(types))
                        .with("AccountCode", line.accountCode())
                        .with("Tracking", List.of())
                        .with("Quantity", line.quantity().setScale(4, RoundingMode.UNNECESSARY))
                        .with("LineItemID", line.id())
                        .map())
                .toList();
    }

    static BigDecimal rate(BigDecimal rate) {
        return rate.setScale(6, RoundingMode.UNNECESSARY);
    }

    private static LocalDate lastSettled(Invoice invoice) {
        return Stream.concat(
                        invoice.payments().stream().map(Payment::date),
                        invoice.allocations().stream().map(Allocation::date))
                .max(LocalDate::compareTo)
                .orElse(invoice.date());
    }
}
