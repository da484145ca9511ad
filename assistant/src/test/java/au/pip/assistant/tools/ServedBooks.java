package au.pip.assistant.tools;

import au.pip.agent.ToolResult;
import au.pip.assistant.books.Books;
import au.pip.assistant.drafts.Proposals;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A few records served over HTTP on 127.0.0.1 in Xero's shapes, and the tools over them on 23 November 2026. */
final class ServedBooks implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    final FactBook facts = new FactBook();
    final Books books;
    private final Map<String, Object> organisation = new LinkedHashMap<>(Map.of(
            "OrganisationID", "b2c885a9-4bb9-4a00-9b6e-6c2bf60b1a2b",
            "Name", "Hume Joinery",
            "OrganisationType", "SOLE_TRADER",
            "BaseCurrency", "AUD",
            "CountryCode", "AU",
            "SalesTaxBasis", "CASH",
            "SalesTaxPeriod", "QUARTERLY1",
            "Timezone", "AUSEASTERNSTANDARDTIME"));
    private final Map<String, List<Object>> records = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();
    private final HttpServer server;
    private final XeroHttp http;
    private int status = 200;
    private String refusal = "";

    ServedBooks() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api.xro/2.0/", exchange -> {
            String path = exchange.getRequestURI().getPath().substring("/api.xro/2.0/".length());
            String list = list(path);
            Object body = list.equals("Organisation")
                    ? Map.of("Organisations", List.of(organisation))
                    : Map.of(list, records.getOrDefault(list.equals("Reports") ? path : list, List.of()));
            String text = status == 200 ? JSON.writeValueAsString(body) : refusal;
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        http = new XeroHttp(XeroSettings.defaults()
                .withBase(URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
        books = new Books(
                new XeroApi(http, () -> "none", "3b1a7a4e-3c55-4bb0-9a39-6d7f2d0b1a11"),
                Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC));
    }

    /** Answers nothing else from now on. */
    ServedBooks refusing(int status, String body) {
        this.status = status;
        this.refusal = body;
        return this;
    }

    /** Xero's field of the organisation, before it is first asked for. */
    ServedBooks organisation(String field, String value) {
        organisation.put(field, value);
        return this;
    }

    ServedBooks invoice(String type, String status, String number, String contact, double total) {
        return document(type, status, number, contact, total, "AUD");
    }

    ServedBooks document(String type, String status, String number, String contact, double total, String currency) {
        return record(
                "Invoices",
                Map.of(
                        "InvoiceID",
                        UUID.randomUUID().toString(),
                        "Type",
                        type,
                        "Status",
                        status,
                        "InvoiceNumber",
                        number,
                        "Contact",
                        Map.of("Name", contact),
                        "DateString",
                        "2026-10-05T00:00:00",
                        "DueDateString",
                        "2026-11-05T00:00:00",
                        "CurrencyCode",
                        currency,
                        "Total",
                        total,
                        "TotalTax",
                        0));
    }

    ServedBooks spent(String contact, double total) {
        return record(
                "BankTransactions",
                Map.of(
                        "BankTransactionID",
                        "b"
                                + records.getOrDefault("BankTransactions", List.of())
                                        .size(),
                        "Type",
                        "SPEND",
                        "Status",
                        "AUTHORISED",
                        "Contact",
                        Map.of("Name", contact),
                        "DateString",
                        "2026-10-05T00:00:00",
                        "CurrencyCode",
                        "AUD",
                        "Total",
                        total,
                        "TotalTax",
                        0));
    }

    ServedBooks contact(String name) {
        return record("Contacts", Map.of("ContactID", "c1", "Name", name, "ContactStatus", "ACTIVE"));
    }

    /** The name of the list that an address answers with: a record's is that of its list, its files have their own. */
    private static String list(String path) {
        String[] parts = path.split("/", -1);
        String part = parts.length == 3 ? parts[2] : parts[0];
        return part.equals("History") ? "HistoryRecords" : part;
    }

    ServedBooks record(String list, Map<String, Object> record) {
        records.computeIfAbsent(list, _ -> new ArrayList<>()).add(record);
        return this;
    }

    /** What the person says in this conversation. */
    ServedBooks said(String message) {
        said.add(message);
        return this;
    }

    ToolResult ask(String tool, Object arguments) throws InterruptedException {
        return BooksTools.over(books, facts, said, Proposals.NONE).permitted().stream()
                .filter(each -> each.spec().name().equals(tool))
                .findFirst()
                .orElseThrow()
                .run(JSON.valueToTree(arguments));
    }

    /** What was found, one line a fact: {@code measure | subject | period | value}. */
    List<String> found() {
        return facts.all().stream().map(ServedBooks::line).toList();
    }

    private static String line(Fact fact) {
        return String.join(
                " | ",
                fact.measure(),
                fact.subject(),
                fact.period().label(),
                fact.value().display());
    }

    @Override
    public void close() {
        http.close();
        server.stop(0);
    }
}
