package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.Run;
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
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
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

    final Books studio = STUDIO;
    final Books bakery = BAKERY;
    final MovingClock clock = new MovingClock();
    final SandboxServer server;
    private final Stores stores;
    private final XeroHttp http;
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
        http = new XeroHttp(
                XeroSettings.defaults().withBase(here).withRetries(new XeroSettings.Retries(2, Duration.ofMillis(5))));
        Keyring keys = new Keyring(MasterKey.random(new SecureRandom()), List.of());
        XeroAddresses addresses = XeroAddresses.of(here, here);
        WayIn.Browser way = new WayIn.Browser(new OwnApp(addresses, "app", null), SCOPES, Issuer.own("app", addresses));
        tokens = new SignInTokens(
                stores, new Secrets(stores.secrets(), SecretBox.over(() -> keys)), way, "node-1", clock);
        organisations = new Organisations(way, stores, tokens, http, "node-1", clock);
    }

    Drafts drafts(String node) {
        return new Drafts(stores, organisations, http, node, clock);
    }

    Connection connect(AccountId account, Books books) {
        return connect(account, books, SCOPES);
    }

    Connection connect(AccountId account, Books books, Set<String> scopes) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Connection connection = new Connection(
                Samples.id(),
                id(books),
                books.organisation().name(),
                Connection.State.CONNECTED,
                scopes,
                Samples.id(),
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
        server.close();
    }
}
