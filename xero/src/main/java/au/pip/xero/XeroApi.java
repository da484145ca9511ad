package au.pip.xero;

import au.pip.ledger.Basis;
import au.pip.ledger.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one organisation's books in Xero with one person's sign-in. Calls block, lists are read to their end, and each
 * reply tells when it came and the digest of its bytes. What the cache keeps is told again while it is young: settings
 * for hours, reports for ten minutes, records for five. Safe for use by several threads.
 *
 * <p>Calls throw {@link XeroException}, whose message is fit for a person, and
 * {@link java.util.concurrent.CancellationException} when their thread is interrupted.
 */
public final class XeroApi {
    private final String tenantId;
    private final OrganisationCalls calls;
    private final ReportCalls reports;
    private volatile @Nullable Currency baseCurrency;

    /**
     * @param tenantId the organisation that the person chose, from {@link Connection#tenantId}
     * @throws IllegalArgumentException when that is no id
     */
    public XeroApi(XeroHttp http, AccessTokens tokens, String tenantId) {
        this(http, tokens, tenantId, ReplyCache.NONE);
    }

    /**
     * @param cache of this organisation and what this sign-in may read of it, and nothing else
     * @throws IllegalArgumentException when the organisation is no id
     */
    public XeroApi(XeroHttp http, AccessTokens tokens, String tenantId, ReplyCache cache) {
        this.tenantId = tenantId;
        this.calls = new OrganisationCalls(http, tokens, tenantId, cache);
        this.reports = new ReportCalls(calls, this::baseCurrency);
    }

    /** The id that it was made with. */
    public String organisationId() {
        return tenantId;
    }

    /** Asks Xero anew for whatever is asked from now on, as after a change of the books. */
    public void forgetReplies() {
        calls.cache().forget();
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
        calls.zone(reply.value().timeZone().zone());
        return reply;
    }

    /** The whole chart of accounts, archived ones too. */
    public XeroReply<List<Account>> accounts() {
        return list("Accounts", "Accounts", Account::parse);
    }

    public XeroReply<List<TaxRate>> taxRates() {
        return list("TaxRates", "TaxRates", TaxRate::parse);
    }

    /** What the organisation buys and sells at usual prices. */
    public XeroReply<List<Item>> items() {
        return list("Items", Parameters.NONE.with("unitdp", 4), Item::parse);
    }

    /** With their options, archived ones too. */
    public XeroReply<List<TrackingCategory>> trackingCategories() {
        return list("TrackingCategories", Parameters.NONE.with("includeArchived", true), TrackingCategory::parse);
    }

    public XeroReply<List<UsedCurrency>> currencies() {
        return list("Currencies", "Currencies", UsedCurrency::parse);
    }

    public XeroReply<List<Contact>> contacts(ContactQuery query) {
        return pages("Contacts", Contact::parse, Contact::contactId).all(query.render(), null, query::matches);
    }

    /** The groups without their members. */
    public XeroReply<List<ContactGroup>> contactGroups() {
        return list("ContactGroups", "ContactGroups", ContactGroup::parse);
    }

    /**
     * One group with its members.
     *
     * @throws XeroException.NotFound when there is none
     */
    public XeroReply<ContactGroup> contactGroup(String contactGroupId) {
        String endpoint = "ContactGroups/" + Ids.require(contactGroupId);
        return calls.one(
                        endpoint,
                        Parameters.NONE,
                        json -> new Fields(json, endpoint).list("ContactGroups", ContactGroup::parse))
                .map(found -> only(endpoint, found));
    }

    public XeroReply<List<Invoice>> invoices(InvoiceQuery query) {
        return this.<List<Invoice>>invoices(query, ArrayList::new, List::add).map(Collections::unmodifiableList);
    }

    /**
     * The same with one invoice in memory after the other.
     *
     * @param begin makes what each is added to; reading may have to begin anew
     */
    public <A> XeroReply<A> invoices(InvoiceQuery query, Supplier<A> begin, BiConsumer<A, ? super Invoice> add) {
        return pages("Invoices", Invoice::parse, Invoice::invoiceId)
                .fold(query.render().with("unitdp", 4), null, query::matches, new Pages.Fold<>(begin, add));
    }

    /**
     * One invoice or bill.
     *
     * @param idOrNumber its id, or its number exactly
     * @throws XeroException.NotFound when there is none
     * @throws XeroException.Rejected when several bear the number; then {@link InvoiceQuery#numbered} lists them
     */
    public XeroReply<Invoice> invoice(String idOrNumber) {
        String endpoint = "Invoices/" + idOrNumber;
        if (Ids.isId(idOrNumber)) {
            return calls.one(
                            endpoint,
                            Parameters.NONE.with("unitdp", 4),
                            json -> new Fields(json, endpoint)
                                    .list("Invoices", each -> Invoice.parse(each, this::baseCurrency)))
                    .map(found -> only(endpoint, found));
        }
        return invoices(InvoiceQuery.all().numbered(idOrNumber)).map(found -> only(endpoint, found));
    }

    public XeroReply<List<CreditNote>> creditNotes(CreditNoteQuery query) {
        return pages("CreditNotes", CreditNote::parse, CreditNote::creditNoteId)
                .all(query.render().with("unitdp", 4), null, query::matches);
    }

    public XeroReply<List<Quote>> quotes(QuoteQuery query) {
        return pages("Quotes", Quote::parse, Quote::quoteId).ofXerosSize().all(query.render(), null, query::matches);
    }

    public XeroReply<List<PurchaseOrder>> purchaseOrders(PurchaseOrderQuery query) {
        return pages("PurchaseOrders", PurchaseOrder::parse, PurchaseOrder::purchaseOrderId)
                .all(query.render(), null, query::matches);
    }

