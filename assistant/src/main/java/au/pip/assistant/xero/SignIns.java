package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.conversation.Ids;
import au.pip.assistant.store.CodeStore;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroException;
import au.pip.xero.XeroHttp;
import au.pip.xero.auth.AuthEvent;
import au.pip.xero.auth.BrowserSignIn;
import au.pip.xero.auth.Pkce;
import au.pip.xero.auth.TokenSet;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * People's sign-ins at Xero, from the first click to the organisations. Each step works once, for ten minutes, for the
 * account that began it; the last one only in the browser of the one before.
 */
public final class SignIns {
    private static final Duration TIME = Duration.ofMinutes(10);
    private static final String TICKET = "xero-ticket";
    private static final String STATE = "xero-state";
    private static final String REFUSAL = "xero-refusal";

    private final WayIn.Browser way;
    private final CodeStore codes;
    private final SignInTokens tokens;
    private final Organisations organisations;
    private final XeroHttp http;
    private final Clock clock;
    private final Ids ids;

    public SignIns(
            WayIn.Browser way,
            CodeStore codes,
            SignInTokens tokens,
            Organisations organisations,
            XeroHttp http,
            Clock clock) {
        this.way = way;
        this.codes = codes;
        this.tokens = tokens;
        this.organisations = organisations;
        this.http = http;
        this.clock = clock;
        this.ids = new Ids(clock);
    }

    /**
     * @param id names the sign-in; no secret
     * @param ticket lets one browser depart for Xero
     */
    public record Begun(String id, String ticket) {}

    public Begun begin(AccountId account) {
        Begun begun = new Begun(way.issuer().signIn(ids.next()), Word.random());
        put(account, TICKET, Word.hash(begun.ticket()), begun.id());
        return begun;
    }

    /**
     * Where the browser goes, and what it keeps until it comes back: in a cookie that no script reads.
     *
     * @param address at Xero, or at the proxy
     */
    public record Departure(URI address, String cookie, String secret) {}

    /**
     * @param callback where the browser comes back to, exactly as it is registered at Xero
     * @return empty when the ticket is none, was used already or is too old
     */
    public Optional<Departure> depart(AccountId account, String ticket, URI callback) {
        return consume(account, TICKET, ticket).filter(way::isOfThis).map(signInId -> {
            String state = Word.random();
            String secret = Word.random();
            put(account, STATE, Word.hash(state), new Pending(signInId, Word.hash(secret), callback).text());
            String challenge = Pkce.challenge(Pkce.verifier(secret, state));
            URI address = way.auth().address(new BrowserSignIn.Begun(state, challenge, callback, way.scopes()));
            return new Departure(address, cookie(state), secret);
        });
    }

    /** The cookie's name: each sign-in has its own, so that several can go on in one browser. */
    public static String cookie(String state) {
        return "pip-sign-in-" + Word.hash(state).substring(0, 12);
    }

    /**
     * What the browser brings back, all of it as it came.
     *
     * @param cookies the value of a cookie, or null
     */
    public record Return(
            @Nullable String state,
            @Nullable String code,
            @Nullable String error,
            Function<String, @Nullable String> cookies) {}

    public SignInEnd finish(AccountId account, Return back) {
        String state = back.state();
        Optional<Pending> pending = state == null
                ? Optional.empty()
                : consume(account, STATE, state).map(Pending::read);
        if (state == null || pending.isEmpty()) {
            return SignInEnd.Reason.UNKNOWN.refused();
        }
        SignInEnd end = finish(account, pending.get(), state, back);
        if (end instanceof SignInEnd.Refused(SignInEnd.Reason reason, String message)) {
            put(account, REFUSAL, Word.hash(pending.get().signInId()), reason + "\n" + message);
        }
        return end;
    }

