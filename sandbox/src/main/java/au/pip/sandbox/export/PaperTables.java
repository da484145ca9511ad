package au.pip.sandbox.export;

import static au.pip.sandbox.export.Csv.amount;

import au.pip.sandbox.books.BankTransfer;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.Item;
import au.pip.sandbox.books.PurchaseOrder;
import au.pip.sandbox.books.Quote;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tables of what is kept beside the ledger. Amounts are in AUD. */
final class PaperTables {
    private final Books books;

    PaperTables(Books books) {
        this.books = books;
    }

    Map<String, Csv> byFile() {
        Map<String, Csv> tables = new LinkedHashMap<>();
        tables.put("quotes.csv", quotes());
        tables.put("purchase_orders.csv", orders());
        tables.put("items.csv", items());
        tables.put("bank_transfers.csv", transfers());
        return tables;
    }

    private Csv quotes() {
        Csv csv = new Csv("quote_id", "number", "contact_id", "contact_name", "date", "expires_on", "status", "total");
        for (Quote quote : books.paperwork().quotes()) {
            csv.row(
                    quote.id(),
                    quote.number(),
                    quote.contactId(),
                    books.contact(quote.contactId()).name(),
                    quote.date(),
                    quote.expiresOn(),
                    quote.status(),
                    amount(quote.total()));
        }
        return csv;
    }

    private Csv orders() {
        Csv csv = new Csv(
                "purchase_order_id", "number", "contact_id", "contact_name", "date", "delivery_on", "status", "total");
        for (PurchaseOrder order : books.paperwork().purchaseOrders()) {
            csv.row(
                    order.id(),
                    order.number(),
                    order.contactId(),
                    books.contact(order.contactId()).name(),
                    order.date(),
                    order.deliveryOn(),
                    order.status(),
                    amount(order.total()));
        }
        return csv;
    }

    private Csv items() {
        Csv csv = new Csv("item_id", "code", "name", "sold", "unit_price");
        for (Item item : books.paperwork().items()) {
            csv.row(item.id(), item.code(), item.name(), item.sold(), amount(item.unitCents()));
        }
        return csv;
    }

    private Csv transfers() {
        Csv csv = new Csv("bank_transfer_id", "date", "from_account_code", "to_account_code", "amount");
        for (BankTransfer transfer : books.paperwork().bankTransfers()) {
            csv.row(
                    transfer.id(),
                    transfer.from().date(),
                    transfer.from().bankAccountCode(),
                    transfer.to().bankAccountCode(),
                    amount(transfer.amount()));
        }
        return csv;
    }
}
