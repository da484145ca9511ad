package au.pip.server;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.books.Books;
import au.pip.assistant.books.BooksSource;
import au.pip.assistant.books.NextSteps;
import au.pip.assistant.node.JobWork;
import au.pip.assistant.secret.Secrets;
import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.CallsLeft;
import au.pip.assistant.xero.ConnectedBooks;
import au.pip.assistant.xero.CurrentOrganisation;
import au.pip.assistant.xero.Drafts;
import au.pip.assistant.xero.IdleSignIns;
import au.pip.assistant.xero.Organisations;
import au.pip.assistant.xero.SharedCalls;
import au.pip.assistant.xero.SignInTokens;
import au.pip.assistant.xero.SignIns;
import au.pip.assistant.xero.WayIn;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroException;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Xero as the settings say: the books, and signing in where people do. */
final class XeroFromSettings implements BooksSource, AutoCloseable {
    private static final String NOT_SET_UP =
            "Xero is not set up: make an app at https://developer.xero.com/app/manage and set XERO_CLIENT_ID (.env.example tells how). Or run ./pip demo to try Pip over pretend books.";

    private final Opened opened;
    private final SharedCalls calls;

    private sealed interface Opened {
        record NotSetUp() implements Opened {}

        /** @param drafts null where nothing may be written */
        record Pretend(
                XeroHttp http,
                Books books,
                String organisationId,
                @Nullable Drafts drafts) implements Opened {}

        record Connected(
                XeroHttp http, Connections connections, ConnectedBooks books, SignInTokens tokens, Drafts drafts)
                implements Opened {}
    }

    /**
     * What people connect.
     *
     * @param signIns null where nobody signs in
     * @param callback null for this server's own address
     */
    record Connections(
            Organisations organisations,
            @Nullable SignIns signIns,
            @Nullable URI callback) {}

    private XeroFromSettings(Opened opened, SharedCalls calls) {
        this.opened = opened;
        this.calls = calls;
    }

    /**
     * @param node which process this is
     * @param daily calls a day to each organisation
     */
    static SharedCalls calls(Stores stores, String node, int daily) {
        return new SharedCalls(
                stores.calls(), node, daily, XeroSettings.defaults().pace(), Clock.systemUTC());
    }

    /**
     * @param node which process this is
     * @param hourly how many drafts an account may have made within an hour
     * @param day tells the day; all else goes by the machine's clock
     */
    static XeroFromSettings open(
            XeroAccess access, SharedCalls calls, Stores stores, Secrets secrets, String node, int hourly, Clock day) {
        return new XeroFromSettings(
                switch (access) {
                    case XeroAccess.NotSetUp _ -> new Opened.NotSetUp();
                    case XeroAccess.Sandbox sandbox -> pretend(sandbox, calls, stores, node, hourly, day);
                    case XeroAccess.SignIn signIn -> connected(signIn, calls, stores, secrets, node, hourly, day);
                },
                calls);
    }

    private static Opened.Pretend pretend(
            XeroAccess.Sandbox sandbox, SharedCalls calls, Stores stores, String node, int hourly, Clock day) {
        XeroHttp http = http(sandbox.api(), calls);
        XeroApi api = new XeroApi(http, sandbox::token, sandbox.tenantId());
        if (!sandbox.drafts()) {
            return new Opened.Pretend(http, new Books(api, day), sandbox.tenantId(), null);
        }
        Books books = new Books(api, day, null, NextSteps.CONNECT, PretendPlace.ID);
        PretendPlace place = new PretendPlace(
                sandbox.token(), sandbox.tenantId(), () -> books.organisation().name());
        return new Opened.Pretend(
                http, books, sandbox.tenantId(), new Drafts(stores, place, http, node, hourly, Clock.systemUTC()));
    }

