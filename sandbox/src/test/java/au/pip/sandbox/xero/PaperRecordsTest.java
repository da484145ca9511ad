package au.pip.sandbox.xero;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.sandbox.books.Attachment;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How the records beside the ledger are served. */
class PaperRecordsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Books BOOKS = Books.generate(new BooksSpec(5, Company.SOLE_TRADER, TODAY, true));
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
    void quotesHavePagesOfAHundredAndCapitals() throws Exception {
        JsonNode answer = client.json("Quotes?page=1&pageSize=2");

        assertThat(answer.has("pagination")).isFalse();
        assertThat(answer.get("Quotes")).hasSize(BOOKS.paperwork().quotes().size());
        assertThat(answer.get("Quotes").get(0).get("LineAmountTypes").asString())
                .isEqualTo("EXCLUSIVE");
        assertThat(client.json("Quotes?page=2").get("Quotes")).isEmpty();
    }

    @Test
    void quotesAndOrdersAreFilteredByParametersOfTheirOwn() throws Exception {
        LocalDate from = TODAY.minusDays(45);
        assertThat(Client.list(
                        client.json("PurchaseOrders?page=1&Status=AUTHORISED&DateFrom=" + from + "&DateTo=" + from)
                                .get("PurchaseOrders")))
                .extracting(each -> each.get("PurchaseOrderNumber").asString())
                .containsExactly("PO-0003");
        assertThat(client.json("Quotes?QuoteNumber=QU-0002").get("Quotes")).hasSize(1);
        assertThat(client.get("Quotes?DateFrom=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void groupsTellTheirMembersOneByOne() throws Exception {
        JsonNode groups = client.json("ContactGroups").get("ContactGroups");
        String id = groups.get(0).get("ContactGroupID").asString();

        assertThat(groups.get(0).get("Contacts")).isEmpty();
        assertThat(client.json("ContactGroups/" + id)
                        .get("ContactGroups")
                        .get(0)
                        .get("Contacts"))
                .hasSize(4);
        assertThat(client.json("Contacts?page=1&where=" + Client.encoded("Name==\"Acme 5000\""))
                        .get("Contacts")
                        .get(0)
                        .get("ContactGroups"))
                .hasSize(1);
    }

    @Test
    void filesComeAsTheyAreByIdAndByName() throws Exception {
        Attachment file = BOOKS.paperwork().attachments().getFirst();
        String list = "/api.xro/2.0/Invoices/" + file.recordId() + "/Attachments";
        for (String key : List.of(file.id().toString(), file.fileName().replace(" ", "%20"))) {
            HttpResponse<String> answer = client.send(client.request(list + "/" + key)
                    .setHeader("Accept", "application/pdf")
                    .build());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(answer.body()).startsWith("%PDF-1.4");
        }
        assertThat(client.get("Invoices?IDs=" + file.recordId()).body()).contains("\"HasAttachments\":true");
    }

    @Test
    void nothingLiesBelowWhatIsNotThere() throws Exception {
        String bill = BOOKS.paperwork().attachments().getFirst().recordId().toString();
        for (String path : List.of(
                "Quotes/" + bill + "/Attachments",
                "Invoices/" + bill + "/Attachments/none.pdf",
                "Invoices/" + bill + "/Nothing",
                "Invoices/" + bill + "/History/1",
                "TaxRates/OUTPUT/History",
                "Accounts/" + BOOKS.accounts().getFirst().id() + "/History")) {
            assertThat(client.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void budgetsCanBeAskedForByQuarter() throws Exception {
        JsonNode months = client.json("Reports/BudgetSummary?date=2026-07-01&periods=3&timeframe=1");
        JsonNode quarter = client.json("Reports/BudgetSummary?date=2026-07-01&periods=1&timeframe=3");

        long sum = Client.row(months, "Net Profit").stream()
                .mapToLong(each -> Long.parseLong(each.replace(".", "")))
                .sum();
        assertThat(Client.row(quarter, "Net Profit"))
                .containsExactly(Fields.decimal(sum).toPlainString());
        assertThat(quarter.toString()).contains("{\"Value\":\"Sep-26\"}");
        assertThat(client.get("Reports/BudgetSummary?timeframe=2").statusCode()).isEqualTo(400);
    }
}
