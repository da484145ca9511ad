package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import au.pip.ledger.Basis;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.export.BooksExport;
import au.pip.sandbox.xero.Fault;
import au.pip.sandbox.xero.Limits;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** All calls against the pretend Xero, whose books are known to the cent from its export. */
@ParameterizedClass
@EnumSource(Company.class)
class SandboxTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Period YEAR = new Period(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 6, 30));

    @Parameter
    Company company;

    @TempDir
    Path folder;

    private Path export;
    private SandboxServer server;
    private XeroHttp http;
    private XeroApi api;

    @BeforeEach
    void serve() throws Exception {
        Books books = Books.generate(new BooksSpec(11, company, TODAY));
        export = BooksExport.write(books, folder.resolve("truth"));
        server = SandboxServer.start(books, SandboxOptions.defaults().withLimits(Limits.none()));
        http = new XeroHttp(XeroSettings.defaults()
                .withBase(URI.create(server.url()))
                .withPaging(new XeroSettings.Paging(20, 200))
                .withPace(new XeroSettings.Pace(
                        5, 1000, Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofSeconds(2)))
                .withRetries(new XeroSettings.Retries(2, Duration.ofMillis(5))));
        List<Connection> connections =
                XeroApi.connections(http, () -> SandboxOptions.DEFAULT_TOKEN).value();
        api = new XeroApi(
                http, () -> SandboxOptions.DEFAULT_TOKEN, connections.getFirst().tenantId());
    }

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    @Test
    void knowsTheOrganisation() throws Exception {
        Map<String, String> truth = table("organisation").rows().getFirst();
        Organisation organisation = api.organisation().value();

        assertThat(organisation.name()).isEqualTo(truth.get("name"));
        assertThat(organisation.legalName()).isEqualTo(truth.get("legal_name"));
        assertThat(organisation.baseCurrency().getCurrencyCode()).isEqualTo(truth.get("base_currency"));
        assertThat(organisation.timeZone().zone()).isEqualTo(ZoneId.of("Australia/Sydney"));
        assertThat(organisation.salesTaxBasis()).hasToString(truth.get("sales_tax_basis"));
        assertThat(organisation.salesTaxPeriod()).hasToString(truth.get("sales_tax_period"));
    }

    @Test
    void readsTheChartTheTaxRatesAndAllContacts() throws Exception {
        assertThat(api.accounts().value())
                .extracting(Account::code, account -> account.accountClass().name())
                .containsExactlyInAnyOrderElementsOf(table("accounts").rows().stream()
                        .map(row -> tuple(row.get("code"), row.get("class")))
                        .toList());
        assertThat(api.taxRates().value()).extracting(TaxRate::taxType).contains("OUTPUT", "INPUT", "BASEXCLUDED");
        assertThat(api.contacts(ContactQuery.all().archivedToo()).value())
                .extracting(Contact::name)
                .containsExactlyInAnyOrderElementsOf(table("contacts").rows().stream()
                        .map(row -> row.get("name"))
                        .toList());
    }

    @Test
    void readsEveryInvoiceToTheCent() throws Exception {
        List<Invoice> invoices = api.invoices(InvoiceQuery.all()).value();
        Table truth = table("invoices");

        assertThat(invoices).hasSameSizeAs(truth.rows());
        Function<Invoice, String> kind = each -> each.type() + " " + each.status() + " " + each.currency();
        String[] by = {"type", "status", "currency"};
        assertThat(cents(invoices, kind, each -> each.totals().total().minor())).isEqualTo(truth.cents("total", by));
        assertThat(cents(invoices, kind, each -> each.totals().tax().minor())).isEqualTo(truth.cents("tax", by));
        assertThat(cents(invoices, kind, each -> each.paid().minor())).isEqualTo(truth.cents("paid", by));
        assertThat(cents(invoices, kind, each -> each.credited().minor())).isEqualTo(truth.cents("credited", by));
        assertThat(ids(invoices, each -> each.invoiceId() + " " + each.date() + " " + each.dueDate()))
                .containsExactlyInAnyOrderElementsOf(truth.rows().stream()
                        .map(row -> row.get("invoice_id") + " " + row.get("date") + " " + row.get("due_date"))
                        .toList());
        assertThat(cents(
                        invoices.stream().flatMap(each -> each.lines().stream()).toList(),
                        LineItem::taxType,
                        line -> line.tax() == null ? 0 : line.tax().minor()))
                .isEqualTo(table("invoice_lines").cents("tax_amount", "tax_type"));
        assertThat(invoices)
                .allSatisfy(each -> assertThat(each.due())
                        .isEqualTo(
                                each.status() == Invoice.Status.VOIDED || each.status() == Invoice.Status.DELETED
                                        ? Money.zero(each.currency())
                                        : each.totals()
                                                .total()
                                                .minus(each.paid())
                                                .minus(each.credited())));
    }

    @Test
    void asksForWhatIsOwedAndNothingElse() throws Exception {
        Table open = table("invoices")
                .where("status", "AUTHORISED")
                .where(row -> !row.get("due").equals("0.00"));

        assertThat(ids(api.invoices(InvoiceQuery.receivables()).value()))
                .containsExactlyInAnyOrderElementsOf(column(open.where("type", "ACCREC"), "invoice_id"));
        assertThat(ids(api.invoices(InvoiceQuery.payables()).value()))
                .containsExactlyInAnyOrderElementsOf(column(open.where("type", "ACCPAY"), "invoice_id"));
        assertThat(ids(api.invoices(InvoiceQuery.receivables().dueBefore(TODAY)).value()))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(column(
                        open.where("type", "ACCREC")
                                .where(row ->
                                        LocalDate.parse(row.get("due_date")).isBefore(TODAY)),
                        "invoice_id"));
        String contact = open.rows().getFirst().get("contact_id");
        assertThat(ids(api.invoices(InvoiceQuery.all().ofContact(contact).dated(DateRange.of(YEAR)))
                        .value()))
                .containsExactlyInAnyOrderElementsOf(column(
                        table("invoices")
                                .where("contact_id", contact)
                                .where(row -> YEAR.contains(LocalDate.parse(row.get("date")))),
                        "invoice_id"));
    }

    @Test
    void findsOneInvoiceByIdAndByNumber() throws Exception {
        Map<String, String> truth =
                table("invoices").where("type", "ACCREC").rows().getFirst();

        Invoice byId = api.invoice(truth.get("invoice_id")).value();

        assertThat(byId.number()).isEqualTo(truth.get("number"));
        assertThat(byId.lines()).isNotEmpty();
        assertThat(api.invoice(truth.get("number")).value()).isEqualTo(byId);
        assertThatThrownBy(() -> api.invoice("00000000-0000-4000-8000-000000000000"))
                .isInstanceOf(XeroException.NotFound.class);
        assertThatThrownBy(() -> api.invoice("NO-SUCH-1")).isInstanceOf(XeroException.NotFound.class);
    }

    @Test
    void readsCreditNotesPaymentsBankTransactionsAndJournals() throws Exception {
        List<CreditNote> notes = api.creditNotes(CreditNoteQuery.all()).value();
        assertThat(cents(
                        notes,
                        note -> note.type() + " " + note.status(),
                        note -> note.remaining().minor()))
                .isEqualTo(table("credit_notes").cents("remaining", "type", "status"));
        assertThat(cents(
                        notes.stream()
                                .flatMap(note -> note.allocations().stream())
                                .toList(),
                        allocation -> String.valueOf(allocation.invoiceId()),
                        allocation -> allocation.amount().minor()))
                .isEqualTo(table("credit_note_allocations").cents("amount", "invoice_id"));

        List<Payment> payments = api.payments(PaymentQuery.all()).value();
        assertThat(cents(
                        payments,
                        payment -> String.valueOf(payment.target().id()),
                        payment -> payment.amount().minor()))
                .isEqualTo(table("payments").cents("amount", "invoice_id"));

        List<BankTransaction> bank =
                api.bankTransactions(BankTransactionQuery.all()).value();
        assertThat(cents(
                        bank,
                        each -> each.type().wire() + " " + each.status() + " "
                                + each.bankAccount().code(),
                        each -> each.totals().total().minor()))
                .isEqualTo(table("bank_transactions").cents("total", "type", "status", "bank_account_code"));
        assertThat(ids(
                        api.bankTransactions(BankTransactionQuery.all().unreconciled())
                                .value(),
                        BankTransaction::bankTransactionId))
                .containsExactlyInAnyOrderElementsOf(
                        column(table("bank_transactions").where("reconciled", "false"), "id"));

        List<ManualJournal> journals =
                api.manualJournals(ManualJournalQuery.all()).value();
        assertThat(cents(
                        journals.stream().flatMap(each -> each.lines().stream()).toList(),
                        line -> String.valueOf(line.accountCode()),
                        line -> line.amount().minor()))
                .isEqualTo(table("manual_journals").cents("amount", "account_code"));
    }

    @Test
    void readsProfitAndLossOnBothBases() throws Exception {
        for (Basis basis : Basis.values()) {
            Table journal = table(basis == Basis.CASH ? "cash_journal" : "journal")
                    .where(row -> YEAR.contains(LocalDate.parse(row.get("date"))));
            ProfitAndLoss report = api.profitAndLoss(YEAR, basis).value();

            long revenue = -journal.where("account_class", "REVENUE").cents("amount");
            long expense = journal.where("account_class", "EXPENSE").cents("amount");
            assertThat(report.income().plus(report.otherIncome())).isEqualTo(Money.aud(revenue));
            assertThat(report.costOfSales().plus(report.expenses())).isEqualTo(Money.aud(expense));
            assertThat(report.netProfit()).isEqualTo(Money.aud(revenue - expense));
            assertThat(report.grossProfit()).isEqualTo(report.income().minus(report.costOfSales()));
            assertThat(cents(
                            report.lines(),
                            ReportLine::label,
                            line -> Math.abs(line.amount().minor())))
                    .isEqualTo(absolute(
                            journal.where(row -> row.get("account_class").equals("REVENUE")
                                            || row.get("account_class").equals("EXPENSE"))
                                    .cents("amount", "account_name")));
        }
    }

    @Test
    void readsTheBalancesOfADay() throws Exception {
        Table journal =
                table("journal").where(row -> !LocalDate.parse(row.get("date")).isAfter(YEAR.to()));
        Map<String, Long> classes = journal.cents("amount", "account_class");

        BalanceSheet sheet = api.balanceSheet(YEAR.to(), Basis.ACCRUALS).value();
        assertThat(sheet.assets()).isEqualTo(Money.aud(classes.get("ASSET")));
        assertThat(sheet.liabilities()).isEqualTo(Money.aud(-classes.get("LIABILITY")));
        assertThat(sheet.netAssets()).isEqualTo(sheet.assets().minus(sheet.liabilities()));
        assertThat(sheet.equity()).isEqualTo(sheet.netAssets());

        TrialBalance balance = api.trialBalance(YEAR.to()).value();
        assertThat(balance.lines().stream()
                        .mapToLong(line -> line.balance().minor())
                        .sum())
                .isZero();
        Map<String, Long> held = journal.where(row -> row.get("account_class").equals("ASSET")
                        || row.get("account_class").equals("LIABILITY"))
                .cents("amount", "account_code");
        assertThat(cents(
                        balance.lines(),
                        TrialBalance.Line::code,
                        line -> line.balance().minor()))
                .containsAllEntriesOf(held);

        BankSummary bank = api.bankSummary(YEAR).value();
        List<String> codes = column(table("accounts").where("type", "BANK"), "code");
        assertThat(bank.accounts()).hasSameSizeAs(codes).allSatisfy(line -> {
            assertThat(line.accountId()).isNotNull();
            assertThat(line.closing())
                    .isEqualTo(line.opening().plus(line.received()).minus(line.spent()));
        });
        assertThat(bank.closing()).isEqualTo(sheet.bank());
        assertThat(bank.closing())
                .isEqualTo(Money.aud(journal.where(row -> codes.contains(row.get("account_code")))
                        .cents("amount")));
    }

    @Test
    void getsOverPassingFaultsAndTellsTheLastingOnes() {
        server.failNext(new Fault(Fault.Kind.MINUTE_LIMIT, 1, Duration.ZERO), 1);
        server.failNext(Fault.of(Fault.Kind.UNAVAILABLE), 1);
        server.failNext(Fault.of(Fault.Kind.HTML_PAGE), 1);
        assertThat(api.taxRates().value()).isNotEmpty();

        server.failNext(Fault.of(Fault.Kind.CUT), 1);
        assertThat(api.taxRates().value()).isNotEmpty();

        server.failNext(Fault.of(Fault.Kind.DAY_LIMIT), 1);
        assertThatThrownBy(api::taxRates)
                .isInstanceOfSatisfying(
                        XeroException.RateLimited.class,
                        failure -> assertThat(failure.which()).isEqualTo(XeroLimit.DAY));

        server.failNext(Fault.of(Fault.Kind.TOKEN_EXPIRED), 1);
        assertThatThrownBy(api::taxRates).isInstanceOf(XeroException.Unauthorized.class);

        server.failNext(Fault.of(Fault.Kind.FORBIDDEN), 1);
        assertThatThrownBy(api::taxRates).isInstanceOf(XeroException.Forbidden.class);

        server.failNext(Fault.of(Fault.Kind.SERVER_ERROR), 1);
        assertThatThrownBy(api::taxRates).isInstanceOf(XeroException.Unavailable.class);
    }

    @Test
    void isRefusedWithAnotherTokenOrOrganisation() {
        XeroApi stranger = new XeroApi(http, () -> "another-token", "00000000-0000-4000-8000-000000000000");
        assertThatThrownBy(stranger::taxRates).isInstanceOf(XeroException.Unauthorized.class);

        XeroApi elsewhere =
                new XeroApi(http, () -> SandboxOptions.DEFAULT_TOKEN, "00000000-0000-4000-8000-000000000000");
        assertThatThrownBy(elsewhere::taxRates).isInstanceOf(XeroException.Forbidden.class);
    }

    private Table table(String name) throws Exception {
        return Table.read(export.resolve(name + ".csv"));
    }

    private static <T> Map<String, Long> cents(
            Collection<T> records, Function<T, String> by, ToLongFunction<T> amount) {
        Map<String, Long> sums =
                records.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.summingLong(amount)));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private static Map<String, Long> absolute(Map<String, Long> sums) {
        sums.replaceAll((name, sum) -> Math.abs(sum));
        return sums;
    }

    private static List<String> column(Table table, String column) {
        return table.rows().stream().map(row -> row.get(column)).toList();
    }

    private static List<String> ids(List<Invoice> invoices) {
        return ids(invoices, Invoice::invoiceId);
    }

    private static <T> List<String> ids(List<T> records, Function<T, String> id) {
        return records.stream().map(id).toList();
    }
}