    private static Opened.Connected connected(
            XeroAccess.SignIn signIn,
            SharedCalls calls,
            Stores stores,
            Secrets secrets,
            String node,
            int hourly,
            Clock day) {
        Clock clock = Clock.systemUTC();
        XeroHttp http = http(signIn.api(), calls);
        SignInTokens tokens = new SignInTokens(stores, secrets, signIn.way(), node, clock);
        Organisations organisations = new Organisations(signIn.way(), stores, tokens, http, node, clock);
        SignIns signIns = switch (signIn.way()) {
            case WayIn.Browser way -> new SignIns(way, stores.codes(), tokens, organisations, http, clock);
            case WayIn.Custom _ -> null;
        };
        return new Opened.Connected(
                http,
                new Connections(organisations, signIns, signIn.callback()),
                new ConnectedBooks(organisations, http, stores.replies(), day),
                tokens,
                new Drafts(stores, organisations, http, node, hourly, clock));
    }

    private static XeroHttp http(URI api, SharedCalls calls) {
        return new XeroHttp(XeroSettings.defaults().withBase(api), calls);
    }

    @Override
    public Books books(AccountId account) {
        return switch (opened) {
            case Opened.NotSetUp _ -> throw new BooksUnavailable(NOT_SET_UP);
            case Opened.Pretend pretend -> pretend.books();
            case Opened.Connected connected -> connected.books().books(account);
        };
    }

    /** Why there are no books to ask, and what to do; empty when there are. */
    Optional<String> missing(AccountId account) {
        return switch (opened) {
            case Opened.NotSetUp _ -> Optional.of(NOT_SET_UP);
            case Opened.Pretend _ -> Optional.empty();
            case Opened.Connected connected -> connected.books().missing(account);
        };
    }

    /** What the person has to know or do about what is connected; empty when there is nothing. */
    Optional<String> note(AccountId account) {
        return opened instanceof Opened.Connected connected ? connected.books().note(account) : missing(account);
    }

    /** The organisation that questions are about; null when there is none or Xero cannot be asked. */
    @Nullable
    String organisation(AccountId account) {
        try {
            return switch (opened) {
                case Opened.NotSetUp _ -> null;
                case Opened.Pretend pretend -> pretend.books().organisation().name();
                case Opened.Connected connected ->
                    connected.connections().organisations().known(account)
                                    instanceof CurrentOrganisation.One(Connection one)
                            ? one.organisationName()
                            : null;
            };
        } catch (XeroException _) {
            return null;
        }
    }

    /**
     * What is left of the day's calls to an organisation.
     *
     * @param organisationId as Xero names it
     */
    CallsLeft callsLeft(String organisationId) {
        return calls.left(organisationId);
    }

    /** The same of the pretend organisation. */
    Optional<CallsLeft> pretendCallsLeft() {
        return opened instanceof Opened.Pretend pretend
                ? Optional.of(calls.left(pretend.organisationId()))
                : Optional.empty();
    }

    /** Where drafts are made by a person's approval; empty where nothing may be written. */
    Optional<Drafts> drafts() {
        return switch (opened) {
            case Opened.NotSetUp _ -> Optional.empty();
            case Opened.Pretend pretend -> Optional.ofNullable(pretend.drafts());
            case Opened.Connected connected -> Optional.of(connected.drafts());
        };
    }

    /** Empty where nothing can be connected. */
    Optional<Connections> connections() {
        return opened instanceof Opened.Connected connected ? Optional.of(connected.connections()) : Optional.empty();
    }

    /** Keeps people's sign-ins from lapsing; nothing where nobody signs in. */
    JobWork keepsSignIns(Stores stores) {
        return switch (opened) {
            case Opened.NotSetUp _, Opened.Pretend _ -> (_, _) -> {};
            case Opened.Connected connected -> new IdleSignIns(stores.secrets(), connected.tokens(), Clock.systemUTC());
        };
    }

    @Override
    public void close() {
        switch (opened) {
            case Opened.NotSetUp _ -> {}
            case Opened.Pretend pretend -> pretend.http().close();
            case Opened.Connected connected -> connected.http().close();
        }
    }
}
