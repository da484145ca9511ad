package au.pip.sandbox.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every field that we write is one that Xero's own description has, with a value of its kind; the variable XERO_OPENAPI
 * names that file.
 */
class OpenApiTest {
    private static final Map<String, String> SCHEMAS = schemas(
            "Organisation", "Organisations",
            "Accounts", "Accounts",
            "TaxRates", "TaxRates",
            "Contacts", "Contacts",
            "ContactGroups", "ContactGroups",
            "Invoices", "Invoices",
            "CreditNotes", "CreditNotes",
            "Quotes", "Quotes",
            "PurchaseOrders", "PurchaseOrders",
            "Payments", "Payments",
            "Overpayments", "Overpayments",
            "Prepayments", "Prepayments",
            "BankTransactions", "BankTransactions",
            "BankTransfers", "BankTransfers",
            "ManualJournals", "ManualJournals",
            "Items", "Items",
            "TrackingCategories", "TrackingCategories",
            "Currencies", "Currencies",
            "Reports/ProfitAndLoss", "ReportWithRows",
            "Reports/BalanceSheet", "ReportWithRows",
            "Reports/TrialBalance", "ReportWithRows",
            "Reports/BankSummary", "ReportWithRows",
            "Reports/BudgetSummary", "ReportWithRows",
            "Reports/ExecutiveSummary", "ReportWithRows");

    /** Account types of Australian organisations, which Xero's documentation has and its description lacks. */
    private static final Set<String> AUSTRALIAN = Set.of(
            "Accounts.Accounts[].Type is none of its words: \"PAYGLIABILITY\"",
            "Accounts.Accounts[].Type is none of its words: \"SUPERANNUATIONEXPENSE\"",
            "Accounts.Accounts[].Type is none of its words: \"SUPERANNUATIONLIABILITY\"",
            "Accounts.Accounts[].Type is none of its words: \"WAGESEXPENSE\"");

    @Test
    void writesOnlyWhatXeroDescribes() throws Exception {
        String file = System.getenv("XERO_OPENAPI");
        assumeTrue(file != null && Files.isReadable(Path.of(file)), "skipped: XERO_OPENAPI names no file");
        Schemas schemas = new Schemas(Files.readAllLines(Path.of(file)));
        Books books = Books.generate(new BooksSpec(4, Company.PTY_LTD, LocalDate.of(2026, 11, 23), true));
        Map<String, String> answers = new LinkedHashMap<>(SCHEMAS);
        String bill = "Invoices/" + books.paperwork().attachments().getFirst().recordId();
        answers.put(bill, "Invoices");
        answers.put(bill + "/Attachments", "Attachments");
        answers.put(bill + "/History", "HistoryRecords");
        answers.put(
                "ContactGroups/" + books.paperwork().contactGroups().getFirst().id(), "ContactGroups");
        Set<String> faults = new TreeSet<>();
        try (Client client = new Client(books, SandboxOptions.defaults().withLimits(Limits.none()))) {
            for (Map.Entry<String, String> answer : answers.entrySet()) {
                assertThat(schemas.has(answer.getValue())).as(answer.getValue()).isTrue();
                JsonNode json = client.json(answer.getKey() + "?page=1&pageSize=1000");
                assertThat(records(json)).as(answer.getKey()).isNotEmpty();
                faults.addAll(schemas.faults(answer.getValue(), withoutEnvelope(json)));
            }
        }
        faults.removeAll(AUSTRALIAN);
        assertThat(faults).isEmpty();
    }

    /** The list in an answer, whatever its name. */
    private static JsonNode records(JsonNode json) {
        return json.properties().stream()
                .map(Map.Entry::getValue)
                .filter(JsonNode::isArray)
                .findFirst()
                .orElseThrow();
    }

    /** Less the fields around every answer, which the description shows in its examples only. */
    private static JsonNode withoutEnvelope(JsonNode json) {
        return ((tools.jackson.databind.node.ObjectNode) json.deepCopy())
                .remove(java.util.List.of("Id", "Status", "ProviderName", "DateTimeUTC"));
    }

    private static Map<String, String> schemas(String... endpointsAndSchemas) {
        Map<String, String> schemas = new LinkedHashMap<>();
        for (int i = 0; i < endpointsAndSchemas.length; i += 2) {
            schemas.put(endpointsAndSchemas[i], endpointsAndSchemas[i + 1]);
        }
        return schemas;
    }
}