    private SignInEnd finish(AccountId account, Pending pending, String state, Return back) {
        if (!way.isOfThis(pending.signInId())) {
            return SignInEnd.Reason.UNKNOWN.refused();
        }
        String secret = back.cookies().apply(cookie(state));
        if (secret == null || !Word.hasHash(secret, pending.browser())) {
            return SignInEnd.Reason.OTHER_BROWSER.refused();
        }
        if (back.error() != null || back.code() == null) {
            return SignInEnd.Reason.of(String.valueOf(back.error())).refused();
        }
        try {
            TokenSet granted = way.auth().exchange(back.code(), Pkce.verifier(secret, state), pending.callback());
            return connect(account, pending.signInId(), withScopes(granted));
        } catch (XeroException.SignInNeeded spent) {
            return SignInEnd.Reason.CODE.refused();
        } catch (XeroException e) {
            return new SignInEnd.Refused(SignInEnd.Reason.XERO, e.getMessage() + " Nothing was connected.");
        }
    }

    /** The tokens are kept before anything rests on them, and go when nothing does, however it ended. */
    private SignInEnd connect(AccountId account, String signInId, TokenSet granted) {
        tokens.keep(account, signInId, granted);
        try {
            List<Connection> found =
                    organisations.connect(account, signInId, granted.scopes(), links(account, granted));
            return found.isEmpty() ? SignInEnd.Reason.NO_ORGANISATION.refused() : new SignInEnd.Connected(found);
        } finally {
            if (!organisations.need(account, signInId)) {
                // Not given back: Xero would end this person's other connections with them.
                tokens.take(account, signInId);
            }
        }
    }

    /**
     * What this sign-in connected. Where Xero does not tell, no organisation is taken that the account did not have
     * before.
     */
    private List<au.pip.xero.Connection> links(AccountId account, TokenSet granted) {
        Optional<String> event = AuthEvent.of(granted.access());
        List<au.pip.xero.Connection> ofEvent = event.isEmpty() ? List.of() : links(granted, event.get());
        if (!ofEvent.isEmpty()) {
            return ofEvent;
        }
        List<String> known = organisations.all(account).stream()
                .map(Connection::organisationId)
                .toList();
        List<au.pip.xero.Connection> all = links(granted, null);
        return event.isEmpty() && all.size() == 1
                ? all
                : all.stream().filter(each -> known.contains(each.tenantId())).toList();
    }

    private List<au.pip.xero.Connection> links(TokenSet granted, @Nullable String event) {
        return XeroApi.connections(http, granted::access, event).value().stream()
                .filter(au.pip.xero.Connection::isOrganisation)
                .toList();
    }

    /** A reply that names no scopes grants those that were asked for (RFC 6749, 5.1). */
    private TokenSet withScopes(TokenSet granted) {
        return granted.scopes().isEmpty()
                ? new TokenSet(granted.access(), granted.refresh(), granted.expiresAt(), way.scopes())
                : granted;
    }

    /** What came of a sign-in; empty while it goes on. A refusal is told once. */
    public Optional<SignInEnd> end(AccountId account, String signInId) {
        List<Connection> connected = organisations.all(account).stream()
                .filter(each -> each.signInId().equals(signInId))
                .toList();
        if (!connected.isEmpty()) {
            return Optional.of(new SignInEnd.Connected(connected));
        }
        return codes.consume(account, REFUSAL, Word.hash(signInId), clock.instant())
                .map(text -> {
                    String[] parts = text.split("\n", 2);
                    return new SignInEnd.Refused(SignInEnd.Reason.valueOf(parts[0]), parts[1]);
                });
    }

    private void put(AccountId account, String kind, String hash, String payload) {
        codes.put(
                account, new CodeStore.Code(kind, hash, payload, clock.instant().plus(TIME)));
    }

    private Optional<String> consume(AccountId account, String kind, String word) {
        return Word.isOne(word) ? codes.consume(account, kind, Word.hash(word), clock.instant()) : Optional.empty();
    }
}
