package au.pip.sandbox.xero;

import au.pip.sandbox.books.Account;
import au.pip.sandbox.books.AdvancePayment;
import au.pip.sandbox.books.BankTransaction;
import au.pip.sandbox.books.BankTransfer;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.Contact;
import au.pip.sandbox.books.LineAmountTypes;
import au.pip.sandbox.books.Organisation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Bank transfers, overpayments and prepayments as Xero writes them. */
final class MoneyRecords {
    private final Books books;

    MoneyRecords(Books books) {
        this.books = books;
    }

    List<Map<String, Object>> transfers() {
        return books.paperwork().bankTransfers().stream().map(this::transfer).toList();
    }

    List<Map<String, Object>> advances(AdvancePayment.Kind kind) {
        return books.paperwork().advancePayments().stream()
                .filter(each -> each.kind() == kind)
                .map(this::advance)
                .toList();
    }

    private Map<String, Object> transfer(BankTransfer transfer) {
        return new Fields()
                .with("BankTransferID", transfer.id())
                .with("CreatedDateUTC", transfer.from().updated())
                .date("Date", transfer.from().date())
                .with("Status", "AUTHORISED")
                .with("FromBankAccount", account(transfer.from()))
                .with("ToBankAccount", account(transfer.to()))
                .money("Amount", transfer.amount())
                .with("CurrencyRate", DocumentRecords.rate(BigDecimal.ONE))
                .with("FromBankTransactionID", transfer.from().id())
                .with("ToBankTransactionID", transfer.to().id())
                .with("FromIsReconciled", transfer.from().reconciled())
                .with("ToIsReconciled", transfer.to().reconciled())
                .with("Reference", transfer.from().reference())
                .with("HasAttachments", false)
                .map();
    }

    private Map<String, Object> account(BankTransaction side) {
        Account account = books.account(side.bankAccountCode());
        return new Fields()
                .with("AccountID", account.id())
                .with("Code", account.code())
                .with("Name", account.name())
                .map();
    }

    private Map<String, Object> advance(AdvancePayment advance) {
        BankTransaction moved = advance.transaction();
        String kind = advance.kind() == AdvancePayment.Kind.OVERPAYMENT ? "Overpayment" : "Prepayment";
        Contact contact = books.contacts().stream()
                .filter(each -> each.id().equals(moved.contactId()))
                .findFirst()
                .orElseThrow();
        return new Fields()
                .with(kind + "ID", advance.id())
                .with("Type", moved.type().word())
                .with("Reference", moved.reference())
                .money("RemainingCredit", moved.total())
                .with("Allocations", List.of())
                .with("Payments", List.of())
                .with("HasAttachments", false)
                .with("Contact", ContactRecords.reference(contact))
                .date("Date", moved.date())
                .with("Status", "AUTHORISED")
                .with("LineAmountTypes", LineAmountTypes.NO_TAX.word())
                .with("LineItems", DocumentRecords.lines(moved.lines(), LineAmountTypes.NO_TAX))
                .money("SubTotal", moved.subTotal())
                .money("TotalTax", moved.tax())
                .money("Total", moved.total())
                .with("CurrencyRate", DocumentRecords.rate(BigDecimal.ONE))
                .with("UpdatedDateUTC", moved.updated())
                .with("CurrencyCode", Organisation.BASE_CURRENCY)
                .map();
    }
}
