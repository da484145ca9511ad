package au.pip.interop;

import com.xero.models.accounting.Account;
import com.xero.models.accounting.BankTransaction;
import com.xero.models.accounting.Contact;
import com.xero.models.accounting.CreditNote;
import com.xero.models.accounting.Invoice;
import com.xero.models.accounting.LineItem;
import com.xero.models.accounting.ManualJournal;
import com.xero.models.accounting.Organisation;
import com.xero.models.accounting.Payment;
import com.xero.models.accounting.ReportCell;
import com.xero.models.accounting.ReportRow;
import com.xero.models.accounting.ReportRows;
import com.xero.models.accounting.ReportWithRow;
import com.xero.models.accounting.ReportWithRows;
import com.xero.models.accounting.RowType;
import com.xero.models.accounting.TaxRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.threeten.bp.OffsetDateTime;

/** What Xero's Java library read, as lines; field by field as in {@link OurLines}. */
final class TheirLines {
    private TheirLines() {}

    static String organisation(Organisation each) {
        return Line.of(
                each.getOrganisationID(),
                each.getName(),
                each.getLegalName(),
                each.getOrganisationType(),
                each.getCountryCode(),
                each.getBaseCurrency(),
                each.getTimezone(),
                each.getPaysTax(),
                each.getSalesTaxBasis(),
                each.getSalesTaxPeriod(),
                each.getFinancialYearEndDay(),
                each.getFinancialYearEndMonth(),
                each.getTaxNumber(),
                each.getShortCode(),
                each.getPropertyClass(),
                each.getIsDemoCompany());
    }

    static String account(Account each) {
        return Line.of(
                each.getAccountID(),
                each.getCode(),
                each.getName(),
                each.getType(),
                each.getPropertyClass(),
                each.getStatus(),
                each.getTaxType(),
                each.getSystemAccount(),
                each.getCurrencyCode(),
                each.getEnablePaymentsToAccount(),
                instant(each.getUpdatedDateUTCAsDate()));
    }

    static String taxRate(TaxRate each) {
        return Line.of(
                each.getName(),
                each.getTaxType(),
                each.getReportTaxType(),
                each.getStatus(),
                each.getDisplayTaxRate(),
                each.getEffectiveRate(),
                Line.parts(
                        each.getTaxComponents(),
                        part -> Line.of(part.getName(), part.getRate(), part.getIsCompound())));
    }

    static String contact(Contact each) {
        return Line.of(
                each.getContactID(),
                each.getName(),
                each.getContactStatus(),
                each.getIsCustomer(),
                each.getIsSupplier(),
                each.getFirstName(),
                each.getLastName(),
                each.getEmailAddress(),
                each.getTaxNumber(),
                each.getBalances() == null
                        ? ""
                        : Line.of(
                                each.getBalances().getAccountsReceivable().getOutstanding(),
                                each.getBalances().getAccountsReceivable().getOverdue()),
                each.getBalances() == null
                        ? ""
                        : Line.of(
                                each.getBalances().getAccountsPayable().getOutstanding(),
                                each.getBalances().getAccountsPayable().getOverdue()),
                instant(each.getUpdatedDateUTCAsDate()));
    }

    static String invoice(Invoice each) {
        return Line.of(
                each.getInvoiceID(),
                each.getType(),
                each.getStatus(),
                each.getInvoiceNumber(),
                each.getReference(),
                each.getContact().getContactID(),
                each.getContact().getName(),
                each.getDateAsDate(),
                each.getDueDateAsDate(),
                each.getLineAmountTypes(),
                Line.of(each.getSubTotal(), each.getTotalTax(), each.getTotal()),
                each.getAmountDue(),
                each.getAmountPaid(),
                each.getAmountCredited(),
                each.getCurrencyCode(),
                each.getCurrencyRate(),
                each.getFullyPaidOnDateAsDate(),
                instant(each.getUpdatedDateUTCAsDate()),
                lines(each.getLineItems()),
                Line.parts(
                        each.getPayments(),
                        paid -> Line.of(paid.getPaymentID(), paid.getDateAsDate(), paid.getAmount())),
                Line.parts(
                        each.getCreditNotes(),
                        credit -> Line.of(
                                credit.getCreditNoteID(),
                                credit.getCreditNoteNumber(),
                                credit.getDateAsDate(),
                                credit.getAppliedAmount())));
    }

