package au.pip.evaluation;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.secret.Keyring;
import au.pip.assistant.secret.MasterKey;
import au.pip.assistant.secret.SecretBox;
import au.pip.assistant.secret.Secrets;
import au.pip.assistant.xero.Issuer;
import au.pip.assistant.xero.Organisations;
import au.pip.assistant.xero.SignInEnd;
import au.pip.assistant.xero.SignInTokens;
import au.pip.assistant.xero.SignIns;
import au.pip.assistant.xero.WayIn;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.identity.App;
import au.pip.sandbox.identity.Consent;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import au.pip.store.jdbc.JdbcStores;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import au.pip.xero.auth.OwnApp;
import au.pip.xero.auth.Scopes;
import au.pip.xero.auth.XeroAddresses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Signing in through an own app: the pretend Xero with its sign-in, and a real store that can be made to fail. */
final class SignInPip implements AutoCloseable {
    static final byte[] MASTER_KEY = new byte[32];

    private static final URI CALLBACK = URI.create("http://localhost:8484/xero/callback");

    final Hands clock = new Hands();
    final SandboxServer xero;
    final FaultyStores stores;
    final SignInTokens tokens;
    final Organisations organisations;
    private final WayIn.Browser way;
    private final XeroHttp http;
    private final SignIns signIns;

    SignInPip(Path folder) throws IOException {
        xero = SandboxServer.start(
                Books.generate(new BooksSpec(8, Company.SOLE_TRADER, PretendBooks.DAY)),
                SandboxOptions.defaults().withConsent(Consent.atOnce()).withClock(clock));
        stores = new FaultyStores(JdbcStores.openSqlite(folder.resolve("pip.db")));
        URI address = URI.create(xero.url());
        http = new XeroHttp(XeroSettings.defaults().withBase(address));
        XeroAddresses addresses = XeroAddresses.of(address, address);
        way = new WayIn.Browser(
                new OwnApp(addresses, App.PUBLIC_ID, null, clock),
                Scopes.ofPerson(""),
                Issuer.own(App.PUBLIC_ID, addresses));
        tokens = tokens("node-1");
        organisations = new Organisations(way, stores, tokens, http, "node-1", clock);
        signIns = new SignIns(way, stores.codes(), tokens, organisations, http, clock);
    }

    /** A clock that is moved by hand. */
    static final class Hands extends Clock {
        private volatile Instant now = Instant.parse("2026-11-27T10:15:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** As a node of its own has them. */
    SignInTokens tokens(String node) {
        Keyring keys = new Keyring(MasterKey.of(MASTER_KEY), List.of());
        return new SignInTokens(stores, new Secrets(stores.secrets(), SecretBox.over(() -> keys)), way, node, clock);
    }

    /** A person signs in, and chooses all there is. */
    List<Connection> connect(AccountId account) throws Exception {
        SignIns.Departure departure = signIns.depart(
                        account, signIns.begin(account).ticket(), CALLBACK)
                .orElseThrow();
        String query =
                new PlainBrowser().redirect(departure.address().toString()).getRawQuery();
        Map<String, String> back = Arrays.stream(query.split("&"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
        SignInEnd end = signIns.finish(
                account, new SignIns.Return(back.get("state"), back.get("code"), null, _ -> departure.secret()));
        if (end instanceof SignInEnd.Connected(List<Connection> connected)) {
            return connected;
        }
        throw new AssertionError(end);
    }

    @Override
    public void close() {
        http.close();
        stores.close();
        xero.close();
    }
}