    public XeroReply<List<Payment>> payments(PaymentQuery query) {
        return pages("Payments", Payment::parse, Payment::paymentId)
                .all(query.render(), query.statuses().isEmpty() ? null : Parameters.NONE, query::matches);
    }

    /** What was paid beyond an invoice, by customers and to suppliers. */
    public XeroReply<List<AdvancePayment>> overpayments(AdvancePaymentQuery query) {
        return advance(AdvancePayment.Kind.OVERPAYMENT, query);
    }

    /** What was paid ahead of an invoice, by customers and to suppliers. */
    public XeroReply<List<AdvancePayment>> prepayments(AdvancePaymentQuery query) {
        return advance(AdvancePayment.Kind.PREPAYMENT, query);
    }

    public XeroReply<List<BankTransaction>> bankTransactions(BankTransactionQuery query) {
        return this.<List<BankTransaction>>bankTransactions(query, ArrayList::new, List::add)
                .map(Collections::unmodifiableList);
    }

    /**
     * The same with one of them in memory after the other. Xero does not say whether matching to a statement line counts
     * as a change.
     *
     * @param begin makes what each is added to; reading may have to begin anew
     */
    public <A> XeroReply<A> bankTransactions(
            BankTransactionQuery query, Supplier<A> begin, BiConsumer<A, ? super BankTransaction> add) {
        boolean changesTell = !query.statuses().isEmpty() && !query.unreconciledOnly();
        return pages("BankTransactions", BankTransaction::parse, BankTransaction::bankTransactionId)
                .fold(
                        query.render().with("unitdp", 4),
                        changesTell ? Parameters.NONE.with("unitdp", 4) : null,
                        query::matches,
                        new Pages.Fold<>(begin, add));
    }

    /** Transfers that count, between own bank accounts; Xero gives them all at once. */
    public XeroReply<List<BankTransfer>> bankTransfers(DateRange dates) {
        // A transfer's day has a time on the wire, so an upper bound at midnight would lose the last day's.
        Where where = new Where().from("Date", dates.from());
        Function<Fields, BankTransfer> parser = each -> BankTransfer.parse(each, this::baseCurrency);
        return list("BankTransfers", Parameters.NONE.with("where", where.text()), parser)
                .map(all -> all.stream()
                        .filter(each -> dates.contains(each.date()) && each.status() != BankTransfer.Status.DELETED)
                        .toList());
    }

    public XeroReply<List<ManualJournal>> manualJournals(ManualJournalQuery query) {
        return pages("ManualJournals", ManualJournal::parse, ManualJournal::manualJournalId)
                .all(query.render(), query.statuses().isEmpty() ? null : Parameters.NONE, query::matches);
    }

    public Attachments attachments() {
        return new Attachments(calls);
    }

    /** What happened to a record and what people noted on it, as Xero orders it. */
    public XeroReply<List<HistoryNote>> history(RecordKind kind, String recordId) {
        String endpoint = kind.path(recordId, "History");
        return calls.one(
                endpoint,
                Parameters.NONE,
                json -> new Fields(json, endpoint).requiredList("HistoryRecords", HistoryNote::parse));
    }

    public XeroReply<ProfitAndLoss> profitAndLoss(Period period, Basis basis) {
        return reports.profitAndLoss(period, basis);
    }

    /** As at the end of the day. */
    public XeroReply<BalanceSheet> balanceSheet(LocalDate day, Basis basis) {
        return reports.balanceSheet(day, basis);
    }

    /** As at the end of the day, on an accruals basis. */
    public XeroReply<TrialBalance> trialBalance(LocalDate day) {
        return reports.trialBalance(day);
    }

    public XeroReply<BankSummary> bankSummary(Period period) {
        return reports.bankSummary(period);
    }

    /**
     * The budget of so many months together.
     *
     * @param months at most 12
     */
    public XeroReply<BudgetSummary> budgetSummary(YearMonth first, int months) {
        return reports.budgetSummary(first, months);
    }

    /** As at the end of the month. */
    public XeroReply<ExecutiveSummary> executiveSummary(YearMonth month) {
        return reports.executiveSummary(month);
    }

    /** The organisation's own currency; asked of Xero once. */
    private Currency baseCurrency() {
        Currency known = baseCurrency;
        return known == null ? organisation().value().baseCurrency() : known;
    }

    private XeroReply<List<AdvancePayment>> advance(AdvancePayment.Kind kind, AdvancePaymentQuery query) {
        return pages(kind.endpoint(), (each, base) -> AdvancePayment.parse(kind, each, base), AdvancePayment::id)
                .all(query.render().with("unitdp", 4), null, query::matches);
    }

    private <T> Pages<T> pages(
            String endpoint, BiFunction<Fields, Supplier<Currency>, T> parser, Function<T, String> id) {
        return new Pages<>(calls, endpoint, each -> parser.apply(each, this::baseCurrency), id);
    }

    private <T> XeroReply<List<T>> list(String endpoint, String name, Function<Fields, T> parser) {
        return calls.one(endpoint, Parameters.NONE, json -> new Fields(json, endpoint).requiredList(name, parser));
    }

    /** A list that Xero gives whole and calls as its address does. */
    private <T> XeroReply<List<T>> list(String endpoint, Parameters parameters, Function<Fields, T> parser) {
        return calls.one(endpoint, parameters, json -> new Fields(json, endpoint).requiredList(endpoint, parser));
    }

    private static <T> T only(String endpoint, List<T> found) {
        if (found.isEmpty()) {
            throw ErrorReplies.notFound(endpoint);
        }
        if (found.size() > 1) {
            throw ErrorReplies.rejected(endpoint, List.of(found.size() + " documents bear that number"));
        }
        return found.getFirst();
    }
}
