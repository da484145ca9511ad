package au.pip.interop;

import au.pip.ledger.Basis;
import au.pip.ledger.Period;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.xero.BankTransactionQuery;
import au.pip.xero.ContactQuery;
import au.pip.xero.CreditNoteQuery;
import au.pip.xero.InvoiceQuery;
import au.pip.xero.ManualJournalQuery;
import au.pip.xero.PaymentQuery;
import au.pip.xero.XeroApi;
import com.xero.api.client.AccountingApi;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is read at each address, by Xero's Java library and by Pip, as lines that are the same when both read the same. */
final class Readings {
    static final String TOKEN = SandboxOptions.DEFAULT_TOKEN;
    private static final LocalDate FROM = LocalDate.of(2025, 7, 1);
    private static final LocalDate TO = LocalDate.of(2026, 6, 30);
    private static final Period YEAR = new Period(FROM, TO);

    static final List<Reading> ALL = List.of(
            new Reading(
                    "Organisation",
                    (api, tenant) ->
                            Line.each(api.getOrganisations(TOKEN, tenant).getOrganisations(), TheirLines::organisation),
                    api -> List.of(OurLines.organisation(api.organisation().value()))),
            new Reading(
                    "Accounts",
                    (api, tenant) -> Line.each(
                            api.getAccounts(TOKEN, tenant, null, null, null).getAccounts(), TheirLines::account),
                    api -> Line.each(api.accounts().value(), OurLines::account)),
            new Reading(
                    "TaxRates",
                    (api, tenant) -> Line.each(
                            api.getTaxRates(TOKEN, tenant, null, null, null).getTaxRates(), TheirLines::taxRate),
                    api -> Line.each(api.taxRates().value(), OurLines::taxRate)),
            new Reading(
                    "Contacts",
                    (api, tenant) -> pages(page -> Line.each(
                            api.getContacts(TOKEN, tenant, null, null, null, null, page, true, null, null)
                                    .getContacts(),
                            TheirLines::contact)),
                    api -> Line.each(
                            api.contacts(ContactQuery.all().archivedToo()).value(), OurLines::contact)),
            new Reading(
                    "Invoices",
                    (api, tenant) -> pages(page -> Line.each(
                            api.getInvoices(
                                            TOKEN, tenant, null, null, null, null, null, null, null, page, null, null,
                                            4, null)
                                    .getInvoices(),
                            TheirLines::invoice)),
                    api -> Line.each(api.invoices(InvoiceQuery.all()).value(), OurLines::invoice)),
            new Reading(
                    "CreditNotes",
                    (api, tenant) -> pages(page -> Line.each(
                            api.getCreditNotes(TOKEN, tenant, null, null, null, page, 4)
                                    .getCreditNotes(),
                            TheirLines::creditNote)),
                    api -> Line.each(api.creditNotes(CreditNoteQuery.all()).value(), OurLines::creditNote)),
            new Reading(
                    "Payments",
                    (api, tenant) -> pages(page -> Line.each(
                            api.getPayments(TOKEN, tenant, null, null, null, page)
                                    .getPayments(),
                            TheirLines::payment)),
                    api -> Line.each(api.payments(PaymentQuery.all()).value(), OurLines::payment)),
            new Reading(
                    "BankTransactions",
                    (api, tenant) -> pages(page -> Line.each(
                            api.getBankTransactions(TOKEN, tenant, null, null, null, page, 4)
                                    .getBankTransactions(),
                            TheirLines::bankTransaction)),
                    api -> Line.each(
                            api.bankTransactions(BankTransactionQuery.all()).value(), OurLines::bankTransaction)),
            new Reading(
                    "ManualJournals",
                    (api, tenant) -> pages(page -> Line.each(
                            api.getManualJournals(TOKEN, tenant, null, null, null, page)
                                    .getManualJournals(),
                            TheirLines::manualJournal)),
                    api -> Line.each(
                            api.manualJournals(ManualJournalQuery.all()).value(), OurLines::manualJournal)),
            new Reading(
                    "Reports/ProfitAndLoss",
                    (api, tenant) -> TheirLines.report(api.getReportProfitAndLoss(
                            TOKEN, tenant, their(FROM), their(TO), null, null, null, null, null, null, true, false)),
                    api -> OurLines.report(
                            api.profitAndLoss(YEAR, Basis.ACCRUALS).value().report())),
            new Reading(
                    "Reports/BalanceSheet",
                    (api, tenant) -> TheirLines.report(
                            api.getReportBalanceSheet(TOKEN, tenant, their(TO), null, null, null, null, true, false)),
                    api -> OurLines.report(
                            api.balanceSheet(TO, Basis.ACCRUALS).value().report())),
            new Reading(
                    "Reports/TrialBalance",
                    (api, tenant) -> TheirLines.report(api.getReportTrialBalance(TOKEN, tenant, their(TO), false)),
                    api -> OurLines.report(api.trialBalance(TO).value().report())),
            new Reading(
                    "Reports/BankSummary",
                    (api, tenant) -> TheirLines.report(api.getReportBankSummary(TOKEN, tenant, their(FROM), their(TO))),
                    api -> OurLines.report(api.bankSummary(YEAR).value().report())));

    private Readings() {}

    /** One address, read twice. */
    record Reading(String address, Theirs theirs, Ours ours) {
        @Override
        public String toString() {
            return address;
        }
    }

    interface Theirs {
        List<String> read(AccountingApi api, String tenant) throws Exception;
    }

    interface Ours {
        List<String> read(XeroApi api);
    }

    interface Page {
        List<String> read(int number) throws Exception;
    }

    /** All pages, the last of which is empty. */
    static List<String> pages(Page page) throws Exception {
        List<String> all = new ArrayList<>();
        for (int number = 1; ; number++) {
            List<String> next = page.read(number);
            if (next.isEmpty()) {
                return all.stream().sorted().toList();
            }
            all.addAll(next);
        }
    }

    static org.threeten.bp.LocalDate their(LocalDate date) {
        return org.threeten.bp.LocalDate.parse(date.toString());
    }
}
