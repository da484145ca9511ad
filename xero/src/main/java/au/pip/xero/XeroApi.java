package au.pip.xero;

import au.pip.ledger.Basis;
import au.pip.ledger.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one organisation's books in Xero with one person's sign-in. Calls block, lists are read to their end, and each
 * reply tells when it came and the digest of its bytes. Safe for use by several threads.
 *
 * <p>Calls throw {@link XeroException}, whose message is fit for a person, and
 * {@link java.util.concurrent.CancellationException} when their thread is interrupted.
 */
public final class XeroApi {
    private final OrganisationCalls calls;
    private volatile @Nullable Currency baseCurrency;

    /**
     * @param tenantId the organisation that the person chose, from {@link Connection#tenantId}
     * @throws IllegalArgumentException when that is no id
     */
    public XeroApi(XeroHttp http, AccessTokens tokens, String tenantId) {
        this.calls = new OrganisationCalls(http, tokens, tenantId);
    }

    /** The organisations that a sign-in reaches, for a person to choose from. */
    public static XeroReply<List<Connection>> connections(XeroHttp http, AccessTokens tokens) {
        return connections(http, tokens, null);
    }

    /**
     * @param authEventId only those that this sign-in connected, as {@link Connection#authEventId} names it; null for
     *     all
     */
    public static XeroReply<List<Connection>> connections(
            XeroHttp http, AccessTokens tokens, @Nullable String authEventId) {
        Answer answer =
                http.get(tokens, null, "connections", "/connections", Parameters.NONE.with("authEventId", authEventId));
        return OrganisationCalls.reply("connections", answer, json -> {
            if (!json.isArray()) {
                throw XeroException.Malformed.unreadable("connections", "it is not a list");
            }
            List<Connection> connections = new ArrayList<>();
            for (JsonNode each : json) {
                connections.add(Connection.parse(new Fields(each, "connections")));
            }
            return List.copyOf(connections);
        });
    }

    /**
     * Ends one link between a sign-in and an organisation; one that is no more is no failure.
     *
     * @param connectionId as {@link Connection#connectionId} names it, not the organisation's id
     */
    public static void disconnect(XeroHttp http, AccessTokens tokens, String connectionId) {
        try {
            http.delete(tokens, "connections", "/connections/" + Ids.require(connectionId));
        } catch (XeroException.NotFound gone) {
            // What was to be is so.
        }
    }

    public XeroReply<Organisation> organisation() {
        XeroReply<Organisation> reply = list("Organisation", "Organisations", Organisation::parse)
                .map(all -> {
                    if (all.isEmpty()) {
                        throw XeroException.Malformed.unreadable("Organisation", "it names no organisation");
                    }
                    return all.getFirst();
                });
        baseCurrency = reply.value().baseCurrency();
        return reply;
    }

    /** The whole chart of accounts, archived ones too. */
    public XeroReply<List<Account>> accounts() {
        return list("Accounts", "Accounts", Account::parse);
    }

    public XeroReply<List<TaxRate>> taxRates() {
        return list("TaxRates", "TaxRates", TaxRate::parse);
    }

    public XeroReply<List<Contact>> contacts(ContactQuery query) {
        return new Pages<>(calls, "Contacts", each -> Contact.parse(each, this::baseCurrency), Contact::contactId)
                .all(query.render(), query::matches);
    }

    public XeroReply<List<Invoice>> invoices(InvoiceQuery query) {
        return new Pages<>(calls, "Invoices", each -> Invoice.parse(each, this::baseCurrency), Invoice::invoiceId)
                .all(query.render().with("unitdp", 4), query::matches);
    }

    /**
     * One invoice or bill.
     *
     * @param idOrNumber its id, or its number exactly
     * @throws XeroException.NotFound when there is none
     * @throws XeroException.Rejected when several bear the number; then {@link InvoiceQuery#numbered} lists them
     */
    public XeroReply<Invoice> invoice(String idOrNumber) {
        if (Ids.isId(idOrNumber)) {
            String endpoint = "Invoices/" + idOrNumber;
            Answer answer = calls.get(endpoint, Parameters.NONE.with("unitdp", 4));
            return OrganisationCalls.reply(
                            endpoint,
                            answer,
                            json -> new Fields(json, endpoint)
                                    .list("Invoices", each -> Invoice.parse(each, this::baseCurrency)))
                    .map(found -> only(idOrNumber, found));
        }
        return invoices(InvoiceQuery.all().numbered(idOrNumber)).map(found -> only(idOrNumber, found));
    }

