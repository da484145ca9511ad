package au.pip.assistant.tools;

import au.pip.agent.ToolResult;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Value;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.xero.Limits;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Pretend books served over HTTP for the tools about tax, and what these find. */
final class TaxBooks implements AutoCloseable {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private final List<AutoCloseable> open = new ArrayList<>();
    private FactBook facts = new FactBook();

    FactBook facts() {
        return facts;
    }

    void forget() {
        facts = new FactBook();
    }

    static Books of(Company company, LocalDate today) {
        return Books.generate(new BooksSpec(5, company, today));
    }

    ToolResult ask(Books truth, String tool, Map<String, String> arguments) throws InterruptedException {
        return BooksTools.over(serve(truth), facts).permitted().stream()
                .filter(each -> each.spec().name().equals(tool))
                .findFirst()
                .orElseThrow()
                .run(new JsonMapper().valueToTree(arguments));
    }

    private au.pip.assistant.books.Books serve(Books truth) {
        try {
            SandboxServer server =
                    SandboxServer.start(truth, SandboxOptions.defaults().withLimits(Limits.none()));
            open.addFirst(server::close);
            XeroHttp http = new XeroHttp(XeroSettings.defaults().withBase(URI.create(server.url())));
            open.addFirst(http::close);
            String tenant = truth.organisation().tenantId().toString();
            Clock clock = Clock.fixed(
                    truth.spec().today().atTime(LocalTime.NOON).atZone(SYDNEY).toInstant(), SYDNEY);
            return new au.pip.assistant.books.Books(
                    new XeroApi(http, () -> SandboxOptions.DEFAULT_TOKEN, tenant), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Money amount(String measure) {
        return amount(fact(measure));
    }

    Money amount(Fact fact) {
        return ((Value.Amount) fact.value()).money();
    }

    LocalDate day(String measure) {
        return ((Value.Day) fact(measure).value()).date();
    }

    Fact fact(String... measures) {
        return facts.all().stream()
                .filter(each -> List.of(measures).contains(each.measure()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }
}
