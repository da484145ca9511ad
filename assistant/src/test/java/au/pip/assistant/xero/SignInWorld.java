package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.secret.Keyring;
import au.pip.assistant.secret.MasterKey;
import au.pip.assistant.secret.SecretBox;
import au.pip.assistant.secret.Secrets;
import au.pip.assistant.store.Stores;
import au.pip.xero.XeroHttp;
import au.pip.xero.auth.CustomConnection;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything between a store and a pretend Xero, and a person with browsers. */
final class SignInWorld implements AutoCloseable {
    static final URI CALLBACK = URI.create("http://localhost:8484/xero/callback");
    static final Set<String> SCOPES = Set.of("accounting.settings.read", "offline_access");

    final PretendIdentity identity = new PretendIdentity();
    final XeroHttp http = identity.http();
    final MovingClock clock;
    final Keyring keys;
    final Stores stores;
    final WayIn.Browser way;
    final SignInTokens tokens;
    final Organisations organisations;
    final SignIns signIns;

    SignInWorld(Stores stores) {
        this.stores = stores;
        this.clock = new MovingClock();
        this.keys = new Keyring(MasterKey.random(new SecureRandom()), List.of());
        this.way = new WayIn.Browser(identity.app(), SCOPES, Issuer.own("app", identity.addresses()));
        this.tokens = tokens(way);
        this.organisations = new Organisations(way, stores, tokens, http, "node-1", clock);
        this.signIns = new SignIns(way, stores.codes(), tokens, organisations, http, clock);
    }

    /** The same Pip, started anew with settings that say another way, which leads somewhere else. */
    SignInWorld(SignInWorld before, Issuer issuer) {
        this.stores = before.stores;
        this.clock = before.clock;
        this.keys = before.keys;
        this.way = new WayIn.Browser(identity.app(), SCOPES, issuer);
        this.tokens = tokens(way);
        this.organisations = new Organisations(way, stores, tokens, http, "node-1", clock);
        this.signIns = new SignIns(way, stores.codes(), tokens, organisations, http, clock);
    }

    SignInTokens tokens(WayIn by) {
        return new SignInTokens(stores, new Secrets(stores.secrets(), SecretBox.over(() -> keys)), by, "node-1", clock);
    }

    Organisations custom() {
        WayIn.Custom custom =
                WayIn.Custom.of(new CustomConnection(identity.addresses(), "app", "secret", SCOPES), SCOPES, "app");
        return new Organisations(custom, stores, tokens(custom), http, "node-1", clock);
    }

    /** Time goes by, for Xero too. */
    void forward(Duration time) {
        clock.forward(time);
        identity.expiresIn += time.toSeconds();
    }

    /** A browser: it keeps cookies, and comes back from Xero with what it was given there. */
    final class Browser {
        final Map<String, String> cookies = new HashMap<>();

        SignIns.Departure depart(AccountId account) {
            return depart(account, signIns.begin(account));
        }

        SignIns.Departure depart(AccountId account, SignIns.Begun begun) {
            SignIns.Departure departure =
                    signIns.depart(account, begun.ticket(), CALLBACK).orElseThrow();
            cookies.put(departure.cookie(), departure.secret());
            return departure;
        }

        SignInEnd back(AccountId account, Map<String, String> query) {
            return signIns.finish(
                    account,
                    new SignIns.Return(query.get("state"), query.get("code"), query.get("error"), cookies::get));
        }

        /** The whole of it. */
        List<Connection> connect(AccountId account, String... tenants) {
            SignInEnd end = back(account, identity.consent(depart(account).address(), tenants));
            if (end instanceof SignInEnd.Connected(List<Connection> connected)) {
                return connected;
            }
            throw new AssertionError(end);
        }
    }

    Browser browser() {
        return new Browser();
    }

    @Override
    public void close() {
        http.close();
        identity.close();
    }
}
