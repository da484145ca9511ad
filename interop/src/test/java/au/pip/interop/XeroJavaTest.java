package au.pip.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.interop.Readings.Reading;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.xero.Fault;
import au.pip.sandbox.xero.Limits;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import com.xero.api.ApiClient;
import com.xero.api.XeroBadRequestException;
import com.xero.api.XeroForbiddenException;
import com.xero.api.XeroNotFoundException;
import com.xero.api.XeroUnauthorizedException;
import com.xero.api.client.AccountingApi;
import com.xero.api.client.IdentityApi;
import com.xero.models.identity.Connection;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Xero's own Java library reads of the pretend Xero what Pip reads, at each address that it serves. */
class XeroJavaTest {
    private static final String TOKEN = SandboxOptions.DEFAULT_TOKEN;

    private static final Map<Fault.Kind, Class<? extends RuntimeException>> REFUSALS = Map.of(
            Fault.Kind.INVALID, XeroBadRequestException.class,
            Fault.Kind.TOKEN_EXPIRED, XeroUnauthorizedException.class,
            Fault.Kind.FORBIDDEN, XeroForbiddenException.class,
            Fault.Kind.NOT_FOUND, XeroNotFoundException.class);

    private static SandboxServer sandbox;
    private static XeroHttp http;
    private static String tenant;
    private static AccountingApi theirs;
    private static XeroApi ours;

    @BeforeAll
    static void start() throws Exception {
        Books books = Books.generate(new BooksSpec(11, Company.PTY_LTD, LocalDate.of(2026, 11, 23), true));
        sandbox = SandboxServer.start(books, SandboxOptions.defaults().withLimits(Limits.none()));
        http = new XeroHttp(XeroSettings.defaults()
                .withBase(URI.create(sandbox.url()))
                .withPace(new XeroSettings.Pace(
                        5, 10_000, Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofSeconds(2))));
        tenant = books.organisation().tenantId().toString();
        theirs = AccountingApi.getInstance(client(sandbox.url() + "/api.xro/2.0"));
        ours = new XeroApi(http, () -> TOKEN, tenant);
    }

    @AfterAll
    static void stop() {
        http.close();
        sandbox.close();
    }

    static Stream<Reading> readings() {
        return Stream.of(Readings.ALL, PaperReadings.ALL).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("readings")
    void readsTheSameAsPip(Reading reading) throws Exception {
        List<String> expected = reading.ours().read(ours);

        assertThat(expected).isNotEmpty();
        assertThat(reading.theirs().read(theirs, tenant)).containsExactlyElementsOf(expected);
    }

    @Test
    void readsTheConnections() throws Exception {
        List<Connection> connections =
                IdentityApi.getInstance(client(sandbox.url())).getConnections(TOKEN, null);

        assertThat(connections)
                .extracting(each -> each.getId() + " " + each.getTenantId() + " " + each.getTenantType() + " "
                        + each.getTenantName() + " " + each.getAuthEventId() + " " + each.getCreatedDateUtc())
                .containsExactlyElementsOf(XeroApi.connections(http, () -> TOKEN).value().stream()
                        .map(each -> each.connectionId() + " " + each.tenantId() + " " + each.tenantType() + " "
                                + each.tenantName() + " " + each.authEventId() + " "
                                + LocalDateTime.ofInstant(each.createdAt(), ZoneOffset.UTC))
                        .toList());
    }

    @Test
    void knowsTheRefusals() {
        REFUSALS.forEach((fault, refusal) -> {
            sandbox.failNext(Fault.of(fault), 1);
            assertThatThrownBy(() -> theirs.getOrganisations(TOKEN, tenant))
                    .as(fault.word())
                    .isInstanceOf(refusal);
        });
    }

    private static ApiClient client(String base) {
        return new ApiClient(base, null, null, null, null);
    }
}
