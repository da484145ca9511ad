package au.pip.sandbox.books;

import java.util.List;
import java.util.UUID;

/**
 * What is kept beside the ledger: offers, orders, price lists, files and notes. Nothing of it posts, but for the two
 * kinds of bank transactions that it only names: transfers and advance payments.
 */
public record Paperwork(
        List<Quote> quotes,
        List<PurchaseOrder> purchaseOrders,
        List<Item> items,
        List<TrackingCategory> trackingCategories,
        List<ContactGroup> contactGroups,
        List<BankTransfer> bankTransfers,
        List<AdvancePayment> advancePayments,
        List<Attachment> attachments,
        List<Note> notes) {

    public Paperwork {
        quotes = List.copyOf(quotes);
        purchaseOrders = List.copyOf(purchaseOrders);
        items = List.copyOf(items);
        trackingCategories = List.copyOf(trackingCategories);
        contactGroups = List.copyOf(contactGroups);
        bankTransfers = List.copyOf(bankTransfers);
        advancePayments = List.copyOf(advancePayments);
        attachments = List.copyOf(attachments);
        notes = List.copyOf(notes);
    }

    /** The files kept with a record. */
    public List<Attachment> attachmentsOf(UUID recordId) {
        return attachments.stream()
                .filter(each -> each.recordId().equals(recordId))
                .toList();
    }
}
