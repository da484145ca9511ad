package au.pip.interop;

import au.pip.xero.AdvancePayment;
import au.pip.xero.Attachment;
import au.pip.xero.BankTransfer;
import au.pip.xero.ContactGroup;
import au.pip.xero.CreditNote;
import au.pip.xero.HistoryNote;
import au.pip.xero.Item;
import au.pip.xero.PurchaseOrder;
import au.pip.xero.Quote;
import au.pip.xero.TrackingCategory;
import com.xero.models.accounting.Allocation;
import com.xero.models.accounting.HistoryRecord;
import com.xero.models.accounting.Overpayment;
import com.xero.models.accounting.Prepayment;
import com.xero.models.accounting.Purchase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rest of {@link OurLines} and {@link TheirLines}, side by side. */
final class PaperLines {
    private PaperLines() {}

    static String ours(Item each) {
        return Line.of(
                each.itemId(),
                each.code(),
                each.name(),
                each.description(),
                each.purchaseDescription(),
                price(each.sale()),
                price(each.purchase()),
                each.isStock(),
                each.onHand(),
                each.stockValue(),
                each.updatedAt());
    }

    private static String price(Item.@Nullable Price price) {
        return price == null ? "" : Line.of(price.unitPrice(), price.accountCode(), price.taxType());
    }

    static String theirs(com.xero.models.accounting.Item each) {
        return Line.of(
                each.getItemID(),
                each.getCode(),
                each.getName(),
                each.getDescription(),
                each.getPurchaseDescription(),
                each.getIsSold() ? price(each.getSalesDetails()) : "",
                each.getIsPurchased() ? price(each.getPurchaseDetails()) : "",
                each.getIsTrackedAsInventory(),
                each.getQuantityOnHand(),
                each.getTotalCostPool(),
                TheirLines.instant(each.getUpdatedDateUTCAsDate()));
    }

    private static String price(Purchase price) {
        return Line.of(
                price.getUnitPrice(),
                price.getAccountCode() == null ? price.getCoGSAccountCode() : price.getAccountCode(),
                price.getTaxType());
    }

    static String ours(TrackingCategory each) {
        return Line.of(
                each.trackingCategoryId(),
                each.name(),
                each.status(),
                Line.parts(
                        each.options(), option -> Line.of(option.trackingOptionId(), option.name(), option.status())));
    }

    static String theirs(com.xero.models.accounting.TrackingCategory each) {
        return Line.of(
                each.getTrackingCategoryID(),
                each.getName(),
                each.getStatus(),
                Line.parts(
                        each.getOptions(),
                        option -> Line.of(option.getTrackingOptionID(), option.getName(), option.getStatus())));
    }

    static String ours(ContactGroup each) {
        return Line.of(
                each.contactGroupId(),
                each.name(),
                Line.parts(each.contacts(), contact -> Line.of(contact.contactId(), contact.name())));
    }

    static String theirs(com.xero.models.accounting.ContactGroup each) {
        return Line.of(
                each.getContactGroupID(),
                each.getName(),
                each.getContacts() == null
                        ? "[]"
                        : Line.parts(
                                each.getContacts(), contact -> Line.of(contact.getContactID(), contact.getName())));
    }

    static String ours(Quote each) {
        return Line.of(
                each.quoteId(),
                each.status(),
                each.number(),
                each.reference(),
                each.title(),
                each.contact().contactId(),
                each.contact().name(),
                each.date(),
                each.expiresOn(),
                each.lineAmounts(),
                OurLines.lines(each.lines()),
                OurLines.totals(each.totals()),
                each.discount(),
                each.currency(),
                each.currencyRate(),
                each.updatedAt());
    }

    static String theirs(com.xero.models.accounting.Quote each) {
        return Line.of(
                each.getQuoteID(),
                each.getStatus(),
                each.getQuoteNumber(),
                each.getReference(),
                each.getTitle(),
                each.getContact().getContactID(),
                each.getContact().getName(),
                each.getDateAsDate(),
                each.getExpiryDateAsDate(),
                each.getLineAmountTypes(),
                TheirLines.lines(each.getLineItems()),
                Line.of(each.getSubTotal(), each.getTotalTax(), each.getTotal()),
                each.getTotalDiscount(),
                each.getCurrencyCode(),
                each.getCurrencyRate(),
                TheirLines.instant(each.getUpdatedDateUTCAsDate()));
    }

    static String ours(PurchaseOrder each) {
        return Line.of(
                each.purchaseOrderId(),
                each.status(),
                each.number(),
                each.reference(),
                each.contact().contactId(),
                each.contact().name(),
                each.date(),
                each.deliveryOn(),
                each.expectedOn(),
                each.lineAmounts(),
                OurLines.lines(each.lines()),
                OurLines.totals(each.totals()),
                each.currency(),
                each.currencyRate(),
                each.updatedAt());
    }

