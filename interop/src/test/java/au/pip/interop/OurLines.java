package au.pip.interop;

import au.pip.xero.Account;
import au.pip.xero.AccountRef;
import au.pip.xero.BankTransaction;
import au.pip.xero.Contact;
import au.pip.xero.CreditNote;
import au.pip.xero.Invoice;
import au.pip.xero.LineItem;
import au.pip.xero.ManualJournal;
import au.pip.xero.Organisation;
import au.pip.xero.Payment;
import au.pip.xero.Report;
import au.pip.xero.TaxRate;
import au.pip.xero.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Pip read, as lines. */
final class OurLines {
    /** Words of Xero's that are newer than the library, which reads them as nothing. */
    private static final Set<String> NEWER = Set.of(
            "GROW", "IGNITE", "PAYGLIABILITY", "SUPERANNUATIONEXPENSE", "SUPERANNUATIONLIABILITY", "WAGESEXPENSE");

    private OurLines() {}

    static String organisation(Organisation each) {
        return Line.of(
                each.organisationId(),
                each.name(),
                each.legalName(),
                Line.word(each.organisationType()),
                each.countryCode(),
                each.baseCurrency(),
                each.timeZone().xeroName(),
                each.paysTax(),
                each.salesTaxBasis(),
                each.salesTaxPeriodText(),
                Objects.requireNonNull(each.financialYearEnd()).getDayOfMonth(),
                each.financialYearEnd().getMonthValue(),
                each.taxNumber(),
                each.shortCode(),
                known(each.plan()),
                each.isDemo());
    }

    static String account(Account each) {
        return Line.of(
                each.accountId(),
                each.code(),
                each.name(),
                known(each.type()),
                each.accountClass(),
                each.status(),
                each.taxType(),
                each.systemAccount(),
                each.currencyCode(),
                each.takesPayments(),
                each.updatedAt());
    }

    static String taxRate(TaxRate each) {
        return Line.of(
                each.name(),
                each.taxType(),
                each.reportTaxType(),
                each.status(),
                each.displayRate(),
                each.effectiveRate(),
                Line.parts(each.components(), part -> Line.of(part.name(), part.rate(), part.compound())));
    }

    static String contact(Contact each) {
        return Line.of(
                each.contactId(),
                each.name(),
                each.status(),
                each.isCustomer(),
                each.isSupplier(),
                each.firstName(),
                each.lastName(),
                each.email(),
                each.taxNumber(),
                balance(each.receivable()),
                balance(each.payable()),
                each.updatedAt());
    }

    private static String balance(Contact.@Nullable Balance balance) {
        return balance == null ? "" : Line.of(balance.outstanding(), balance.overdue());
    }

    static String invoice(Invoice each) {
        return Line.of(
                each.invoiceId(),
                each.type(),
                each.status(),
                each.number(),
                each.reference(),
                each.contact().contactId(),
                each.contact().name(),
                each.date(),
                each.dueDate(),
                each.lineAmounts(),
                totals(each.totals()),
                each.due(),
                each.paid(),
                each.credited(),
                each.currency(),
                each.currencyRate(),
                each.fullyPaidOn(),
                each.updatedAt(),
                lines(each.lines()),
                Line.parts(each.payments(), paid -> Line.of(paid.paymentId(), paid.date(), paid.amount())),
                Line.parts(
                        each.credits(),
                        credit -> Line.of(credit.id(), credit.number(), credit.date(), credit.amount())));
    }

    static String creditNote(CreditNote each) {
        return Line.of(
                each.creditNoteId(),
                each.type(),
                each.status(),
                each.number(),
                each.reference(),
                each.contact().contactId(),
                each.contact().name(),
                each.date(),
                each.lineAmounts(),
                totals(each.totals()),
                each.remaining(),
                each.currency(),
                each.currencyRate(),
                each.fullyPaidOn(),
                each.updatedAt(),
                lines(each.lines()),
                Line.parts(
                        each.allocations(),
                        part -> Line.of(part.invoiceId(), part.invoiceNumber(), part.date(), part.amount())));
    }

    static String payment(Payment each) {
        return Line.of(
                each.paymentId(),
                each.type(),
                each.status(),
                each.date(),
                each.amount(),
                each.bankAmount(),
                each.currencyRate(),
                each.reference(),
                each.isReconciled(),
                account(each.account()),
                each.target().id(),
                each.target().number(),
                each.target().contact().name(),
                each.amount().currency(),
                each.updatedAt());
    }

    static String bankTransaction(BankTransaction each) {
        return Line.of(
                each.bankTransactionId(),
                each.type(),
                each.status(),
                each.contact().contactId(),
                each.contact().name(),
                account(each.bankAccount()),
                each.date(),
                each.reference(),
                each.isReconciled(),
                each.lineAmounts(),
                lines(each.lines()),
                totals(each.totals()),
                each.currency(),
                each.currencyRate(),
                each.updatedAt());
    }

    static String manualJournal(ManualJournal each) {
        return Line.of(
                each.manualJournalId(),
                each.narration(),
                each.status(),
                each.date(),
                each.lineAmounts(),
                each.onCashReports(),
                each.updatedAt(),
                Line.parts(
                        each.lines(),
                        line -> Line.of(
                                line.amount(),
                                line.tax(),
                                line.taxType(),
                                line.accountCode(),
                                line.accountId(),
                                line.description())));
    }

    static List<String> report(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add(Line.of(report.name(), report.type(), report.titles(), report.date()));
        lines.add(Line.of(report.columns().toArray()));
        for (Report.Section section : report.sections()) {
            lines.add("Section " + section.title());
            for (Report.Row row : section.rows()) {
                lines.add((row.summary() ? "SummaryRow " : "Row ")
                        + Line.parts(row.cells(), cell -> Line.of(cell.text(), cell.accountId())));
            }
        }
        return lines;
    }

    private static String known(String word) {
        return NEWER.contains(word) ? "" : word;
    }

    static String account(AccountRef account) {
        return Line.of(account.accountId(), account.code(), account.name());
    }

    static String totals(Totals totals) {
        return Line.of(totals.subTotal(), totals.tax(), totals.total());
    }

    static String lines(List<LineItem> lines) {
        return Line.parts(
                lines,
                line -> Line.of(
                        line.lineItemId(),
                        line.description(),
                        line.quantity(),
                        line.unitAmount(),
                        line.amount(),
                        line.tax(),
                        line.taxType(),
                        line.accountCode()));
    }
}
