package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every draft goes to an address where Xero's OpenAPI file has a call that creates and takes our key, and holds fields
 * and words of its schemas that may be written. The file is not part of Pip: set {@code XERO_OPENAPI} to where
 * {@code xero_accounting.yaml} of XeroAPI/Xero-OpenAPI lies.
 */
class OpenApiDraftsTest {
    private static final Map<DraftKind, String> SCHEMAS = Map.of(
            DraftKind.CONTACT, "Contact",
            DraftKind.INVOICE, "Invoice",
            DraftKind.BILL, "Invoice",
            DraftKind.CREDIT_NOTE, "CreditNote",
            DraftKind.QUOTE, "Quote");

    @Test
    void sendsOnlyWhatXeroDocuments() throws IOException {
        String file = System.getenv("XERO_OPENAPI");
        assumeTrue(file != null, "XERO_OPENAPI names no file: set it to xero_accounting.yaml of XeroAPI/Xero-OpenAPI");
        List<String> yaml = Files.readAllLines(Path.of(file));

        for (Draft draft : SampleDrafts.all()) {
            FakeXero.Seen seen = sent(draft);
            List<String> call = under(under(yaml, "  " + seen.path().replace("/api.xro/2.0", "") + ":"), "    put:");
            assertThat(call).as(seen.path()).anyMatch(line -> line.matches("      operationId: create\\w+"));
            assertThat(call).anyMatch(line -> line.contains("parameters/idempotencyKey"));
            for (String parameter : seen.query().keySet()) {
                assertThat(call).anyMatch(line -> line.contains("parameters/" + parameter));
            }
            JsonNode record = WireJson.parse(seen.body().getBytes(StandardCharsets.UTF_8))
                    .path(draft.kind().endpoint())
                    .path(0);
            List<String> schema = under(yaml, "    " + SCHEMAS.get(draft.kind()) + ":");
            assertThat(writable(schema).keySet()).containsAll(record.propertyNames());
            assertThat(record).isNotEmpty();
            for (JsonNode line : record.path("LineItems")) {
                assertThat(writable(under(yaml, "    LineItem:")).keySet()).containsAll(line.propertyNames());
            }
            assertWords(yaml, schema, record, "Type");
            assertWords(yaml, schema, record, "Status");
            assertWords(yaml, schema, record, "LineAmountTypes");
        }
    }

    /** A field with a list of words has one of them. */
    private static void assertWords(List<String> yaml, List<String> schema, JsonNode record, String name) {
        if (record.has(name)) {
            List<String> field = writable(schema).getOrDefault(name, List.of());
            for (String line : field) {
                if (line.contains("$ref")) {
                    field = under(yaml, "    " + line.replaceAll(".*/(\\w+)\".*", "$1") + ":");
                }
            }
            assertThat(field.stream().map(line -> line.strip().replaceFirst("^- ", "")))
                    .as(name)
                    .contains(record.path(name).asString());
        }
    }

    private static FakeXero.Seen sent(Draft draft) {
        try (FakeXero xero = new FakeXero();
                XeroHttp http = new XeroHttp(xero.settings())) {
            XeroDrafts drafts = new XeroDrafts(http, () -> FakeXero.TOKEN, "ann", FakeXero.TENANT);
            String hash = draft.hash("ann", FakeXero.TENANT);
            try {
                drafts.write(draft, WritePermit.granted("approval", hash, FakeXero.TENANT, Duration.ofMinutes(1)));
            } catch (XeroException.NotFound expected) {
                return xero.seen.getFirst();
            }
            throw new AssertionError("nothing was set up to be answered");
        }
    }

    /** The lines that are indented below a line. */
    private static List<String> under(List<String> lines, String head) {
        int start = lines.indexOf(head);
        assertThat(start).as(head).isNotNegative();
        int depth = head.indexOf(head.strip());
        List<String> block = new ArrayList<>();
        for (String line : lines.subList(start + 1, lines.size())) {
            if (!line.isBlank() && line.indexOf(line.strip()) <= depth) {
                break;
            }
            block.add(line);
        }
        return block;
    }

    /** A schema's properties that are not read-only, each with its lines. */
    private static Map<String, List<String>> writable(List<String> schema) {
        Map<String, List<String>> properties = new HashMap<>();
        Set<String> readOnly = new LinkedHashSet<>();
        String name = "";
        for (String line : schema) {
            if (line.matches(" {8}\\w+:.*")) {
                name = line.strip().replaceAll(":.*", "");
                properties.put(name, new ArrayList<>());
            } else if (properties.containsKey(name)) {
                properties.get(name).add(line);
                if (line.strip().equals("readOnly: true")) {
                    readOnly.add(name);
                }
            }
        }
        properties.keySet().removeAll(readOnly);
        return properties;
    }
}