    static String creditNote(CreditNote each) {
        return Line.of(
                each.getCreditNoteID(),
                each.getType(),
                each.getStatus(),
                each.getCreditNoteNumber(),
                each.getReference(),
                each.getContact().getContactID(),
                each.getContact().getName(),
                each.getDateAsDate(),
                each.getLineAmountTypes(),
                Line.of(each.getSubTotal(), each.getTotalTax(), each.getTotal()),
                each.getRemainingCredit(),
                each.getCurrencyCode(),
                each.getCurrencyRate(),
                each.getFullyPaidOnDateAsDate(),
                instant(each.getUpdatedDateUTCAsDate()),
                lines(each.getLineItems()),
                Line.parts(
                        each.getAllocations(),
                        part -> Line.of(
                                part.getInvoice().getInvoiceID(),
                                part.getInvoice().getInvoiceNumber(),
                                part.getDateAsDate(),
                                part.getAmount())));
    }

    static String payment(Payment each) {
        return Line.of(
                each.getPaymentID(),
                each.getPaymentType(),
                each.getStatus(),
                each.getDateAsDate(),
                each.getAmount(),
                each.getBankAmount(),
                each.getCurrencyRate(),
                each.getReference(),
                each.getIsReconciled(),
                reference(each.getAccount()),
                each.getInvoice().getInvoiceID(),
                each.getInvoice().getInvoiceNumber(),
                each.getInvoice().getContact().getName(),
                each.getInvoice().getCurrencyCode(),
                instant(each.getUpdatedDateUTCAsDate()));
    }

    static String bankTransaction(BankTransaction each) {
        return Line.of(
                each.getBankTransactionID(),
                each.getType(),
                each.getStatus(),
                each.getContact() == null ? "" : each.getContact().getContactID(),
                each.getContact() == null ? "" : each.getContact().getName(),
                reference(each.getBankAccount()),
                each.getDateAsDate(),
                each.getReference(),
                each.getIsReconciled(),
                each.getLineAmountTypes(),
                lines(each.getLineItems()),
                Line.of(each.getSubTotal(), each.getTotalTax(), each.getTotal()),
                each.getCurrencyCode(),
                each.getCurrencyRate(),
                instant(each.getUpdatedDateUTCAsDate()));
    }

    static String manualJournal(ManualJournal each) {
        return Line.of(
                each.getManualJournalID(),
                each.getNarration(),
                each.getStatus(),
                each.getDateAsDate(),
                each.getLineAmountTypes(),
                each.getShowOnCashBasisReports(),
                instant(each.getUpdatedDateUTCAsDate()),
                Line.parts(
                        each.getJournalLines(),
                        line -> Line.of(
                                line.getLineAmount(),
                                line.getTaxAmount(),
                                line.getTaxType(),
                                line.getAccountCode(),
                                line.getAccountID(),
                                line.getDescription())));
    }

    static List<String> report(ReportWithRows reply) {
        ReportWithRow report = reply.getReports().getFirst();
        List<String> lines = new ArrayList<>();
        lines.add(Line.of(
                report.getReportName(), report.getReportType(), report.getReportTitles(), report.getReportDate()));
        for (ReportRows rows : report.getRows()) {
            if (rows.getRowType() == RowType.HEADER) {
                lines.add(Line.of(
                        rows.getCells().stream().map(ReportCell::getValue).toArray()));
            } else {
                lines.add("Section " + rows.getTitle());
                for (ReportRow row : rows.getRows()) {
                    lines.add((row.getRowType() == RowType.SUMMARYROW ? "SummaryRow " : "Row ")
                            + Line.parts(row.getCells(), cell -> Line.of(cell.getValue(), accountId(cell))));
                }
            }
        }
        return lines;
    }

    /** {@code account} in most reports, {@code accountID} in one. */
    private static @Nullable String accountId(ReportCell cell) {
        return cell.getAttributes() == null
                ? null
                : cell.getAttributes().stream()
                        .filter(each -> each.getId().toLowerCase(Locale.ROOT).startsWith("account"))
                        .map(each -> each.getValue())
                        .findFirst()
                        .orElse(null);
    }

    static String reference(Account account) {
        return Line.of(account.getAccountID(), account.getCode(), account.getName());
    }

    static String lines(List<LineItem> lines) {
        return Line.parts(
                lines,
                line -> Line.of(
                        line.getLineItemID(),
                        line.getDescription(),
                        line.getQuantity(),
                        line.getUnitAmount(),
                        line.getLineAmount(),
                        line.getTaxAmount(),
                        line.getTaxType(),
                        line.getAccountCode()));
    }

    static @Nullable String instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant().toString();
    }
}
