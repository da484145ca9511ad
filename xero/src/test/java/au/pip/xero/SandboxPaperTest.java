package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import au.pip.ledger.Basis;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.sandbox.books.AccountClass;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.books.Paperwork;
import au.pip.sandbox.xero.Limits;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept beside the ledger, and the reports over budgets, against the pretend Xero and the books behind it. */
@ParameterizedClass
@EnumSource(Company.class)
class SandboxPaperTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Parameter
    Company company;

    private Books books;
    private Paperwork paperwork;
    private SandboxServer server;
    private XeroHttp http;
    private XeroApi api;

    @BeforeEach
    void serve() throws Exception {
        books = Books.generate(new BooksSpec(11, company, TODAY, true));
        paperwork = books.paperwork();
        server = SandboxServer.start(books, SandboxOptions.defaults().withLimits(Limits.none()));
        http = new XeroHttp(
                XeroSettings.defaults().withBase(URI.create(server.url())).withPaging(new XeroSettings.Paging(2, 200)));
        api = new XeroApi(
                http,
                () -> SandboxOptions.DEFAULT_TOKEN,
                books.organisation().tenantId().toString());
    }

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    @Test
    void readsEveryQuoteToTheCent() {
        List<Quote> quotes = api.quotes(QuoteQuery.all()).value();

        assertThat(quotes)
                .extracting(
                        Quote::number,
                        Quote::date,
                        quote -> quote.status().name(),
                        quote -> quote.totals().total().minor())
                .containsExactlyElementsOf(paperwork.quotes().stream()
                        .map(each ->
                                tuple(each.number(), each.date(), each.status().name(), each.total()))
                        .toList());
        assertThat(quotes).filteredOn(each -> each.isExpired(TODAY)).hasSize(2);
        assertThat(quotes.stream().flatMap(each -> each.lines().stream()))
                .allMatch(line -> String.valueOf(line.itemCode()).startsWith("S-"))
                .anyMatch(line -> !line.tracking().isEmpty());
    }

    @Test
    void filtersQuotesAndOrders() {
        DateRange lastTwoMonths = DateRange.since(TODAY.minusDays(60));

        assertThat(api.quotes(QuoteQuery.all().withStatus(Quote.Status.SENT).dated(lastTwoMonths))
                        .value())
                .extracting(Quote::quoteId)
                .containsExactlyElementsOf(paperwork.quotes().stream()
                        .filter(each -> each.status() == au.pip.sandbox.books.Quote.Status.SENT
                                && !each.date().isBefore(TODAY.minusDays(60)))
                        .map(each -> each.id().toString())
                        .toList());
        assertThat(api.quotes(QuoteQuery.all().numbered("qu-0003")).value())
                .extracting(Quote::number)
                .containsExactly("QU-0003");
        UUID contact = paperwork.quotes().getFirst().contactId();
        assertThat(api.quotes(QuoteQuery.all().ofContact(contact.toString())).value())
                .isNotEmpty()
                .allMatch(each -> each.contact().is(contact.toString()));
        assertThat(api.purchaseOrders(PurchaseOrderQuery.all()
                                .withStatus(PurchaseOrder.Status.AUTHORISED)
                                .dated(DateRange.upTo(TODAY.minusDays(15))))
                        .value())
                .extracting(PurchaseOrder::number)
                .containsExactly("PO-0003", "PO-0005");
    }

    @Test
    void readsEveryPurchaseOrderToTheCent() {
        assertThat(api.purchaseOrders(PurchaseOrderQuery.all()).value())
                .extracting(
                        PurchaseOrder::number,
                        PurchaseOrder::deliveryOn,
                        order -> order.status().name(),
                        order -> order.totals().tax().minor())
                .containsExactlyElementsOf(paperwork.purchaseOrders().stream()
                        .map(each -> tuple(
                                each.number(), each.deliveryOn(), each.status().name(), each.tax()))
                        .toList());
    }

    @Test
    void readsTheListsThatDocumentsAreMadeOf() {
        assertThat(api.items().value())
                .extracting(Item::code, item -> price(item).unitPrice())
                .containsExactlyElementsOf(paperwork.items().stream()
                        .map(each -> tuple(each.code(), BigDecimal.valueOf(each.unitCents() * 100, 4)))
                        .toList());
        assertThat(api.trackingCategories().value())
                .extracting(TrackingCategory::name, each -> each.options().size())
                .containsExactly(tuple("Region", 3), tuple("Kind of job", 3));
        assertThat(api.currencies().value())
                .extracting(each -> each.currency().getCurrencyCode())
                .containsExactlyInAnyOrderElementsOf(books.invoices().stream()
                        .map(each -> each.currency().getCurrencyCode())
                        .distinct()
                        .toList());
        ContactGroup group = api.contactGroups().value().getFirst();
        assertThat(group.contacts()).isEmpty();
        assertThat(api.contactGroup(group.contactGroupId()).value().contacts())
                .extracting(ContactRef::name)
                .hasSize(4)
                .contains("Acme 5000");
    }

    @Test
    void readsTransfersAndWhatWasPaidAhead() {
        List<BankTransfer> transfers = api.bankTransfers(DateRange.ANY).value();
        assertThat(transfers)
                .isNotEmpty()
                .extracting(BankTransfer::date, each -> Money.aud(150_000).equals(each.amount()))
                .containsExactlyElementsOf(paperwork.bankTransfers().stream()
                        .map(each -> tuple(each.from().date(), true))
                        .toList());
        LocalDate first = books.spec().start().plusMonths(6);
        assertThat(api.bankTransfers(DateRange.since(first)).value())
                .hasSizeLessThan(transfers.size())
                .allMatch(each -> each.date() != null && !each.date().isBefore(first));

        assertThat(api.overpayments(AdvancePaymentQuery.all()).value())
                .extracting(AdvancePayment::direction, AdvancePayment::remaining)
                .containsExactly(tuple(AdvancePayment.Direction.RECEIVED, Money.aud(5_500)));
        assertThat(api.prepayments(AdvancePaymentQuery.all().remaining()).value())
                .extracting(AdvancePayment::direction, AdvancePayment::remaining)
                .containsExactly(tuple(AdvancePayment.Direction.SPENT, Money.aud(110_000)));
        assertThat(api.bankTransactions(BankTransactionQuery.all().ofType(BankTransaction.Type.SPEND_PREPAYMENT))
                        .value())
                .hasSize(1);
    }

    @Test
    void asksForWhatIsPaidAheadOfBooksThatHaveNone() throws Exception {
        Books plain = Books.generate(new BooksSpec(11, company, TODAY));
        try (SandboxServer other = SandboxServer.start(plain, SandboxOptions.defaults());
                XeroHttp calls = new XeroHttp(XeroSettings.defaults().withBase(URI.create(other.url())))) {
            XeroApi without = new XeroApi(
                    calls,
                    () -> SandboxOptions.DEFAULT_TOKEN,
                    plain.organisation().tenantId().toString());
            assertThat(without.overpayments(AdvancePaymentQuery.all().remaining())
                            .value())
                    .isEmpty();
        }
    }

    @Test
    void readsFilesAndNotesOfADocument() {
        String bill = paperwork.attachments().getFirst().recordId().toString();
        List<Attachment> files = api.attachments().of(RecordKind.INVOICE, bill).value();

        assertThat(files).extracting(Attachment::mimeType).containsExactly("application/pdf", "image/png");
        for (Attachment file : files) {
            assertThat(api.attachments().read(RecordKind.INVOICE, bill, file))
                    .isInstanceOfSatisfying(
                            AttachmentFile.Content.class,
                            content -> assertThat((long) content.bytes().length).isEqualTo(file.bytes()));
        }
        String other = paperwork.attachments().get(2).recordId().toString();
        Attachment letter =
                api.attachments().of(RecordKind.INVOICE, other).value().getFirst();
        assertThat(api.attachments().read(RecordKind.INVOICE, other, letter))
                .isInstanceOf(AttachmentFile.Unreadable.class);
        assertThat(api.invoice(bill).value().invoiceId()).isEqualTo(bill);
        assertThat(api.history(RecordKind.INVOICE, bill).value())
                .extracting(HistoryNote::change)
                .contains("Created", "Approved", "Note");
        String quote = paperwork.notes().getLast().recordId().toString();
        assertThat(api.history(RecordKind.QUOTE, quote).value())
                .extracting(HistoryNote::change, HistoryNote::user)
                .contains(tuple("Note", "Robin Hale"), tuple("Created", "System Generated"));
        assertThatThrownBy(() -> api.history(RecordKind.QUOTE, bill)).isInstanceOf(XeroException.NotFound.class);
    }

    @Test
    void readsTheBudgetOfSomeMonths() {
        YearMonth first = YearMonth.of(2026, 7);
        BudgetSummary budget = api.budgetSummary(first, 3).value();

        assertThat(budget.income().plus(budget.otherIncome()))
                .isEqualTo(Money.aud(budgeted(AccountClass.REVENUE, first)));
        assertThat(budget.costOfSales().plus(budget.expenses()))
                .isEqualTo(Money.aud(budgeted(AccountClass.EXPENSE, first)));
        assertThat(budget.netProfit())
                .isEqualTo(Money.aud(budgeted(AccountClass.REVENUE, first) - budgeted(AccountClass.EXPENSE, first)));
        assertThat(budget.lines())
                .extracting(ReportLine::label, ReportLine::accountId)
                .allSatisfy(line -> {
                    List<Object> values = ((Tuple) line).toList();
                    assertThat(books.accounts())
                            .anyMatch(account -> account.name().equals(values.get(0))
                                    && account.id().toString().equals(values.get(1)));
                });
        assertThat(api.budgetSummary(YearMonth.of(2040, 1), 12).value().isEmpty())
                .isTrue();
    }

    @Test
    void readsAnExecutiveSummaryThatAgreesWithTheOtherReports() {
        YearMonth month = YearMonth.of(2026, 10);
        ExecutiveSummary summary = api.executiveSummary(month).value();
        ProfitAndLoss profit =
                api.profitAndLoss(Period.month(month), Basis.ACCRUALS).value();
        BankSummary bank = api.bankSummary(Period.month(month)).value();
        BalanceSheet sheet =
                api.balanceSheet(month.atEndOfMonth(), Basis.ACCRUALS).value();

        assertThat(amount(summary, "Income")).isEqualTo(profit.income());
        assertThat(amount(summary, "Direct costs")).isEqualTo(profit.costOfSales());
        assertThat(amount(summary, "Expenses")).isEqualTo(profit.expenses());
        assertThat(amount(summary, "Profit (loss)")).isEqualTo(profit.netProfit());
        assertThat(amount(summary, "Closing bank balance")).isEqualTo(bank.closing());
        assertThat(amount(summary, "Cash received"))
                .isEqualTo(bank.accounts().stream()
                        .map(BankSummary.Line::received)
                        .reduce(Money::plus)
                        .orElseThrow());
        assertThat(amount(summary, "Net assets")).isEqualTo(sheet.netAssets());
    }

    private long budgeted(AccountClass kind, YearMonth first) {
        return books.budgets().stream()
                .filter(each -> books.account(each.accountCode()).accountClass() == kind
                        && !each.month().isBefore(first)
                        && each.month().isBefore(first.plusMonths(3)))
                .mapToLong(au.pip.sandbox.books.Budget::amount)
                .sum();
    }

    private static Money amount(ExecutiveSummary summary, String label) {
        BigDecimal now = summary.lines().stream()
                .filter(line -> line.label().equals(label))
                .findFirst()
                .orElseThrow()
                .now();
        assertThat(now).isNotNull();
        return ExecutiveSummary.amount(now, Money.AUD);
    }

    private static Item.Price price(Item item) {
        Item.Price sale = item.sale();
        return java.util.Objects.requireNonNull(sale == null ? item.purchase() : sale);
    }
}
