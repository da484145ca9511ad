package au.pip.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.agent.ToolResult;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Value;
import au.pip.sandbox.books.AccountClass;
import au.pip.sandbox.books.Balances;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.books.Invoice;
import au.pip.sandbox.books.PurchaseOrder;
import au.pip.sandbox.books.Quote;
import au.pip.sandbox.books.Side;
import au.pip.sandbox.xero.Limits;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The tools beside invoices and the ledger, over the pretend Xero, against the books behind it. */
class PaperToolsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Books truth = Books.generate(new BooksSpec(5, Company.PTY_LTD, TODAY, true));
    private final FactBook facts = new FactBook();
    private SandboxServer server;
    private XeroHttp http;
    private au.pip.assistant.books.Books books;

    @BeforeEach
    void serve() throws Exception {
        server = SandboxServer.start(truth, SandboxOptions.defaults().withLimits(Limits.none()));
        http = new XeroHttp(XeroSettings.defaults().withBase(URI.create(server.url())));
        String tenant = truth.organisation().tenantId().toString();
        books = new au.pip.assistant.books.Books(
                new XeroApi(http, () -> SandboxOptions.DEFAULT_TOKEN, tenant),
                Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    @Test
    void sumsQuotesByWhatBecameOfThem() throws InterruptedException {
        ToolResult result = ask("other_documents", Map.of("kind", "quotes"));

        assertThat(result.content()).contains("What: Quotes, all customers, as of 23 Nov 2026");
        for (Quote.Status status : List.of(Quote.Status.ACCEPTED, Quote.Status.INVOICED, Quote.Status.DECLINED)) {
            long total = truth.paperwork().quotes().stream()
                    .filter(each -> each.status() == status)
                    .mapToLong(Quote::total)
                    .sum();
            assertThat(amount("total with GST of " + status.name().toLowerCase(java.util.Locale.ROOT) + " quotes"))
                    .isEqualTo(Money.aud(total));
        }
        assertThat(value("expired quotes")).isEqualTo(new Value.Count(2));
        assertThat(value("sent quotes")).isEqualTo(new Value.Count(2));
        assertThat(facts.all()).noneMatch(each -> each.measure().contains("deleted"));
        Fact single = fact(
                each -> each.subject().startsWith("QU-0011") && each.measure().startsWith("total"));
        assertThat(single.source().link()).contains("/quotes/view/");
        assertThat(single.source().recordIds())
                .containsExactly(truth.paperwork().quotes().get(10).id().toString());
        assertThat(fact(each -> each.subject().startsWith("QU-0011")
                                && each.measure().equals("expires on"))
                        .value())
                .isEqualTo(new Value.Day(truth.paperwork().quotes().get(10).expiresOn()));
    }

    @Test
    void sumsOrdersThatAreNotBilledYet() throws InterruptedException {
        ask("other_documents", Map.of("kind", "purchase_orders", "period", "this_quarter"));

        long open = truth.paperwork().purchaseOrders().stream()
                .filter(each -> each.status() == PurchaseOrder.Status.AUTHORISED
                        && !each.date().isBefore(LocalDate.of(2026, 10, 1)))
                .mapToLong(PurchaseOrder::total)
                .sum();
        assertThat(amount("total with GST of approved purchase orders")).isEqualTo(Money.aud(open));
        assertThat(facts.all())
                .filteredOn(each -> each.measure().equals("delivery due"))
                .hasSize(2);
        assertThat(facts.all().getFirst().period().label()).isEqualTo("1 Oct – 23 Nov 2026");
    }

    @Test
    void tellsWhatWasPaidAheadAndMovedBetweenAccounts() throws InterruptedException {
        ask("other_documents", Map.of("kind", "overpayments"));
        ask("other_documents", Map.of("kind", "prepayments"));
        assertThat(amount("unused overpayments from customers")).isEqualTo(Money.aud(5_500));
        assertThat(amount("unused prepayments to suppliers")).isEqualTo(Money.aud(110_000));

        ask("other_documents", Map.of("kind", "bank_transfers"));
        long moved = truth.paperwork().bankTransfers().stream()
                .mapToLong(au.pip.sandbox.books.BankTransfer::amount)
                .sum();
        Fact transferred = fact(each -> each.measure().equals("transferred"));
        assertThat(transferred.subject()).isEqualTo("Business Bank Account to Business Savings Account");
        assertThat(transferred.value()).isEqualTo(new Value.Amount(Money.aud(moved)));

        assertThat(ask("other_documents", Map.of("kind", "bank_transfers", "contact", "Acme"))
                        .failed())
                .isTrue();
        assertThat(ask("other_documents", Map.of("kind", "cheques")).failed()).isTrue();
    }

    @Test
    void listsItemsTrackingAndGroups() throws InterruptedException {
        ask("lists", Map.of("kind", "items", "search", "M-0"));
        assertThat(value("items")).isEqualTo(new Value.Count(2));
        assertThat(amount("purchase price")).isEqualTo(Money.aud(4_390));

        assertThat(ask("lists", Map.of("kind", "tracking_categories")).content())
                .contains("Region: City, Coast; Kind of job: Home, Business")
                .doesNotContain("Inland");
        assertThat(ask("lists", Map.of("kind", "currencies")).content()).contains("AUD, USD");
        assertThat(ask("lists", Map.of("kind", "contact_groups")).content()).contains("Regulars; Trade suppliers");
        assertThat(ask("lists", Map.of("kind", "contact_groups", "search", "regulars"))
                        .content())
                .contains("Members: Acme 5000;");
        assertThat(value("contacts in the group")).isEqualTo(new Value.Count(4));
    }

    @Test
    void tellsADocumentsHistoryAndFiles() throws InterruptedException {
        Invoice bill = truth.invoice(truth.paperwork().attachments().getFirst().recordId())
                .orElseThrow();

        ToolResult result = ask("document_history", Map.of("number", bill.number()));

        assertThat(result.content()).contains("bill " + bill.number() + ".pdf; photo.png");
        assertThat(value("attached files")).isEqualTo(new Value.Count(2));
        assertThat(facts.all())
                .filteredOn(each -> each.measure().equals("history note"))
                .anySatisfy(each -> {
                    assertThat(each.value()).isEqualTo(new Value.Day(bill.date()));
                    assertThat(result.content()).contains(each.id() + ": Approved");
                })
                .anySatisfy(each -> {
                    assertThat(result.content()).contains(each.id() + ": Note: Checked against the delivery docket.");
                    assertThat(each.source().link()).asString().contains("/bills/view/" + bill.id());
                });
        assertThat(ask("document_history", Map.of("kind", "quote", "number", "QU-0011"))
                        .content())
                .contains("Note: Rang the customer");
        assertThat(ask("document_history", Map.of("kind", "purchase_order", "number", "PO-0001"))
                        .failed())
                .isFalse();
        assertThat(ask("document_history", Map.of("kind", "credit_note", "number", "CN-0003"))
                        .failed())
                .isFalse();
        assertThat(ask("document_history", Map.of("number", "NO-SUCH-1")).content())
                .startsWith("There is no document numbered NO-SUCH-1.");
    }

    @Test
    void holdsTheBudgetOfWholeMonthsAgainstWhatCameOfIt() throws InterruptedException {
        ask("budget", Map.of("period", "2026-10", "detail", "accounts"));

        YearMonth month = YearMonth.of(2026, 10);
        Balances balances = new Balances(truth.journal());
        long came = -sum(code -> balances.between(code, month.atDay(1), month.atEndOfMonth()));
        long budgeted = truth.budgets().stream()
                .filter(each -> each.month().equals(month))
                .mapToLong(each -> truth.account(each.accountCode()).accountClass() == AccountClass.REVENUE
                        ? each.amount()
                        : -each.amount())
                .sum();
        assertThat(amount("net profit")).isEqualTo(Money.aud(came));
        assertThat(amount("budgeted net profit")).isEqualTo(Money.aud(budgeted));
        Fact difference = fact(each -> each.measure().equals("net profit above budget"));
        assertThat(difference.value()).isEqualTo(new Value.Amount(Money.aud(came - budgeted)));
        assertThat(difference.isDerived()).isTrue();
        assertThat(facts.all())
                .filteredOn(each -> each.subject().equals("Rent"))
                .extracting(Fact::measure)
                .containsExactly(
                        "Less Operating Expenses",
                        "budgeted Less Operating Expenses",
                        "Less Operating Expenses above budget");
    }

    @Test
    void makesNoDifferenceOverDaysThatDoNotMatch() throws InterruptedException {
        ToolResult result = ask("budget", Map.of("period", "this_month"));

        assertThat(result.content())
                .contains("Note: The budget is of whole months, what came of it is of 1 Nov – 23 Nov 2026 only.");
        assertThat(facts.all()).noneMatch(Fact::isDerived).isNotEmpty();
        assertThat(ask("budget", Map.of("period", "2025-01-01..2026-06-30")).content())
                .startsWith("A budget is read for at most 12 months");
        assertThat(ask("budget", Map.of("period", "2040-01")).content()).contains("Xero holds no budget");
    }

    @Test
    void tellsTheMonthAtAGlance() throws InterruptedException {
        ask("executive_summary", Map.of("month", "2026-10"));

        Fact invoices = fact(each -> each.measure().equals("number of invoices issued")
                && each.period().label().equals("October 2026"));
        assertThat(invoices.value())
                .isEqualTo(new Value.Count(truth.invoices().stream()
                        .filter(each -> each.side() == Side.SALE
                                && each.status().isPosted()
                                && YearMonth.from(each.date()).equals(YearMonth.of(2026, 10)))
                        .count()));
        assertThat(fact(each -> each.measure().equals("gross profit margin")).value())
                .isInstanceOf(Value.Percent.class);
        assertThat(fact(each -> each.measure().equals("average debtors days, rounded"))
                        .value())
                .isInstanceOf(Value.Count.class);
        assertThat(facts.all()).extracting(each -> each.period().label()).contains("September 2026");
        assertThat(ask("executive_summary", Map.of("month", "2027-01")).content())
                .startsWith("The month 2027-01 is still to come.");
        assertThat(ask("executive_summary", Map.of("month", "October")).failed())
                .isTrue();
    }

    @Test
    void agesWhatIsOwedByItsDueDates() throws InterruptedException {
        ask("receivables", Map.of("by", "age"));

        long all = 0;
        for (Age age : Age.values()) {
            long owed = truth.invoices().stream()
                    .filter(each -> each.side() == Side.SALE && each.status().isPosted() && each.due() != 0)
                    .filter(each -> age(each) == age)
                    .mapToLong(each -> each.toAud(each.due()))
                    .sum();
            all += owed;
            List<Value> told = facts.all().stream()
                    .filter(each -> each.measure().equals("owed to you, " + age.words())
                            && each.subject().equals("all customers"))
                    .map(Fact::value)
                    .toList();
            assertThat(told)
                    .as(age.words())
                    .isEqualTo(owed == 0 ? List.of() : List.of(new Value.Amount(Money.aud(owed))));
        }
        assertThat(facts.all()).extracting(Fact::measure).contains("owed to you, over ninety days overdue");
        assertThat(amount("owed to you")).isEqualTo(Money.aud(all));
    }

    private static Age age(Invoice invoice) {
        long days = TODAY.toEpochDay() - invoice.dueDate().toEpochDay();
        return days <= 0
                ? Age.NOT_DUE
                : days <= 30 ? Age.TO_30 : days <= 60 ? Age.TO_60 : days <= 90 ? Age.TO_90 : Age.OLDER;
    }

    private long sum(java.util.function.ToLongFunction<String> balance) {
        return truth.accounts().stream()
                .filter(each -> each.accountClass().isProfitAndLoss())
                .mapToLong(each -> balance.applyAsLong(each.code()))
                .sum();
    }

    private ToolResult ask(String tool, Map<String, String> arguments) throws InterruptedException {
        return BooksTools.over(books, facts).permitted().stream()
                .filter(each -> each.spec().name().equals(tool))
                .findFirst()
                .orElseThrow()
                .run(new JsonMapper().valueToTree(arguments));
    }

    private Money amount(String measure) {
        return ((Value.Amount) value(measure)).money();
    }

    private Value value(String measure) {
        return fact(each -> each.measure().equals(measure)).value();
    }

    private Fact fact(Predicate<Fact> wanted) {
        return facts.all().stream().filter(wanted).findFirst().orElseThrow();
    }
}
