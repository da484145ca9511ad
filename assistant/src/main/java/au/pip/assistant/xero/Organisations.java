package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.AuditEntry;
import au.pip.assistant.Connection;
import au.pip.assistant.conversation.Ids;
import au.pip.assistant.store.Stores;
import au.pip.xero.AccessTokens;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroException;
import au.pip.xero.XeroHttp;
import au.pip.xero.auth.Scopes;
import au.pip.xero.auth.TokenSet;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The organisations that an account is connected to, and which of them questions are about. */
public final class Organisations implements DraftPlaces {
    /** Who did it, as the audit log has it. */
    private static final String PERSON = "person";

    private static final String SERVER = "server";

    private final WayIn way;
    private final Stores stores;
    private final SignInTokens tokens;
    private final XeroHttp http;
    private final AccountTurn turn;
    private final Clock clock;
    private final Ids ids;
    private final @Nullable CustomOrganisation custom;

    /** @param node which process this is */
    public Organisations(WayIn way, Stores stores, SignInTokens tokens, XeroHttp http, String node, Clock clock) {
        this.way = way;
        this.stores = stores;
        this.tokens = tokens;
        this.http = http;
        this.turn = new AccountTurn(stores.leases(), node, clock);
        this.clock = clock;
        this.ids = new Ids(clock);
        this.custom = way instanceof WayIn.Custom only ? new CustomOrganisation(only, tokens, http, this) : null;
    }

    /** Those that are connected in the way of this server, by id. */
    @Override
    public List<Connection> all(AccountId account) {
        return stores.connections().all(account).stream()
                .filter(each -> way.isOfThis(each.signInId()))
                .toList();
    }

    /**
     * Those that were connected in another way, unless they are connected in this way too. Nobody is asked about them,
     * and their tokens go nowhere; by id.
     */
    public List<Connection> elsewhere(AccountId account) {
        List<Connection> stored = stores.connections().all(account);
        Set<String> here = new LinkedHashSet<>();
        stored.stream().filter(each -> way.isOfThis(each.signInId())).forEach(each -> here.add(each.organisationId()));
        return stored.stream()
                .filter(each -> !way.isOfThis(each.signInId()) && !here.contains(each.organisationId()))
                .toList();
    }

    /** What a person is told of {@link #elsewhere}; empty when there is none. */
    Optional<String> toldOfElsewhere(AccountId account, String how) {
        List<Connection> elsewhere = elsewhere(account);
        return elsewhere.isEmpty() ? Optional.empty() : Optional.of(Elsewhere.words(way, elsewhere, how));
    }

    /** As {@link #current}, but asks nobody: a custom connection that was not looked up yet is none. */
    public CurrentOrganisation known(AccountId account) {
        return CurrentOrganisation.of(all(account), elsewhere(account));
    }

    /** Whether the first question looks the organisation up, without anybody signing in. */
    boolean looksUp() {
        return way instanceof WayIn.Custom;
    }

    /**
     * A custom connection is looked up at Xero the first time.
     *
     * @throws XeroException when it is to be looked up and cannot be
     */
    public CurrentOrganisation current(AccountId account) {
        List<Connection> all = all(account);
        if (all.isEmpty() && custom != null) {
            custom.lookUp(account);
            all = all(account);
        }
        return CurrentOrganisation.of(all, elsewhere(account));
    }

    /** As {@link #current}, before a question is answered, as {@link CustomOrganisation#forQuestion} has it. */
    CurrentOrganisation forQuestion(AccountId account) {
        CurrentOrganisation current = current(account);
        return custom != null && current instanceof CurrentOrganisation.One(Connection one)
                ? custom.forQuestion(account, one)
                : current;
    }

    WayIn way() {
        return way;
    }

    /**
     * What was granted, without leave to write where none is asked for today. A custom connection tells nothing of it,
     * so there it is what is asked for today.
     */
    @Override
    public Set<String> scopes(Connection connection) {
        return switch (way) {
            case WayIn.Custom only -> only.scopes();
            case WayIn.Browser browser ->
                Scopes.write(browser.scopes()) ? connection.scopes() : Scopes.forReading(connection.scopes());
        };
    }

    @Override
    public String toLetWrite() {
        return ConnectionSteps.toLetWrite(way);
    }

