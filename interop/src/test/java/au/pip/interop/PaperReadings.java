package au.pip.interop;

import static au.pip.interop.Readings.TOKEN;
import static au.pip.interop.Readings.pages;

import au.pip.interop.Readings.Reading;
import au.pip.xero.AdvancePaymentQuery;
import au.pip.xero.DateRange;
import au.pip.xero.InvoiceQuery;
import au.pip.xero.PurchaseOrderQuery;
import au.pip.xero.QuoteQuery;
import au.pip.xero.RecordKind;
import au.pip.xero.XeroApi;
import com.xero.api.client.AccountingApi;
import com.xero.models.accounting.Invoice;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rest of {@link Readings}: papers and lists that nothing in the ledger comes of, and what is kept with records. */
final class PaperReadings {
    private static final YearMonth MONTH = YearMonth.of(2026, 6);
    private static final int SOME = 40;

    static final List<Reading> ALL = List.of(
            new Reading(
                    "Items",
                    (api, tenant) -> Line.each(
                            api.getItems(TOKEN, tenant, null, null, null, 4).getItems(), PaperLines::theirs),
                    api -> Line.each(api.items().value(), PaperLines::ours)),
            new Reading(
                    "TrackingCategories",
                    (api, tenant) -> Line.each(
                            api.getTrackingCategories(TOKEN, tenant, null, null, true)
                                    .getTrackingCategories(),
                            PaperLines::theirs),
                    api -> Line.each(api.trackingCategories().value(), PaperLines::ours)),
            new Reading(
                    "Currencies",
                    (api, tenant) -> Line.each(
                            api.getCurrencies(TOKEN, tenant, null, null).getCurrencies(),
                            each -> Line.of(each.getCode(), each.getDescription())),
                    api -> Line.each(api.currencies().value(), each -> Line.of(each.currency(), each.name()))),
            new Reading(
                    "ContactGroups",
                    (api, tenant) -> Line.each(
                            api.getContactGroups(TOKEN, tenant, null, null).getContactGroups(), PaperLines::theirs),
                    api -> Line.each(api.contactGroups().value(), PaperLines::ours)),
            new Reading("ContactGroups/…", PaperReadings::theirGroups, PaperReadings::ourGroups),
            new Reading(
                    "Quotes",
                    (api, tenant) -> pages(page -> Line.each(
                            api.getQuotes(TOKEN, tenant, null, null, null, null, null, null, null, page, null, null)
                                    .getQuotes(),
                            PaperLines::theirs)),
                    api -> Line.each(api.quotes(QuoteQuery.all()).value(), PaperLines::ours)),
            new Reading(
                    "PurchaseOrders",
                    (api, tenant) -> pages(page -> Line.each(
                            api.getPurchaseOrders(TOKEN, tenant, null, null, null, null, null, page)
                                    .getPurchaseOrders(),
                            PaperLines::theirs)),
                    api -> Line.each(
                            api.purchaseOrders(PurchaseOrderQuery.all()).value(), PaperLines::ours)),
            new Reading(
                    "Overpayments",
                    (api, tenant) -> pages(page -> Line.each(
                            api.getOverpayments(TOKEN, tenant, null, null, null, page, 4)
                                    .getOverpayments(),
                            PaperLines::theirs)),
                    api -> Line.each(api.overpayments(AdvancePaymentQuery.all()).value(), PaperLines::ours)),
            new Reading(
                    "Prepayments",
                    (api, tenant) -> pages(page -> Line.each(
                            api.getPrepayments(TOKEN, tenant, null, null, null, page, 4)
                                    .getPrepayments(),
                            PaperLines::theirs)),
                    api -> Line.each(api.prepayments(AdvancePaymentQuery.all()).value(), PaperLines::ours)),
            new Reading(
                    "BankTransfers",
                    (api, tenant) -> Line.each(
                            api.getBankTransfers(TOKEN, tenant, null, null, null)
                                    .getBankTransfers(),
                            PaperLines::theirs),
                    api -> Line.each(api.bankTransfers(DateRange.ANY).value(), PaperLines::ours)),
            new Reading("Invoices/…/History", PaperReadings::theirHistory, PaperReadings::ourHistory),
            new Reading("Invoices/…/Attachments", PaperReadings::theirAttachments, PaperReadings::ourAttachments),
            new Reading(
                    "Reports/ExecutiveSummary",
                    (api, tenant) -> TheirLines.report(
                            api.getReportExecutiveSummary(TOKEN, tenant, Readings.their(MONTH.atEndOfMonth()))),
                    api -> OurLines.report(api.executiveSummary(MONTH).value().report())),
            new Reading(
                    "Reports/BudgetSummary",
                    (api, tenant) -> TheirLines.report(
                            api.getReportBudgetSummary(TOKEN, tenant, Readings.their(MONTH.atDay(1)), 3, 1)),
                    api -> OurLines.report(api.budgetSummary(MONTH, 3).value().report())));

    private PaperReadings() {}

    private static List<String> theirGroups(AccountingApi api, String tenant) throws Exception {
        List<String> lines = new ArrayList<>();
        for (var group : api.getContactGroups(TOKEN, tenant, null, null).getContactGroups()) {
            lines.addAll(Line.each(
                    api.getContactGroup(TOKEN, tenant, group.getContactGroupID())
                            .getContactGroups(),
                    PaperLines::theirs));
        }
        return lines;
    }

    private static List<String> ourGroups(XeroApi api) {
        return api.contactGroups().value().stream()
                .map(each ->
                        PaperLines.ours(api.contactGroup(each.contactGroupId()).value()))
                .toList();
    }

    private static List<UUID> theirInvoices(AccountingApi api, String tenant) throws Exception {
        List<UUID> ids = new ArrayList<>();
        for (int page = 1; ; page++) {
            List<Invoice> next = api.getInvoices(
                            TOKEN, tenant, null, null, null, null, null, null, null, page, null, null, null, null)
                    .getInvoices();
            if (next.isEmpty()) {
                return ids.stream()
                        .sorted((one, other) -> one.toString().compareTo(other.toString()))
                        .toList();
            }
            next.forEach(each -> ids.add(each.getInvoiceID()));
        }
    }

    private static List<String> ourInvoices(XeroApi api) {
        return api.invoices(InvoiceQuery.all()).value().stream()
                .map(au.pip.xero.Invoice::invoiceId)
                .sorted()
                .toList();
    }

    private static List<String> theirHistory(AccountingApi api, String tenant) throws Exception {
        List<String> lines = new ArrayList<>();
        for (UUID id : theirInvoices(api, tenant).subList(0, SOME)) {
            lines.addAll(Line.each(api.getInvoiceHistory(TOKEN, tenant, id).getHistoryRecords(), PaperLines::theirs));
        }
        return lines;
    }

    private static List<String> ourHistory(XeroApi api) {
        return ourInvoices(api).subList(0, SOME).stream()
                .flatMap(id -> Line.each(api.history(RecordKind.INVOICE, id).value(), PaperLines::ours).stream())
                .toList();
    }

    private static List<String> theirAttachments(AccountingApi api, String tenant) throws Exception {
        List<String> lines = new ArrayList<>();
        for (UUID id : theirInvoices(api, tenant)) {
            lines.addAll(Line.each(api.getInvoiceAttachments(TOKEN, tenant, id).getAttachments(), PaperLines::theirs));
        }
        return lines;
    }

    private static List<String> ourAttachments(XeroApi api) {
        return ourInvoices(api).stream()
                .flatMap(id ->
                        Line.each(api.attachments().of(RecordKind.INVOICE, id).value(), PaperLines::ours).stream())
                .toList();
    }
}
