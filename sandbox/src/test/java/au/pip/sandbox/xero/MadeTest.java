package au.pip.sandbox.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records that clients make: what is taken, what is refused and how, and once for each key. */
class MadeTest {
    private static final Books BOOKS =
            Books.generate(new BooksSpec(4, Company.SOLE_TRADER, LocalDate.of(2026, 11, 23)));
    private static final String CONTACT = BOOKS.contacts().getFirst().id().toString();
    private static final JsonMapper JSON = new JsonMapper();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T01:00:00Z"));
    private Client client;

    @BeforeEach
    void start() throws Exception {
        client = new Client(
                BOOKS, SandboxOptions.defaults().withLimits(Limits.none()).withClock(now::get));
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void makesADraftThatIsListedThen() throws Exception {
        JsonNode made = made(put("Invoices", invoice("200", "OUTPUT", 3, "33.335")), "Invoices");

        assertThat(made.get("Status").asString()).isEqualTo("DRAFT");
        assertThat(made.get("SubTotal").decimalValue()).isEqualByComparingTo("100.02");
        assertThat(made.get("TotalTax").decimalValue()).isEqualByComparingTo("10.00");
        String number = made.get("InvoiceNumber").asString();
        assertThat(Client.list(client.json("Invoices/" + number).get("Invoices")))
                .singleElement()
                .satisfies(each -> assertThat(each.get("InvoiceID")).isEqualTo(made.get("InvoiceID")));
        assertThat(client.where("Invoices", "Status==\"DRAFT\""))
                .extracting(each -> each.get("InvoiceID"))
                .contains(made.get("InvoiceID"));
        JsonNode next = made(put("Invoices", invoice("200", "OUTPUT", 1, "1")), "Invoices");
        assertThat(next.get("InvoiceNumber").asString()).isGreaterThan(number);
    }

    @Test
    void roundsUnitAmountsUnlessAskedForFourPlaces() throws Exception {
        String body = invoice("200", "EXEMPTOUTPUT", 1000, "0.1234");

        assertThat(made(put("Invoices", body), "Invoices").get("Total").decimalValue())
                .isEqualByComparingTo("120");
        assertThat(made(put("Invoices?unitdp=4", body), "Invoices").get("Total").decimalValue())
                .isEqualByComparingTo("123.4");
    }

    @Test
    void refusesInXerosForm() throws Exception {
        String body = invoice("none", "OUTPUT", 1, "1").replace(CONTACT, "00000000-1111-0000-0000-000000000000");
        HttpResponse<String> refused = put("Invoices", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode error = JSON.readTree(refused.body());
        assertThat(error.get("ErrorNumber").asInt()).isEqualTo(10);
        assertThat(error.get("Type").asString()).isEqualTo("ValidationException");
        assertThat(error.get("Elements").get(0).get("ValidationErrors")).hasSize(2);

        HttpResponse<String> inside = put("Invoices?summarizeErrors=false", body);
        assertThat(inside.statusCode()).isEqualTo(200);
        JsonNode element = JSON.readTree(inside.body()).get("Invoices").get(0);
        assertThat(element.get("StatusAttributeString").asString()).isEqualTo("ERROR");
        assertThat(element.get("InvoiceID").asString()).startsWith("00000000-0000");
        assertThat(element.get("ValidationErrors")).hasSize(2);
    }

    @Test
    void takesNothingButNewDrafts() throws Exception {
        String draft = invoice("200", "OUTPUT", 1, "1");
        String id = BOOKS.invoices().getFirst().id().toString();

        for (String body : List.of(
                draft.replace("DRAFT", "AUTHORISED"),
                draft.replace("\"Type\"", "\"InvoiceID\":\"" + id + "\",\"Type\""),
                draft.replace("ACCREC", "ARPREPAYMENT"),
                draft.replace("\"Quantity\":1", "\"Quantity\":-1"),
                draft.replace("AUD", "EUR"),
                "{\"Invoices\":[]}",
                "<Invoices/>")) {
            assertThat(body).isNotEqualTo(draft);
            assertThat(put("Invoices", body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(put(
                                "Contacts",
                                "{\"Contacts\":[{\"Name\":\""
                                        + BOOKS.contacts().getFirst().name() + "\"}]}")
                        .body())
                .contains("already assigned to another contact");
        for (String path : List.of("Accounts", "Payments", "Invoices/" + id, "Invoices/" + id + "/Attachments/a.pdf")) {
            assertThat(put(path, "{}").statusCode()).as(path).isEqualTo(405);
        }
        assertThat(client.send(client.request("/api.xro/2.0/Invoices")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(draft))
                                .build())
                        .statusCode())
                .isEqualTo(405);
        assertThat(put("Invoices", draft).statusCode()).isEqualTo(200);
        assertThat(client.server.writes()).isEqualTo(14);
    }

    @Test
    void makesARequestOnceForEachKeyForSixMinutes() throws Exception {
        String body = invoice("200", "OUTPUT", 1, "1");
        String key = "k".repeat(128);
        HttpResponse<String> first = put("Invoices", body, key);

        now.set(now.get().plus(Duration.ofMinutes(5)));
        assertThat(put("Invoices", body, key).body()).isEqualTo(first.body());
        for (HttpResponse<String> other :
                List.of(put("Invoices", body + " ", key), put("Invoices?unitdp=4", body, key))) {
            assertThat(other.statusCode()).isEqualTo(400);
            assertThat(other.body()).contains("is used with a different request");
        }
        assertThat(put("Invoices", body, key + "k").statusCode()).isEqualTo(400);
        assertThat(made(put("Invoices", body, "another"), "Invoices")).isNotEqualTo(made(first, "Invoices"));
        now.set(now.get().plus(Duration.ofMinutes(1)));
        assertThat(made(put("Invoices", body, key), "Invoices")).isNotEqualTo(made(first, "Invoices"));
    }

    @Test
    void remembersARefusalUnderItsKeyToo() throws Exception {
        String quote = document("Quotes", "\"ExpiryDate\":\"2026-12-24\"", "200", "OUTPUT", 1, "10");
        String wrong = quote.replace("\"200\"", "\"none\"");

        assertThat(put("Quotes", wrong, "q").statusCode()).isEqualTo(400);
        assertThat(put("Quotes", quote, "q").body()).contains("is used with a different request");
        assertThat(put("Quotes", wrong, "q").body()).contains("Account code 'none'");
    }

    /** The description is not part of Pip: set XERO_OPENAPI to where it lies. */
    @Test
    void writesOnlyWhatXeroDescribes() throws Exception {
        String file = System.getenv("XERO_OPENAPI");
        assumeTrue(file != null && Files.isReadable(Path.of(file)), "skipped: XERO_OPENAPI names no file");
        Schemas schemas = new Schemas(Files.readAllLines(Path.of(file)));
        Map<String, String> bodies = Map.of(
                "Contact", "{\"Contacts\":[{\"Name\":\"Bay Timber\"}]}",
                "Invoice", invoice("200", "OUTPUT", 1, "1"),
                "CreditNote",
                        document(
                                "CreditNotes",
                                "\"Type\":\"ACCPAYCREDIT\",\"CreditNoteNumber\":\"C-1\"",
                                "200",
                                "INPUT",
                                1,
                                "1"),
                "Quote", document("Quotes", "\"Title\":\"Deck\"", "200", "OUTPUT", 1, "1"));
        for (Map.Entry<String, String> each : bodies.entrySet()) {
            JsonNode record = made(put(each.getKey() + "s", each.getValue()), each.getKey() + "s");
            assertThat(schemas.faults(each.getKey(), record)).isEmpty();
        }
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return client.send(request(path, body).build());
    }

    private HttpResponse<String> put(String path, String body, String key) throws Exception {
        return client.send(request(path, body).header("Idempotency-Key", key).build());
    }

    private HttpRequest.Builder request(String path, String body) {
        return client.request("/api.xro/2.0/" + path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body));
    }

    private static JsonNode made(HttpResponse<String> response, String collection) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body()).get(collection).get(0);
    }

    private static String invoice(String account, String taxType, int quantity, String unitAmount) {
        return document(
                "Invoices", "\"Type\":\"ACCREC\",\"DueDate\":\"2026-12-07\"", account, taxType, quantity, unitAmount);
    }

    private static String document(
            String collection, String fields, String account, String taxType, int quantity, String unitAmount) {
        return """
                {"%s":[{%s,"Status":"DRAFT","Contact":{"ContactID":"%s"},"Date":"2026-11-23","CurrencyCode":"AUD",\
                "LineItems":[{"Description":"Timber","Quantity":%d,"UnitAmount":%s,"AccountCode":"%s","TaxType":"%s"}]}]}""".formatted(collection, fields, CONTACT, quantity, unitAmount, account, taxType);
    }
}
