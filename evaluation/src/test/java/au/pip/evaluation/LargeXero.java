package au.pip.evaluation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A large organisation on 127.0.0.1 in Xero's shapes, made as it is asked for: {@value #INVOICES} invoices of $110 with
 * $10 of GST, and {@value #BANK_LINES} bank transactions, by turns $11 spent with $1 and $22 received with $2, all dated
 * in the fifty days from 1 October 2026 on. It heeds no filter.
 */
final class LargeXero implements AutoCloseable {
    static final int INVOICES = 10_000;
    static final int BANK_LINES = 50_000;
    static final String TENANT = "3b1a7a4e-3c55-4bb0-9a39-6d7f2d0b1a11";
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

    final AtomicInteger calls = new AtomicInteger();
    private final HttpServer server;

    LargeXero() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/connect/token", exchange -> reply(exchange, """
                {"access_token":"e30.e30.e30","expires_in":1800,"token_type":"Bearer"}"""));
        server.createContext("/connections", exchange -> reply(exchange, """
                [{"id":"7d0a3b52-52b2-4f0e-8d4c-6a3f2f1f9c01","tenantId":"%s","tenantType":"ORGANISATION",\
                "tenantName":"Large Pty Ltd"}]""".formatted(TENANT)));
        server.createContext("/api.xro/2.0/", exchange -> {
            calls.incrementAndGet();
            reply(exchange, list(exchange.getRequestURI()));
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static String list(URI asked) {
        String name = asked.getPath().substring("/api.xro/2.0/".length());
        return switch (name) {
            case "Organisation" -> """
                    {"Organisations":[{"OrganisationID":"%s","Name":"Large Pty Ltd","OrganisationType":"COMPANY",\
                    "BaseCurrency":"AUD","CountryCode":"AU","SalesTaxBasis":"ACCRUALS","SalesTaxPeriod":"QUARTERLY1",\
                    "Timezone":"AUSEASTERNSTANDARDTIME"}]}""".formatted(TENANT);
            case "Invoices" -> page(name, asked.getQuery(), INVOICES, LargeXero::invoice);
            case "BankTransactions" -> page(name, asked.getQuery(), BANK_LINES, LargeXero::bankLine);
            default -> "{\"" + name + "\":[]}";
        };
    }

    private static String page(String name, String query, int records, IntFunction<String> record) {
        int number = parameter(query, "page");
        int size = parameter(query, "pageSize");
        int from = Math.min(records, (number - 1) * size);
        return IntStream.range(from, Math.min(records, from + size))
                .mapToObj(record)
                .collect(Collectors.joining(
                        ",",
                        "{\"pagination\":{\"page\":%d,\"pageSize\":%d,\"pageCount\":%d,\"itemCount\":%d},\"%s\":["
                                .formatted(number, size, (records + size - 1) / size, records, name),
                        "]}"));
    }

    private static int parameter(String query, String name) {
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return Integer.parseInt(pair.substring(name.length() + 1));
            }
        }
        throw new IllegalArgumentException(name + " is missing in " + query);
    }

    private static String invoice(int number) {
        return """
                {"InvoiceID":"%s","Type":"ACCREC","Status":"PAID","InvoiceNumber":"INV-%05d","Reference":"Order %d",\
                "Contact":{"ContactID":"%s","Name":"Customer %d"},%s"CurrencyCode":"AUD","SubTotal":100.00,\
                "TotalTax":10.00,"Total":110.00,"AmountDue":0.00,"AmountPaid":110.00,"LineItems":[%s,%s]}""".formatted(
                        id("invoice", number),
                        number,
                        number,
                        id("customer", number % 300),
                        number % 300,
                        dates(number),
                        line("invoice", 2 * number, "60.00", "6.00", "OUTPUT"),
                        line("invoice", 2 * number + 1, "40.00", "4.00", "OUTPUT"));
    }

    private static String bankLine(int number) {
        boolean spent = number % 2 == 0;
        return """
                {"BankTransactionID":"%s","Type":"%s","Status":"AUTHORISED","IsReconciled":true,"Reference":"Ref %d",\
                "Contact":{"ContactID":"%s","Name":"Contact %d"},"BankAccount":{"AccountID":"%s","Code":"090",\
                "Name":"Business bank"},%s"CurrencyCode":"AUD","SubTotal":%s,"TotalTax":%s,"Total":%s,\
                "LineItems":[%s]}""".formatted(
                id("bank", number),
                spent ? "SPEND" : "RECEIVE",
                number,
                id("contact", number % 400),
                number % 400,
                id("account", 1),
                dates(number),
                spent ? "10.00" : "20.00",
                spent ? "1.00" : "2.00",
                spent ? "11.00" : "22.00",
                line("bank", number, spent ? "10.00" : "20.00", spent ? "1.00" : "2.00", spent ? "INPUT" : "OUTPUT"));
    }

    private static String line(String of, int number, String amount, String tax, String taxType) {
        return """
                {"LineItemID":"%s","Description":"Goods and services as agreed, number %d","Quantity":1.0000,\
                "UnitAmount":%s,"LineAmount":%s,"TaxAmount":%s,"TaxType":"%s","AccountCode":"200","AccountID":"%s"}""".formatted(id(of + " line", number), number, amount, amount, tax, taxType, id("account", 200));
    }

    private static String dates(int number) {
        LocalDate day = FIRST.plusDays(number % 50);
        return "\"DateString\":\"%sT00:00:00\",\"DueDateString\":\"%sT00:00:00\",".formatted(day, day.plusDays(30));
    }

    private static UUID id(String of, int number) {
        return UUID.nameUUIDFromBytes((of + " " + number).getBytes(StandardCharsets.UTF_8));
    }

    private static void reply(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
