package au.pip.sandbox.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Who is let in, what the limits do, and what goes wrong on demand. */
class MannersTest {
    private static final Books BOOKS =
            Books.generate(new BooksSpec(2, Company.SOLE_TRADER, LocalDate.of(2026, 11, 23)));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T00:00:00Z"));

    @Test
    void letsInOnlyTheTokenAndTheTenant() throws Exception {
        try (Client client = client(Limits.none())) {
            String path = "/api.xro/2.0/Organisation";
            HttpResponse<String> stranger = client.send(client.request(path)
                    .setHeader("Authorization", "Bearer guess")
                    .build());
            assertThat(stranger.statusCode()).isEqualTo(401);
            assertThat(stranger.body()).startsWith("{\"Type\":null,\"Title\":\"Unauthorized\",\"Status\":401,");
            HttpResponse<String> elsewhere = client.send(client.request(path)
                    .setHeader("xero-tenant-id", "00000000-0000-0000-0000-000000000000")
                    .build());
            assertThat(elsewhere.statusCode()).isEqualTo(403);
            assertThat(elsewhere.body()).contains("\"Title\":\"Forbidden\"");
            assertThat(client.send(client.request(path)
                                    .setHeader("Accept", "application/xml")
                                    .build())
                            .statusCode())
                    .isEqualTo(406);
            assertThat(client.send(client.request(path).DELETE().build()).statusCode())
                    .isEqualTo(405);
            assertThat(client.get("Nothing").statusCode()).isEqualTo(404);
            assertThat(client.get("Invoices/none").headers().firstValue("Content-Type"))
                    .hasValue("text/plain; charset=utf-8");
            assertThat(client.get("Organisation").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void listsTheConnectionInTheIdentityStyle() throws Exception {
        try (Client client = client(Limits.none())) {
            HttpResponse<String> connections =
                    client.send(client.request("/connections").build());
            assertThat(connections.body())
                    .startsWith("[{")
                    .contains("\"tenantId\":\"" + BOOKS.organisation().tenantId() + "\"")
                    .contains("\"createdDateUtc\":\"2026-11-23T00:00:00.0000000\"");
        }
    }

    @Test
    void refusesFiltersThatItCannotRead() throws Exception {
        try (Client client = client(Limits.none())) {
            for (String filter : List.of(
                    "Status=",
                    "Status==\"DRAFT",
                    "Nonsense==1",
                    "Status==1",
                    "Date<\"2026-01-01\"",
                    "Date<DateTime(2026,13,1)",
                    "Contact.ContactID==\"x\"",
                    "Status==\"DRAFT\" Type==\"ACCREC\"",
                    "(Status==\"DRAFT\"",
                    "Name.Drop(\"x\")",
                    "; drop")) {
                HttpResponse<String> answer = client.get("Invoices?where=" + Client.encoded(filter));
                assertThat(answer.statusCode()).as(filter).isEqualTo(400);
                assertThat(answer.body())
                        .startsWith("{\"ErrorNumber\":16,\"Type\":\"QueryParseException\",\"Message\":");
            }
            assertThat(client.get("Invoices?order=Nope").statusCode()).isEqualTo(400);
            assertThat(client.get("Invoices?pageSize=1001").statusCode()).isEqualTo(400);
            assertThat(client.get("Invoices?summaryOnly=perhaps").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void enforcesTheMinuteAndLetsGoAfterIt() throws Exception {
        try (Client client = client(new Limits(5, 3, 100))) {
            assertThat(client.get("Organisation").headers().firstValue("X-MinLimit-Remaining"))
                    .hasValue("2");
            now.updateAndGet(instant -> instant.plusSeconds(20));
            client.get("Organisation");
            HttpResponse<String> last = client.get("Organisation");
            assertThat(last.headers().firstValue("X-MinLimit-Remaining")).hasValue("0");
            assertThat(last.headers().firstValue("X-DayLimit-Remaining")).hasValue("97");
            HttpResponse<String> refused = client.get("Organisation");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("40");
            assertThat(refused.headers().firstValue("X-Rate-Limit-Problem")).hasValue("minute");
            now.updateAndGet(instant -> instant.plusSeconds(40));
            assertThat(client.get("Organisation").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void enforcesTheDay() throws Exception {
        try (Client client = client(new Limits(5, 60, 1))) {
            client.get("Organisation");
            HttpResponse<String> refused = client.get("Organisation");
            assertThat(refused.headers().firstValue("X-Rate-Limit-Problem")).hasValue("day");
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("86400");
            now.updateAndGet(instant -> instant.plus(Duration.ofDays(1)));
            assertThat(client.get("Organisation").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void enforcesHowManyRunAtOnce() throws Exception {
        try (Client client = client(new Limits(2, 60, 100));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            client.server.failNext(new Fault(Fault.Kind.SLOW, 0, Duration.ofMillis(700)), 6);
            List<Future<HttpResponse<String>>> calls = new ArrayList<>();
            for (int call = 0; call < 6; call++) {
                calls.add(threads.submit(() -> client.get("Organisation")));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<HttpResponse<String>> call : calls) {
                statuses.add(call.get().statusCode());
                if (call.get().statusCode() == 429) {
                    assertThat(call.get().headers().firstValue("X-Rate-Limit-Problem"))
                            .hasValue("concurrent");
                }
            }
            assertThat(statuses).contains(200, 429);
        }
    }

    @Test
    void failsOnDemandThenServesAgain() throws Exception {
        try (Client client = client(Limits.none())) {
            for (Fault.Kind kind : List.of(
                    Fault.Kind.TOKEN_EXPIRED,
                    Fault.Kind.FORBIDDEN,
                    Fault.Kind.DAY_LIMIT,
                    Fault.Kind.SERVER_ERROR,
                    Fault.Kind.UNAVAILABLE,
                    Fault.Kind.HTML_PAGE)) {
                client.server.failNext(Fault.of(kind), 1);
            }
            assertThat(client.get("Organisation").body()).contains("TokenExpired");
            assertThat(client.get("Organisation").statusCode()).isEqualTo(403);
            HttpResponse<String> limited = client.get("Organisation");
            assertThat(limited.statusCode()).isEqualTo(429);
            assertThat(limited.headers().firstValue("Retry-After")).hasValue("67000");
            assertThat(client.get("Organisation").statusCode()).isEqualTo(500);
            assertThat(client.get("Organisation").statusCode()).isEqualTo(503);
            assertThat(client.get("Organisation").body()).startsWith("<HTML>");
            assertThat(client.get("Organisation").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void breaksOffInTheMiddle() throws Exception {
        try (Client client = client(Limits.none())) {
            client.server.failNext(Fault.of(Fault.Kind.CUT), 1);
            assertThatThrownBy(() -> client.get("Accounts")).isInstanceOf(IOException.class);
            assertThat(client.get("Accounts").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void takesFaultsFromItsControlAddress() throws Exception {
        try (Client client = client(Limits.none())) {
            HttpRequest.Builder add = client.request("/sandbox/faults?kind=429&count=2&retryAfter=9")
                    .POST(HttpRequest.BodyPublishers.noBody());
            assertThat(client.send(add.build()).body()).isEqualTo("{\"faults\":[\"429\",\"429\"]}");
            assertThat(client.get("Accounts").headers().firstValue("Retry-After"))
                    .hasValue("9");
            client.send(client.request("/sandbox/faults").DELETE().build());
            assertThat(client.get("Accounts").statusCode()).isEqualTo(200);
            assertThat(client.send(add.setHeader("Authorization", "Bearer guess")
                                    .build())
                            .statusCode())
                    .isEqualTo(401);
            assertThat(client.send(client.request("/sandbox/faults?kind=flood")
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build())
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    private Client client(Limits limits) throws IOException {
        return new Client(BOOKS, SandboxOptions.defaults().withLimits(limits).withClock(now::get));
    }
}