    public XeroReply<List<CreditNote>> creditNotes(CreditNoteQuery query) {
        return new Pages<>(
                        calls,
                        "CreditNotes",
                        each -> CreditNote.parse(each, this::baseCurrency),
                        CreditNote::creditNoteId)
                .all(query.render().with("unitdp", 4), query::matches);
    }

    public XeroReply<List<Payment>> payments(PaymentQuery query) {
        return new Pages<>(calls, "Payments", each -> Payment.parse(each, this::baseCurrency), Payment::paymentId)
                .all(query.render(), query::matches);
    }

    public XeroReply<List<BankTransaction>> bankTransactions(BankTransactionQuery query) {
        return new Pages<>(
                        calls,
                        "BankTransactions",
                        each -> BankTransaction.parse(each, this::baseCurrency),
                        BankTransaction::bankTransactionId)
                .all(query.render().with("unitdp", 4), query::matches);
    }

    public XeroReply<List<ManualJournal>> manualJournals(ManualJournalQuery query) {
        return new Pages<>(
                        calls,
                        "ManualJournals",
                        each -> ManualJournal.parse(each, this::baseCurrency),
                        ManualJournal::manualJournalId)
                .all(query.render(), query::matches);
    }

    public XeroReply<ProfitAndLoss> profitAndLoss(Period period, Basis basis) {
        return report(
                "ProfitAndLoss",
                Parameters.NONE
                        .with("fromDate", period.from())
                        .with("toDate", period.to())
                        .with("standardLayout", true)
                        .with("paymentsOnly", basis == Basis.CASH),
                report -> ProfitAndLoss.of(report, period, basis, baseCurrency()));
    }

    /** As at the end of the day. */
    public XeroReply<BalanceSheet> balanceSheet(LocalDate day, Basis basis) {
        return report(
                "BalanceSheet",
                Parameters.NONE
                        .with("date", day)
                        .with("standardLayout", true)
                        .with("paymentsOnly", basis == Basis.CASH),
                report -> BalanceSheet.of(report, day, basis, baseCurrency()));
    }

    /** As at the end of the day, on an accruals basis. */
    public XeroReply<TrialBalance> trialBalance(LocalDate day) {
        return report(
                "TrialBalance",
                Parameters.NONE.with("date", day),
                report -> TrialBalance.of(report, day, baseCurrency()));
    }

    public XeroReply<BankSummary> bankSummary(Period period) {
        return report(
                "BankSummary",
                Parameters.NONE.with("fromDate", period.from()).with("toDate", period.to()),
                report -> BankSummary.of(report, period, baseCurrency()));
    }

    /** The organisation's own currency; asked of Xero once. */
    private Currency baseCurrency() {
        Currency known = baseCurrency;
        return known == null ? organisation().value().baseCurrency() : known;
    }

    private <T> XeroReply<List<T>> list(String endpoint, String name, Function<Fields, T> parser) {
        return calls.one(endpoint, Parameters.NONE, json -> {
            Fields reply = new Fields(json, endpoint);
            if (!reply.hasList(name)) {
                throw reply.wrong(name, "is missing");
            }
            return reply.list(name, parser);
        });
    }

    private <T> XeroReply<T> report(String name, Parameters parameters, Function<Report, T> view) {
        String endpoint = "Reports/" + name;
        return calls.one(endpoint, parameters, json -> view.apply(ReportParser.parse(json, endpoint)));
    }

    private static Invoice only(String idOrNumber, List<Invoice> found) {
        String endpoint = "Invoices/" + idOrNumber;
        if (found.isEmpty()) {
            throw ErrorReplies.notFound(endpoint);
        }
        if (found.size() > 1) {
            throw ErrorReplies.rejected(endpoint, List.of(found.size() + " documents bear that number"));
        }
        return found.getFirst();
    }
}
