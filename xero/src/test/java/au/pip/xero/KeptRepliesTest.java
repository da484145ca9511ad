package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.ledger.Basis;
import au.pip.ledger.Period;
import au.pip.xero.FakeXero.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptRepliesTest {
    private static final Instant NOON = Instant.parse("2026-11-23T01:00:00Z");
    private static final BankTransactionQuery SPENT =
            BankTransactionQuery.all().withStatus(BankTransaction.Status.AUTHORISED);

    private final FakeXero xero = new FakeXero();
    private final MemoryCache cache = new MemoryCache();
    private Instant now = NOON;
    private final XeroHttp http =
            new XeroHttp(xero.settings().withPaging(new XeroSettings.Paging(3, 200)), CallBudget.UNSHARED, () -> now);
    private final XeroApi api = new XeroApi(http, () -> FakeXero.TOKEN, FakeXero.TENANT, cache);

    @AfterEach
    void close() {
        http.close();
        xero.close();
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    @Test
    void tellsWhatXeroSaidWhileItIsYoungAndWhenXeroSaidIt() {
        xero.on("TaxRates", "{\"TaxRates\":[]}");
        XeroReply<List<TaxRate>> first = api.taxRates();

        later(Duration.ofMinutes(239));
        XeroReply<List<TaxRate>> again = api.taxRates();

        assertThat(xero.seen).hasSize(1);
        assertThat(again).isEqualTo(first);
        assertThat(again.fetchedAt()).isEqualTo(NOON);
        later(Duration.ofMinutes(1));
        assertThat(api.taxRates().fetchedAt()).isEqualTo(NOON.plus(Duration.ofHours(4)));
        assertThat(xero.seen).hasSize(2);
    }

    @Test
    void keepsReportsForTenMinutesEachPeriodByItself() {
        xero.on("Organisation", """
                {"Organisations":[{"OrganisationID":"b2c885a9-4bb9-4a00-9b6e-6c2bf60b1a2b","Name":"Hume Joinery","BaseCurrency":"AUD","Timezone":"AUSEASTERNSTANDARDTIME"}]}""").on("Reports/ProfitAndLoss", """
                {"Reports":[{"ReportID":"ProfitAndLoss","Rows":[]}]}""");
        Period day = Period.day(LocalDate.of(2026, 11, 23));
        Period before = Period.day(LocalDate.of(2026, 11, 22));

        reports(day, before, day, before);
        assertThat(asked("/api.xro/2.0/Reports/ProfitAndLoss")).isEqualTo(2);

        later(Duration.ofMinutes(10));
        reports(day, day);
        assertThat(asked("/api.xro/2.0/Reports/ProfitAndLoss")).isEqualTo(3);
        assertThat(asked("/api.xro/2.0/Organisation")).isEqualTo(1);
    }

    private void reports(Period... periods) {
        for (Period period : periods) {
            api.profitAndLoss(period, Basis.ACCRUALS);
        }
    }

    private long asked(String path) {
        return xero.seen.stream().filter(seen -> seen.path().equals(path)).count();
    }

    @Test
    void keepsNoReplyThatCannotBeRead() {
        xero.on("TaxRates", "<html>busy</html>", "{\"TaxRates\":[]}");

        assertThatThrownBy(api::taxRates).isInstanceOf(XeroException.Unavailable.class);
        assertThat(api.taxRates().value()).isEmpty();
        assertThat(xero.seen).hasSize(2);
    }

    @Test
    void keepsNoRefusal() {
        xero.on("TaxRates", Reply.of(403, "application/json", "{}"), Reply.json("{\"TaxRates\":[]}"));

        assertThatThrownBy(api::taxRates).isInstanceOf(XeroException.Forbidden.class);
        assertThat(api.taxRates().value()).isEmpty();
    }

    @Test
    void asksAnewOnceAllIsForgotten() {
        xero.on("TaxRates", "{\"TaxRates\":[]}");
        api.taxRates();

        api.forgetReplies();
        api.taxRates();

        assertThat(xero.seen).hasSize(2);
    }

    @Test
    void tellsAListAgainForFiveMinutes() {
        xero.on(
                "BankTransactions",
                page(1, 2, spent("a", 10), spent("b", 20), spent("c", 30)),
                page(2, 2, spent("d", 40)));

        XeroReply<List<BankTransaction>> first = api.bankTransactions(SPENT);
        later(Duration.ofSeconds(299));
        XeroReply<List<BankTransaction>> again = api.bankTransactions(SPENT);

        assertThat(again).isEqualTo(first);
        assertThat(first.value()).hasSize(4);
        assertThat(xero.seen).hasSize(2);
    }

    /** To ask what changed since then would leave out what changed before. */
    @Test
    void readsAListInFullWhenItsTimeIsToCome() {
        xero.on(
                "BankTransactions",
                page(1, 2, spent("a", 10), spent("b", 20), spent("c", 30)),
                page(2, 2, spent("d", 40)),
                page(1, 2, spent("a", 10), spent("b", 25), spent("c", 30)),
                page(2, 2, spent("d", 40)));
        api.bankTransactions(SPENT);

        later(Duration.ofHours(-1));
        XeroReply<List<BankTransaction>> again = api.bankTransactions(SPENT);

        assertThat(xero.seen).hasSize(4);
        assertThat(again.fetchedAt()).isEqualTo(now);
        assertThat(again.value())
                .anyMatch(each ->
                        each.totals().total().toDecimal().toPlainString().equals("25.00"));
    }

    @Test
    void takesOnlyWhatChangedIntoALongList() throws Exception {
        String one = page(1, 2, spent("a", 10), spent("b", 20), spent("c", 30));
        String two = page(2, 2, spent("d", 40));
        String changes = page(1, 1, spent("b", 25), spent("c", 30).replace("AUTHORISED", "DELETED"), spent("e", 50));
        xero.on("BankTransactions", one, two, changes);
        api.bankTransactions(SPENT);

        later(Duration.ofMinutes(6));
        XeroReply<List<BankTransaction>> brought = api.bankTransactions(SPENT);

        assertThat(brought.value())
                .extracting(each -> each.bankTransactionId() + " "
                        + each.totals().total().toDecimal().toPlainString())
                .containsExactlyInAnyOrder("a 10.00", "d 40.00", "b 25.00", "e 50.00");
        assertThat(brought.fetchedAt()).isEqualTo(now);
        assertThat(brought.digest())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest((one + two + changes).getBytes(StandardCharsets.UTF_8))));
        assertThat(xero.seen).hasSize(3);
        FakeXero.Seen last = xero.seen.getLast();
        assertThat(last.headers().get("If-modified-since")).containsExactly("2026-11-23T00:55:00");
        assertThat(last.query()).doesNotContainKey("where").containsEntry("page", "1");
        assertThat(xero.seen.getFirst().query()).containsKey("where");

        later(Duration.ofMinutes(4));
        assertThat(api.bankTransactions(SPENT)).isEqualTo(brought);
        assertThat(xero.seen).hasSize(3);
    }

    @Test
    void takesAnEmptyAnswerForNoChange() {
        xero.on(
                "BankTransactions",
                Reply.json(page(1, 2, spent("a", 10), spent("b", 20), spent("c", 30))),
                Reply.json(page(2, 2, spent("d", 40))),
                Reply.of(304, "application/json", ""));
        api.bankTransactions(SPENT);

        later(Duration.ofMinutes(6));

        assertThat(api.bankTransactions(SPENT).value()).hasSize(4);
        assertThat(api.bankTransactions(SPENT).fetchedAt()).isEqualTo(now);
        assertThat(xero.seen).hasSize(3);
    }

    @Test
    void readsInFullWhereMoreChangedThanAPageHolds() {
        String one = page(1, 2, spent("a", 10), spent("b", 20), spent("c", 30));
        String two = page(2, 2, spent("d", 40));
        xero.on("BankTransactions", one, two, page(1, 2, spent("a", 1), spent("b", 2), spent("c", 3)), one, two);
        api.bankTransactions(SPENT);

        later(Duration.ofMinutes(6));

        assertThat(api.bankTransactions(SPENT).value()).hasSize(4);
        assertThat(xero.seen).hasSize(5);
    }

    @Test
    void readsAListOfOnePageInFull() {
        xero.on("BankTransactions", page(1, 1, spent("a", 10)), page(1, 1, spent("b", 20)));
        api.bankTransactions(SPENT);

        later(Duration.ofMinutes(6));

        assertThat(api.bankTransactions(SPENT).value())
                .extracting(BankTransaction::bankTransactionId)
                .containsExactly("b");
        assertThat(xero.seen).noneMatch(seen -> seen.headers().containsKey("If-modified-since"));
    }

    @Test
    void asksForNoChangesOfInvoicesSinceADueDateMayMoveUnnoticed() {
        String one = "{\"pagination\":{\"pageCount\":2},\"Invoices\":[" + invoice("a") + "]}";
        String two = "{\"pagination\":{\"pageCount\":2},\"Invoices\":[" + invoice("b") + "]}";
        xero.on("Invoices", one, two);
        api.invoices(InvoiceQuery.receivables());

        later(Duration.ofMinutes(6));
        xero.on("Invoices", one, two);
        api.invoices(InvoiceQuery.receivables());

        assertThat(xero.seen).hasSize(4).noneMatch(seen -> seen.headers().containsKey("If-modified-since"));
    }

    @Test
    void readsALongListInFullTwiceADay() {
        String one = page(1, 2, spent("a", 10), spent("b", 20), spent("c", 30));
        String two = page(2, 2, spent("d", 40));
        xero.on("BankTransactions", one, two, page(1, 1), one, two);
        api.bankTransactions(SPENT);
        later(Duration.ofHours(11));
        api.bankTransactions(SPENT);
        assertThat(xero.seen).hasSize(3);

        later(Duration.ofHours(1));
        api.bankTransactions(SPENT);

        assertThat(xero.seen).hasSize(5);
    }

    @Test
    void readsAnewWhatTheCacheHasLostAPartOf() {
        String one = page(1, 2, spent("a", 10), spent("b", 20), spent("c", 30));
        String two = page(2, 2, spent("d", 40));
        xero.on("BankTransactions", one, two, one, two);
        api.bankTransactions(SPENT);
        cache.kept.keySet().removeIf(name -> name.endsWith("#1"));

        assertThat(api.bankTransactions(SPENT).value()).hasSize(4);
        assertThat(xero.seen).hasSize(4);
    }

    @Test
    void mixesNoAnswersOfTwoReadings() {
        String one = page(1, 2, spent("a", 10), spent("b", 20), spent("c", 30));
        String two = page(2, 2, spent("d", 40));
        xero.on("BankTransactions", one, two, one, two);
        api.bankTransactions(SPENT);
        cache.kept.replaceAll(
                (name, answer) -> name.endsWith("#1") ? new Answer(answer.body(), NOON.plusSeconds(1)) : answer);

        api.bankTransactions(SPENT);

        assertThat(xero.seen).hasSize(4);
    }

    @Test
    void asksForAListEachTimeOfWhichOnePageIsTooLargeToKeep() {
        String one = page(1, 2, spent("a", 10), spent("b", 20), spent("c", 30));
        String two = page(2, 2, spent("d", 40));
        xero.on("BankTransactions", one, two, one, two);
        cache.mostBytes = two.length();

        api.bankTransactions(SPENT);
        api.bankTransactions(SPENT);

        assertThat(xero.seen).hasSize(4);
    }

    private static String spent(String id, int dollars) {
        return """
                {"BankTransactionID":"%s","Type":"SPEND","Status":"AUTHORISED","CurrencyCode":"AUD",\
                "DateString":"2026-11-01T00:00:00","Total":%d,"SubTotal":%d,"TotalTax":0}""".formatted(id, dollars, dollars);
    }

    private static String invoice(String id) {
        return """
                {"InvoiceID":"%s","Type":"ACCREC","Status":"AUTHORISED","CurrencyCode":"AUD",\
                "DateString":"2026-11-01T00:00:00","Total":5,"SubTotal":5,"TotalTax":0,"AmountDue":5}""".formatted(id);
    }

    private static String page(int number, int pages, String... records) {
        return Stream.of(records)
                .collect(Collectors.joining(
                        ",",
                        "{\"pagination\":{\"page\":%d,\"pageSize\":3,\"pageCount\":%d},\"BankTransactions\":["
                                .formatted(number, pages),
                        "]}"));
    }
}
