package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.ledger.Basis;
import au.pip.ledger.Period;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.identity.App;
import au.pip.sandbox.xero.Fault;
import au.pip.sandbox.xero.Limits;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import au.pip.xero.auth.CustomConnection;
import au.pip.xero.auth.Scopes;
import au.pip.xero.auth.XeroAddresses;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts in the pretend Xero: there afterwards, once, and in no report. */
class SandboxDraftsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Books BOOKS = Books.generate(new BooksSpec(11, Company.PTY_LTD, TODAY));
    private static final String TENANT = BOOKS.organisation().tenantId().toString();
    private static final Period YEAR = new Period(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 11, 30));

    private SandboxServer server;
    private XeroHttp http;
    private XeroApi api;
    private XeroDrafts drafts;

    @BeforeEach
    void serve() throws Exception {
        server = SandboxServer.start(BOOKS, SandboxOptions.defaults().withLimits(Limits.none()));
        http = new XeroHttp(XeroSettings.defaults()
                .withBase(URI.create(server.url()))
                .withPace(new XeroSettings.Pace(
                        5, 1000, Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofSeconds(2)))
                .withRetries(new XeroSettings.Retries(2, Duration.ofMillis(5))));
        api = new XeroApi(http, () -> SandboxOptions.DEFAULT_TOKEN, TENANT);
        drafts = new XeroDrafts(http, () -> SandboxOptions.DEFAULT_TOKEN, "ann", TENANT);
    }

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    @Test
    void areThereAfterwardsAndChangeNoReport() {
        List<Object> before = reports();
        int invoices = api.invoices(InvoiceQuery.all()).value().size();
        Written contact = made(new ContactDraft("Bay Timber", "Ana", "", "ana@bay.example", ""));

        List<Written> written =
                SampleDrafts.of(contact.id()).stream().skip(1).map(this::made).toList();

        assertThat(contact.number()).isEqualTo("Bay Timber");
        assertThat(written).extracting(Written::number).element(1).isEqualTo("B-17");
        assertThat(written.getFirst().number()).startsWith("INV-");
        assertThat(api.contacts(ContactQuery.all().withId(contact.id())).value())
                .singleElement()
                .satisfies(each -> assertThat(each.status()).isEqualTo(Contact.Status.ACTIVE));
        assertThat(api.invoices(InvoiceQuery.all()).value()).hasSize(invoices + 2);
        Invoice invoice = api.invoice(written.getFirst().id()).value();
        assertThat(invoice.status()).isEqualTo(Invoice.Status.DRAFT);
        assertThat(invoice.contact().name()).isEqualTo("Bay Timber");
        assertThat(invoice.isOpen()).isFalse();
        assertThat(invoice.totals().subTotal()).isEqualTo(SampleDrafts.content().written());
        assertThat(invoice.totals().total().minor()).isEqualTo(2750);
        assertThat(api.creditNotes(CreditNoteQuery.all().ofContact(contact.id()))
                        .value())
                .singleElement()
                .satisfies(note -> assertThat(note.status()).isEqualTo(Invoice.Status.DRAFT));
        assertThat(reports()).isEqualTo(before);
    }

    @Test
    void keepsFourDecimalsOfAUnitAmount() {
        Draft draft = SampleDrafts.invoice(
                SampleDrafts.content(BOOKS.contacts().getFirst().id().toString(), SampleDrafts.line("1000", "0.1234")));

        assertThat(api.invoice(made(draft).id()).value().totals().subTotal().minor())
                .isEqualTo(12340);
    }

    @Test
    void areMadeOnceHoweverOftenTheAnswerIsLost() {
        for (Fault.Kind fault : List.of(Fault.Kind.LOST, Fault.Kind.CUT, Fault.Kind.UNAVAILABLE, Fault.Kind.GATEWAY)) {
            int invoices = api.invoices(InvoiceQuery.all()).value().size();
            int writes = server.writes();
            server.failNext(Fault.of(fault), 2);

            made(SampleDrafts.invoice(
                    SampleDrafts.content(BOOKS.contacts().getFirst().id().toString(), SampleDrafts.line("1", "1"))));

            assertThat(server.writes() - writes).as(fault.word()).isEqualTo(3);
            assertThat(api.invoices(InvoiceQuery.all()).value())
                    .as(fault.word())
                    .hasSize(invoices + 1);
        }
    }

    @Test
    void areRefusedWithEachReason() {
        DraftLine line = new DraftLine("Nails", BigDecimal.ONE, BigDecimal.TEN, "nope", "WRONG");
        Draft draft =
                SampleDrafts.invoice(SampleDrafts.content(UUID.randomUUID().toString(), line));

        assertThatExceptionOfType(XeroException.Rejected.class)
                .isThrownBy(() -> made(draft))
                .satisfies(failure -> assertThat(failure.reasons())
                        .hasSize(3)
                        .anyMatch(reason -> reason.contains("Account code 'nope'"))
                        .anyMatch(reason -> reason.contains("TaxType code 'WRONG'"))
                        .anyMatch(reason -> reason.contains("Contact could not be found")));
    }

    @Test
    void needLeaveToWrite() {
        Set<String> reading = Scopes.ofApp("");
        Draft contact = SampleDrafts.all().getFirst();

        assertThatExceptionOfType(XeroException.Forbidden.class)
                .isThrownBy(() -> made(contact, as(reading)))
                .withMessageContaining("XERO_WRITES=drafts");
        assertThat(made(contact, as(Scopes.withDrafts(reading))).number()).isEqualTo("Bay Timber");
    }

    private AccessTokens as(Set<String> scopes) {
        URI here = URI.create(server.url());
        CustomConnection custom =
                new CustomConnection(XeroAddresses.of(here, here), App.CUSTOM_ID, App.CUSTOM_SECRET, scopes);
        String token = custom.renew(CustomConnection.nothingYet()).access();
        return () -> token;
    }

    private Written made(Draft draft) {
        return drafts.write(draft, permit(draft)).value();
    }

    private Written made(Draft draft, AccessTokens tokens) {
        return new XeroDrafts(http, tokens, "ann", TENANT)
                .write(draft, permit(draft))
                .value();
    }

    private static WritePermit permit(Draft draft) {
        return WritePermit.granted(
                UUID.randomUUID().toString(), draft.hash("ann", TENANT), TENANT, Duration.ofMinutes(1));
    }

    private List<Object> reports() {
        List<Object> reports = new ArrayList<>();
        for (Basis basis : Basis.values()) {
            reports.add(api.profitAndLoss(YEAR, basis).value());
            reports.add(api.balanceSheet(TODAY.plusMonths(1), basis).value());
        }
        reports.add(api.trialBalance(TODAY.plusMonths(1)).value());
        reports.add(api.bankSummary(YEAR).value());
        return reports;
    }
}