    static String theirs(com.xero.models.accounting.PurchaseOrder each) {
        return Line.of(
                each.getPurchaseOrderID(),
                each.getStatus(),
                each.getPurchaseOrderNumber(),
                each.getReference(),
                each.getContact().getContactID(),
                each.getContact().getName(),
                each.getDateAsDate(),
                each.getDeliveryDateAsDate(),
                each.getExpectedArrivalDateAsDate(),
                each.getLineAmountTypes(),
                TheirLines.lines(each.getLineItems()),
                Line.of(each.getSubTotal(), each.getTotalTax(), each.getTotal()),
                each.getCurrencyCode(),
                each.getCurrencyRate(),
                TheirLines.instant(each.getUpdatedDateUTCAsDate()));
    }

    /** Without the reference, which the library does not read of an overpayment. */
    static String ours(AdvancePayment each) {
        return Line.of(
                each.id(),
                each.direction(),
                each.status(),
                each.contact().contactId(),
                each.contact().name(),
                each.date(),
                each.lineAmounts(),
                OurLines.lines(each.lines()),
                OurLines.totals(each.totals()),
                each.remaining(),
                each.currency(),
                each.currencyRate(),
                Line.parts(each.allocations(), PaperLines::ours),
                each.updatedAt());
    }

    private static String ours(CreditNote.Allocation each) {
        return Line.of(each.invoiceId(), each.invoiceNumber(), each.date(), each.amount());
    }

    static String theirs(Overpayment each) {
        return Line.of(
                each.getOverpaymentID(),
                direction(each.getType()),
                each.getStatus(),
                each.getContact().getContactID(),
                each.getContact().getName(),
                each.getDateAsDate(),
                each.getLineAmountTypes(),
                TheirLines.lines(each.getLineItems()),
                Line.of(each.getSubTotal(), each.getTotalTax(), each.getTotal()),
                each.getRemainingCredit(),
                each.getCurrencyCode(),
                each.getCurrencyRate(),
                allocations(each.getAllocations()),
                TheirLines.instant(each.getUpdatedDateUTCAsDate()));
    }

    static String theirs(Prepayment each) {
        return Line.of(
                each.getPrepaymentID(),
                direction(each.getType()),
                each.getStatus(),
                each.getContact().getContactID(),
                each.getContact().getName(),
                each.getDateAsDate(),
                each.getLineAmountTypes(),
                TheirLines.lines(each.getLineItems()),
                Line.of(each.getSubTotal(), each.getTotalTax(), each.getTotal()),
                each.getRemainingCredit(),
                each.getCurrencyCode(),
                each.getCurrencyRate(),
                allocations(each.getAllocations()),
                TheirLines.instant(each.getUpdatedDateUTCAsDate()));
    }

    private static String direction(Object type) {
        return type.toString().startsWith("RECEIVE-") || type.toString().startsWith("AR") ? "RECEIVED" : "SPENT";
    }

    private static String allocations(List<Allocation> allocations) {
        return Line.parts(
                allocations,
                each -> Line.of(
                        each.getInvoice().getInvoiceID(),
                        each.getInvoice().getInvoiceNumber(),
                        each.getDateAsDate(),
                        each.getAmount()));
    }

    static String ours(BankTransfer each) {
        return Line.of(
                each.bankTransferId(),
                each.date(),
                OurLines.account(each.from()),
                OurLines.account(each.to()),
                each.amount(),
                each.fromTransactionId(),
                each.toTransactionId(),
                each.isFromReconciled(),
                each.isToReconciled(),
                each.reference(),
                each.createdAt());
    }

    static String theirs(com.xero.models.accounting.BankTransfer each) {
        return Line.of(
                each.getBankTransferID(),
                each.getDateAsDate(),
                TheirLines.reference(each.getFromBankAccount()),
                TheirLines.reference(each.getToBankAccount()),
                each.getAmount(),
                each.getFromBankTransactionID(),
                each.getToBankTransactionID(),
                each.getFromIsReconciled(),
                each.getToIsReconciled(),
                each.getReference(),
                TheirLines.instant(each.getCreatedDateUTCAsDate()));
    }

    static String ours(HistoryNote each) {
        return Line.of(each.change(), each.at(), each.user(), each.details());
    }

    static String theirs(HistoryRecord each) {
        return Line.of(
                each.getChanges(), TheirLines.instant(each.getDateUTCAsDate()), each.getUser(), each.getDetails());
    }

    static String ours(Attachment each) {
        return Line.of(each.attachmentId(), each.fileName(), each.mimeType(), each.bytes(), each.withOnlineInvoice());
    }

    static String theirs(com.xero.models.accounting.Attachment each) {
        return Line.of(
                each.getAttachmentID(),
                each.getFileName(),
                each.getMimeType(),
                each.getContentLength(),
                each.getIncludeOnline());
    }
}
