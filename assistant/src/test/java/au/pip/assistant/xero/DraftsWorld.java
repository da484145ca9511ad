package au.pip.assistant.xero;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.Connection;
import au.pip.assistant.Run;
import au.pip.assistant.drafts.DraftPreview;
import au.pip.assistant.secret.Keyring;
import au.pip.assistant.secret.MasterKey;
import au.pip.assistant.secret.SecretBox;
import au.pip.assistant.secret.Secrets;
import au.pip.assistant.store.Samples;
import au.pip.assistant.store.Stores;
import au.pip.ledger.Money;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.xero.Limits;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import au.pip.xero.BillDraft;
import au.pip.xero.CallBudget;
import au.pip.xero.ContactDraft;
import au.pip.xero.CreditNote;
import au.pip.xero.CreditNoteDraft;
import au.pip.xero.Draft;
import au.pip.xero.DraftContent;
import au.pip.xero.DraftLine;
import au.pip.xero.InvoiceDraft;
import au.pip.xero.InvoiceQuery;
import au.pip.xero.LineAmounts;
import au.pip.xero.QuoteDraft;
import au.pip.xero.Written;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroLimit;
import au.pip.xero.XeroLimits;
import au.pip.xero.XeroSettings;
import au.pip.xero.auth.CustomConnection;
import au.pip.xero.auth.OwnApp;
import au.pip.xero.auth.Scopes;
import au.pip.xero.auth.TokenSet;
import au.pip.xero.auth.XeroAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** Two organisations in the pretend Xero, and accounts that are connected to them. */
final class DraftsWorld implements AutoCloseable {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Books STUDIO = Books.generate(new BooksSpec(7, Company.SOLE_TRADER, DAY));
    private static final Books BAKERY = Books.generate(new BooksSpec(8, Company.SOLE_TRADER, DAY));
    private static final Set<String> SCOPES = Scopes.withDrafts(Scopes.ofPerson(""));

    static final DraftPreview PREVIEW = new DraftPreview(
            "Acme",
            "!abc12",
            List.of(new DraftPreview.Line("200 Sales", "GST on Income (10%)", "181.82", "18.18")),
            "181.82",
            "18.18",
            "200.00");

    final Books studio = STUDIO;
    final Books bakery = BAKERY;
    final MovingClock clock = new MovingClock();
    final SandboxServer server;
    private final Stores stores;
    private final XeroHttp http;
    private final XeroHttp spent;
    private final Keyring keys = new Keyring(MasterKey.random(new SecureRandom()), List.of());
    private final XeroAddresses addresses;
    private final SignInTokens tokens;
    private final Organisations organisations;

