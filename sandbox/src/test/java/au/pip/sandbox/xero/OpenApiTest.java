package au.pip.sandbox.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every field that we write is one that Xero's own description has; the variable XERO_OPENAPI names that file. */
class OpenApiTest {
    private static final Map<String, String> SCHEMAS = Map.of(
            "Organisation", "Organisation",
            "Accounts", "Account",
            "TaxRates", "TaxRate",
            "Contacts", "Contact",
            "Invoices", "Invoice",
            "CreditNotes", "CreditNote",
            "Payments", "Payment",
            "BankTransactions", "BankTransaction",
            "ManualJournals", "ManualJournal");
    /** Names beside Date and DueDate that the description shows in its examples only. */
    private static final Set<String> EXAMPLES_ONLY = Set.of("DateString", "DueDateString");

    @Test
    void writesOnlyFieldsThatXeroDescribes() throws Exception {
        String file = System.getenv("XERO_OPENAPI");
        assumeTrue(file != null && Files.isReadable(Path.of(file)), "skipped: XERO_OPENAPI names no file");
        Map<String, Set<String>> described = properties(Files.readAllLines(Path.of(file)));
        Books books = Books.generate(new BooksSpec(4, Company.PTY_LTD, LocalDate.of(2026, 11, 23)));
        try (Client client = new Client(books, SandboxOptions.defaults().withLimits(Limits.none()))) {
            for (Map.Entry<String, String> schema : SCHEMAS.entrySet()) {
                JsonNode answer = client.json(schema.getKey() + "?page=1");
                String list = schema.getKey().equals("Organisation") ? "Organisations" : schema.getKey();
                Set<String> known = described.getOrDefault(schema.getValue(), Set.of());
                assertThat(known).as(schema.getValue()).isNotEmpty();
                for (JsonNode record : answer.get(list)) {
                    assertThat(record.propertyNames())
                            .allMatch(name -> known.contains(name) || EXAMPLES_ONLY.contains(name));
                    for (JsonNode line : record.path("LineItems")) {
                        assertThat(described.getOrDefault("LineItem", Set.of())).containsAll(line.propertyNames());
                    }
                }
            }
        }
    }

    /** The property names of each schema, read by indentation: four blanks a schema, eight a property. */
    private static Map<String, Set<String>> properties(List<String> lines) {
        Map<String, Set<String>> properties = new HashMap<>();
        String schema = "";
        for (String line : lines.subList(lines.indexOf("  schemas:"), lines.size())) {
            if (line.matches(" {4}\\w+:")) {
                schema = line.strip().replace(":", "");
            } else if (line.matches(" {8}\\w+:.*")) {
                properties
                        .computeIfAbsent(schema, name -> new HashSet<>())
                        .add(line.strip().replaceAll(":.*", ""));
            }
        }
        return properties;
    }
}