    /**
     * Asks Xero whether it has disconnected an organisation, and notes that the person has to connect it again if so.
     *
     * @throws XeroException when Xero cannot be asked
     */
    boolean isGone(AccountId account, Connection connection) {
        boolean gone = XeroApi.connections(http, tokens(account, connection)).value().stream()
                .noneMatch(link -> link.tenantId().equals(connection.organisationId()));
        if (gone && way instanceof WayIn.Browser) {
            turn.alone(
                    account,
                    () -> find(account, connection.id())
                            .filter(each -> each.signInId().equals(connection.signInId()))
                            .map(each -> {
                                stores.connections().put(account, each.toReconnect(now()));
                                return each;
                            }));
        }
        return gone;
    }

    @Override
    public AccessTokens tokens(AccountId account, Connection connection) {
        return tokens.of(account, connection.signInId());
    }

    /**
     * Connects what a sign-in reaches. An organisation that is there already keeps its id and has this sign-in from then
     * on; a sign-in that nothing needs any more is forgotten. When it is one, questions are about it. Nobody's sign-in
     * leaves alone what a person connected in another way.
     */
    List<Connection> connect(
            AccountId account, String signInId, Set<String> scopes, List<au.pip.xero.Connection> links) {
        if (links.isEmpty()) {
            return List.of();
        }
        return turn.alone(account, () -> {
            List<Connection> before = replaceable(account);
            Instant now = now();
            List<Connection> connected = new ArrayList<>();
            for (au.pip.xero.Connection link : links) {
                @Nullable
                Connection known = before.stream()
                        .filter(each -> each.organisationId().equals(link.tenantId()))
                        .findFirst()
                        .orElse(null);
                Connection connection = new Connection(
                        known == null ? ids.next() : known.id(),
                        link.tenantId(),
                        link.tenantName(),
                        Connection.State.CONNECTED,
                        scopes,
                        signInId,
                        link.connectionId(),
                        links.size() == 1 ? now : known == null ? null : known.chosenAt(),
                        known == null ? now : known.createdAt(),
                        now);
                stores.connections().put(account, connection);
                stores.replies().forget(account, connection.id());
                audit(account, "connection.added", connection);
                connected.add(connection);
            }
            forgetUnneeded(account, before);
            return connected;
        });
    }

    /** What a sign-in of this way may take over: what came this way first. */
    private List<Connection> replaceable(AccountId account) {
        List<Connection> replaceable = new ArrayList<>(all(account));
        if (way instanceof WayIn.Browser) {
            replaceable.addAll(elsewhere(account));
        }
        return replaceable;
    }

    /** Whether a stored connection names a sign-in. */
    boolean need(AccountId account, String signInId) {
        return stores.connections().all(account).stream()
                .anyMatch(each -> each.signInId().equals(signInId));
    }

    /** Not given back to Xero: it would end what the same person has just connected. */
    private void forgetUnneeded(AccountId account, List<Connection> before) {
        Set<String> unneeded = new LinkedHashSet<>();
        before.forEach(each -> unneeded.add(each.signInId()));
        stores.connections().all(account).forEach(each -> unneeded.remove(each.signInId()));
        unneeded.forEach(each -> tokens.take(account, each));
    }

    /** Questions are about it from then on; empty when there is no such organisation. */
    public Optional<Connection> choose(AccountId account, String connectionId) {
        return turn.alone(
                account,
                () -> find(account, connectionId)
                        .filter(each -> stores.connections().choose(account, connectionId, now())));
    }

    /**
     * Xero is asked again about it from then on; empty when there is no such organisation. It costs one call.
     *
     * @throws XeroException when Xero does not answer about it now; then what it said before is kept
     */
    public Optional<Connection> refresh(AccountId account, String connectionId) {
        Optional<Connection> found = find(account, connectionId);
        found.ifPresent(each -> {
            new XeroApi(http, tokens(account, each), each.organisationId()).organisation();
            stores.replies().forget(account, each.id());
        });
        return found;
    }

    /**
     * What is left when one has gone.
     *
     * @param note what is left for the person to do, a sentence; null when there is nothing
     */
    public record Disconnected(
            Connection connection,
            List<Connection> left,
            @Nullable String note) {}

