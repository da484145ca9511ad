package au.pip.sandbox.xero;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.books.Invoice;
import au.pip.sandbox.books.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecordsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Books BOOKS = Books.generate(new BooksSpec(5, Company.PTY_LTD, TODAY));
    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        client = new Client(BOOKS, SandboxOptions.defaults().withLimits(Limits.none()));
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Test
    void pagesHoldLineItemsAndTellHowManyThereAre() throws Exception {
        int count = BOOKS.invoices().size();
        List<JsonNode> all = new ArrayList<>();
        for (int page = 1; page <= (count + 99) / 100; page++) {
            JsonNode answer = client.json("Invoices?page=" + page);
            assertThat(answer.get("pagination").toString())
                    .isEqualTo("{\"page\":%d,\"pageSize\":100,\"pageCount\":%d,\"itemCount\":%d}"
                            .formatted(page, (count + 99) / 100, count));
            all.addAll(Client.list(answer.get("Invoices")));
        }
        assertThat(all)
                .hasSize(count)
                .allMatch(invoice -> !invoice.get("LineItems").isEmpty());
        assertThat(client.json("Invoices?page=99").get("Invoices")).isEmpty();
        assertThat(client.json("Invoices?pageSize=1000").get("Invoices")).hasSize(count);
    }

    @Test
    void listWithoutPageHasNoLineItemsButTheSingleRecordDoes() throws Exception {
        JsonNode answer = client.json("Invoices");
        assertThat(answer.has("pagination")).isFalse();
        assertThat(Client.list(answer.get("Invoices")))
                .allMatch(invoice -> invoice.get("LineItems").isEmpty());
        Invoice sale = BOOKS.invoices().stream()
                .filter(invoice -> invoice.side() == Side.SALE)
                .findFirst()
                .orElseThrow();
        for (String key : List.of(sale.id().toString(), sale.number())) {
            JsonNode single = client.json("Invoices/" + key).get("Invoices").get(0);
            assertThat(single.get("InvoiceID").asString()).isEqualTo(sale.id().toString());
            assertThat(single.get("LineItems")).hasSize(sale.lines().size());
        }
    }

    @Test
    void writesMoneyWithTwoDecimalsAndDatesAsUtcMidnight() throws Exception {
        String body = client.get("Invoices?page=1&pageSize=5").body();
        assertThat(body).containsPattern("\"Total\":[0-9]+\\.[0-9]{2},").doesNotContainPattern("\"Total\":[0-9]+,");
        JsonNode invoice =
                client.json("Invoices?page=1&pageSize=1").get("Invoices").get(0);
        LocalDate date = LocalDate.parse(invoice.get("DateString").asString().substring(0, 10));
        assertThat(invoice.get("DateString").asString()).endsWith("T00:00:00");
        assertThat(invoice.get("Date").asString())
                .isEqualTo(
                        "/Date(" + date.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli() + "+0000)/");
    }

    @Test
    void filtersAsTheBooksDo() throws Exception {
        List<JsonNode> overdue = client.where(
                "Invoices", "Type==\"ACCREC\" AND Status==\"AUTHORISED\" AND DueDate<DateTime(2026, 11, 23)");
        assertThat(overdue)
                .hasSize((int) BOOKS.invoices().stream()
                        .filter(invoice -> invoice.side() == Side.SALE
                                && invoice.status().name().equals("AUTHORISED")
                                && invoice.dueDate().isBefore(TODAY))
                        .count())
                .hasSizeGreaterThanOrEqualTo(5);
        String contact = overdue.getFirst().get("Contact").get("ContactID").asString();
        assertThat(client.where("Invoices", "Contact.ContactID==guid(\"" + contact + "\")"))
                .isNotEmpty()
                .allMatch(invoice ->
                        invoice.get("Contact").get("ContactID").asString().equals(contact));
        assertThat(client.where("Invoices", "(Status==\"DRAFT\" OR Status==\"VOIDED\") && Type!=\"ACCPAY\""))
                .hasSize(2);
        assertThat(client.where("Contacts", "Name.Contains(\"5000\")")).hasSize(1);
        assertThat(client.where("Contacts", "Name==\"" + awkward().replace("\"", "\\\"") + "\""))
                .hasSize(1);
        assertThat(client.where("Invoices", "AmountDue>=1000.50 AND AmountDue <= 2000"))
                .isNotEmpty()
                .allMatch(invoice -> invoice.get("AmountDue").decimalValue().compareTo(new BigDecimal("1000.50")) >= 0);
    }

    @Test
    void narrowsByListsAndTerms() throws Exception {
        Invoice first = BOOKS.invoices().getFirst();
        Invoice last = BOOKS.invoices().getLast();
        assertThat(client.json("Invoices?IDs=" + first.id() + "," + last.id()).get("Invoices"))
                .hasSize(2);
        assertThat(client.json("Invoices?Statuses=DRAFT,SUBMITTED").get("Invoices"))
                .hasSize(3);
        assertThat(client.json("Invoices?InvoiceNumbers=INV-1041,INV-1042").get("Invoices"))
                .hasSize(2);
        assertThat(Client.list(
                        client.json("Invoices?ContactIDs=" + first.contactId()).get("Invoices")))
                .isNotEmpty()
                .allMatch(invoice -> invoice.get("Contact")
                        .get("ContactID")
                        .asString()
                        .equals(first.contactId().toString()));
        assertThat(client.json("Contacts?searchTerm=ACME").get("Contacts")).hasSize(1);
        assertThat(client.json("Invoices?createdByMyApp=true").get("Invoices")).isEmpty();
    }

    @Test
    void hidesArchivedContactsUntilAskedFor() throws Exception {
        int all = client.json("Contacts?includeArchived=true").get("Contacts").size();
        assertThat(client.json("Contacts").get("Contacts")).hasSize(all - 1);
    }

    @Test
    void ordersByDateAndAmount() throws Exception {
        List<BigDecimal> totals =
                Client.list(client.json("Invoices?order=" + Client.encoded("Total DESC"))
                                .get("Invoices"))
                        .stream()
                        .map(invoice -> invoice.get("Total").decimalValue())
                        .toList();
        assertThat(totals).isSortedAccordingTo((one, other) -> other.compareTo(one));
        List<String> dates = Client.list(
                        client.json("BankTransactions?order=Date").get("BankTransactions"))
                .stream()
                .map(transaction -> transaction.get("DateString").asString())
                .toList();
        assertThat(dates).isSorted().hasSize(BOOKS.bankTransactions().size());
    }

    @Test
    void summaryDropsTheHeavyFields() throws Exception {
        JsonNode invoice =
                client.json("Invoices?summaryOnly=true&page=1").get("Invoices").get(0);
        assertThat(invoice.has("LineItems")).isFalse();
        assertThat(invoice.has("Payments")).isFalse();
        assertThat(invoice.has("AmountDue")).isTrue();
    }

    @Test
    void tellsOnlyWhatChangedSince() throws Exception {
        List<JsonNode> changed = Client.list(client.json(client.request("/api.xro/2.0/Invoices")
                        .header("If-Modified-Since", "2026-11-01T00:00:00")
                        .build())
                .get("Invoices"));
        assertThat(changed).isNotEmpty().hasSizeLessThan(BOOKS.invoices().size());
    }

    @Test
    void creditNotesTellWhatRemainsAndWhereTheRestWent() throws Exception {
        List<JsonNode> notes = Client.list(client.json("CreditNotes?page=1").get("CreditNotes"));
        assertThat(notes).hasSize(4);
        for (JsonNode note : notes) {
            BigDecimal used = Client.list(note.get("Allocations")).stream()
                    .map(allocation -> allocation.get("Amount").decimalValue())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(note.get("RemainingCredit").decimalValue().add(used))
                    .isEqualByComparingTo(note.get("Total").decimalValue());
            for (JsonNode allocation : note.get("Allocations")) {
                JsonNode invoice = client.json("Invoices/"
                                + allocation.get("Invoice").get("InvoiceID").asString())
                        .get("Invoices")
                        .get(0);
                assertThat(invoice.get("AmountCredited").decimalValue())
                        .isEqualByComparingTo(allocation.get("Amount").decimalValue());
            }
        }
    }

    @Test
    void paymentsOfForeignBillsTellBothAmounts() throws Exception {
        List<JsonNode> foreign = client.where("Payments", "Invoice.CurrencyCode==\"USD\"");
        assertThat(foreign)
                .isNotEmpty()
                .allMatch(payment -> payment.get("BankAmount")
                                .decimalValue()
                                .compareTo(payment.get("Amount").decimalValue())
                        > 0);
    }

    @Test
    void dueAmountsInAudAddUpToTheControlAccount() throws Exception {
        BigDecimal open = BigDecimal.ZERO;
        for (JsonNode invoice : client.where("Invoices", "Type==\"ACCREC\" AND Status==\"AUTHORISED\"")) {
            open = open.add(invoice.get("AmountDue")
                    .decimalValue()
                    .divide(invoice.get("CurrencyRate").decimalValue(), 2, RoundingMode.HALF_UP));
        }
        for (JsonNode note : client.where("CreditNotes", "Type==\"ACCRECCREDIT\"")) {
            open = open.subtract(note.get("RemainingCredit").decimalValue());
        }
        JsonNode sheet = client.json("Reports/BalanceSheet?date=" + TODAY);
        assertThat(Client.row(sheet, "Accounts Receivable")).containsExactly(open.toPlainString());
    }

    private static String awkward() {
        return BOOKS.contacts().stream()
                .map(contact -> contact.name())
                .filter(name -> name.contains("|"))
                .findFirst()
                .orElseThrow();
    }
}