    DraftsWorld(Stores stores) {
        this.stores = stores;
        try {
            server = SandboxServer.start(
                    List.of(STUDIO, BAKERY),
                    SandboxOptions.defaults().withLimits(Limits.none()).withClock(clock));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        URI here = URI.create(server.url());
        XeroSettings settings =
                XeroSettings.defaults().withBase(here).withRetries(new XeroSettings.Retries(2, Duration.ofMillis(5)));
        http = new XeroHttp(settings);
        spent = new XeroHttp(settings, new SpentBudget());
        addresses = XeroAddresses.of(here, here);
        WayIn way = browser(SCOPES);
        tokens = tokens(way);
        organisations = organisations(way);
    }

    WayIn.Browser browser(Set<String> scopes) {
        return new WayIn.Browser(new OwnApp(addresses, "app", null), scopes, Issuer.own("app", addresses));
    }

    WayIn.Custom custom(Set<String> scopes) {
        return WayIn.Custom.of(new CustomConnection(addresses, "app", "secret", scopes), scopes, "app");
    }

    private SignInTokens tokens(WayIn way) {
        return new SignInTokens(
                stores, new Secrets(stores.secrets(), SecretBox.over(() -> keys)), way, "node-1", clock);
    }

    private Organisations organisations(WayIn way) {
        return new Organisations(way, stores, tokens(way), http, "node-1", clock);
    }

    /** As Pip is after a start with settings that say this way. */
    Drafts drafts(WayIn today) {
        return new Drafts(stores, organisations(today), http, "node-1", Drafts.USUAL_HOURLY, clock);
    }

    /** Whether invoices may be proposed for the organisation that questions are about. */
    boolean offersInvoices(AccountId account, WayIn today) {
        return new ConnectedBooks(organisations(today), http, stores.replies(), clock)
                .books(account)
                .permitsWriting("accounting.invoices");
    }

    Drafts drafts(String node) {
        return drafts(node, Drafts.USUAL_HOURLY);
    }

    Drafts drafts(String node, int hourly) {
        return new Drafts(stores, organisations, http, node, hourly, clock);
    }

    /** On a node that has no calls left of its own day. */
    Drafts draftsWithoutCalls() {
        return new Drafts(stores, organisations, spent, "node-3", Drafts.USUAL_HOURLY, clock);
    }

    private record SpentBudget() implements CallBudget {
        @Override
        public Turn take(String tenantId) {
            return new Turn.Refused(XeroLimit.OWN_DAY, Instant.now().plus(Duration.ofHours(5)));
        }

        @Override
        public void seen(String tenantId, XeroLimits limits) {
            // Nothing is ever called.
        }
    }

    Connection connect(AccountId account, Books books) {
        return connect(account, books, SCOPES);
    }

    Connection connect(AccountId account, Books books, Set<String> scopes) {
        return connect(account, books, scopes, Samples.id());
    }

    Connection connect(AccountId account, Books books, Set<String> scopes, String signInId) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Connection connection = new Connection(
                Samples.id(),
                id(books),
                books.organisation().name(),
                Connection.State.CONNECTED,
                scopes,
                signInId,
                null,
                now,
                now,
                now);
        tokens.keep(
                account,
                connection.signInId(),
                new TokenSet(SandboxOptions.DEFAULT_TOKEN, "none", now.plus(Duration.ofDays(1)), scopes));
        stores.connections().put(account, connection);
        return connection;
    }

    Approval propose(Drafts drafts, AccountId account, Connection connection, Draft draft) {
        Run run = run(account);
        DraftOutcome outcome = drafts.propose(account, connection.id(), run.conversationId(), run.id(), draft, PREVIEW);
        assertThat(outcome).isInstanceOf(DraftOutcome.Waiting.class);
        return ((DraftOutcome.Waiting) outcome).approval();
    }

    static Written made(DraftOutcome outcome) {
        assertThat(outcome).isInstanceOf(DraftOutcome.Made.class);
        return ((DraftOutcome.Made) outcome).record();
    }

    static void refused(DraftOutcome outcome, DraftOutcome.Refusal why) {
        assertThat(outcome).isInstanceOfSatisfying(DraftOutcome.Refused.class, refused -> {
            assertThat(refused.why()).isEqualTo(why);
            assertThat(refused.message()).endsWith(".");
        });
    }

    /** One that has begun. */
    Run run(AccountId account) {
        return Samples.begun(stores, account, Samples.stored(stores, account), 1);
    }

    String id(Books books) {
        return books.organisation().tenantId().toString();
    }

    /** How many drafts of invoices there are that were made since the start. */
    int invoicesOf(Books books) {
        XeroApi api = new XeroApi(http, () -> SandboxOptions.DEFAULT_TOKEN, id(books));
        return api.invoices(InvoiceQuery.all()).value().size()
                - books.invoices().size();
    }

    DraftContent content(Books books, String unitAmount) {
        return new DraftContent(
                books.contacts().getFirst().id().toString(),
                DAY,
                LineAmounts.INCLUSIVE,
                Money.AUD,
                List.of(new DraftLine("Timber", BigDecimal.TWO, new BigDecimal(unitAmount), "200", "OUTPUT")));
    }

    Draft invoice(DraftContent content) {
        return new InvoiceDraft(content, DAY.plusDays(14), "Job 7");
    }

    Draft bill(DraftContent content) {
        return new BillDraft(content, DAY.plusDays(14), "Job 7");
    }

    List<Draft> each(Books books) {
        DraftContent content = content(books, "100");
        return List.of(
                new ContactDraft("Bay Timber", "Ana", "Reid", "ana@bay.example", ""),
                invoice(content),
                bill(content),
                new CreditNoteDraft(CreditNote.Type.ACCPAYCREDIT, content, "C-1"),
                new QuoteDraft(content, DAY.plusDays(30), "Deck", ""));
    }

    @Override
    public void close() {
        http.close();
        spent.close();
        server.close();
    }
}