    /**
     * Disconnects one at Xero, and forgets it. The last of a sign-in takes the tokens with it; when the person has none
     * connected with the app any more, those are given back to Xero. One of another way is forgotten only.
     *
     * @return empty when there is no such organisation
     * @throws XeroException when Xero cannot be asked; then it stays connected
     * @throws UnsupportedOperationException when it is a custom connection
     */
    public Optional<Disconnected> disconnect(AccountId account, String connectionId) {
        Optional<Connection> elsewhere = withId(elsewhere(account), connectionId);
        if (elsewhere.isPresent()) {
            return forget(account, elsewhere.get())
                    .map(left -> new Disconnected(
                            elsewhere.get(), left.connections(), Elsewhere.forgotten(elsewhere.get())));
        }
        Optional<Connection> found = find(account, connectionId);
        if (found.isPresent() && way instanceof WayIn.Custom) {
            throw new UnsupportedOperationException(
                    "This organisation is a custom connection, which ends at Xero or with Pip's settings: take"
                            + " XERO_OAUTH_MODE, XERO_CLIENT_ID and XERO_CLIENT_SECRET out of them and start Pip again,"
                            + " or disconnect the app in Xero.");
        }
        return found.flatMap(each -> disconnect(account, each));
    }

    private Optional<Disconnected> disconnect(AccountId account, Connection connection) {
        boolean told = unlink(account, connection);
        Optional<Left> after = forget(account, connection);
        after.filter(left -> left.connections().isEmpty())
                .flatMap(Left::tokens)
                .filter(this::reachNothing)
                .ifPresent(this::giveBack);
        return after.map(left ->
                new Disconnected(connection, left.connections(), told ? null : Elsewhere.forgotten(connection)));
    }

    /** Answers whether Xero knows it too; not when it does not take the app, which may be put right another day. */
    private boolean unlink(AccountId account, Connection connection) {
        String link = connection.linkId();
        if (link == null || connection.state() == Connection.State.RECONNECT) {
            return true;
        }
        try {
            XeroApi.disconnect(http, tokens(account, connection), link);
        } catch (XeroException.SignInNeeded | XeroException.Unauthorized | XeroException.Forbidden ended) {
            // Xero lets this sign-in do nothing any more, so there is nothing to take away.
        } catch (XeroException.AppRefused e) {
            return false;
        }
        return true;
    }

    record Left(List<Connection> connections, Optional<TokenSet> tokens) {}

    Optional<Left> forget(AccountId account, Connection gone) {
        return turn.alone(account, () -> {
            List<Connection> before = all(account);
            boolean needed = stores.connections().all(account).stream()
                    .anyMatch(each ->
                            !each.id().equals(gone.id()) && each.signInId().equals(gone.signInId()));
            Optional<TokenSet> taken = needed ? Optional.empty() : tokens.take(account, gone.signInId());
            if (CurrentOrganisation.of(before).is(gone)) {
                before.stream().filter(each -> !each.id().equals(gone.id())).forEach(each -> unchoose(account, each));
            }
            if (!stores.connections().remove(account, gone.id())) {
                return Optional.<Left>empty();
            }
            stores.replies().forget(account, gone.id());
            audit(account, "connection.removed", gone);
            return Optional.of(new Left(all(account), taken));
        });
    }

    /** Whether the person has nothing else connected with the app; that would end with the tokens, another Pip's too. */
    private boolean reachNothing(TokenSet tokens) {
        try {
            return XeroApi.connections(http, tokens::access).value().isEmpty();
        } catch (XeroException untold) {
            return false;
        }
    }

    /** Questions go to no other organisation by themselves; the person is asked. */
    private void unchoose(AccountId account, Connection connection) {
        if (connection.chosenAt() != null) {
            stores.connections().put(account, connection.unchosen());
        }
    }

    /** Nothing rests on them any more: when Xero cannot be asked, they run out by themselves. */
    private void giveBack(TokenSet given) {
        try {
            way.auth().revoke(given);
        } catch (XeroException e) {
            System.getLogger(Organisations.class.getName())
                    .log(System.Logger.Level.WARNING, "a sign-in could not be given back to Xero: " + e.getMessage());
        }
    }

    /** As stores keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Optional<Connection> find(AccountId account, String connectionId) {
        return withId(all(account), connectionId);
    }

    private static Optional<Connection> withId(List<Connection> connections, String connectionId) {
        return connections.stream()
                .filter(each -> each.id().equals(connectionId))
                .findFirst();
    }

    private void audit(AccountId account, String action, Connection connection) {
        String actor = way instanceof WayIn.Custom && way.isOfThis(connection.signInId()) ? SERVER : PERSON;
        stores.audit().append(account, new AuditEntry(ids.next(), now(), actor, action, connection.id(), "{}"));
    }
}
