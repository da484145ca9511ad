package au.pip.sandbox.xero;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.identity.Consent;
import au.pip.sandbox.identity.Identity;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A pretend Xero on 127.0.0.1 over the books of one or more organisations: its identity service
 * ({@code /identity/connect/authorize}, {@code /connect/token}, {@code /connect/revocation}), {@code /connections} and
 * the reading half of {@code /api.xro/2.0}, with {@code PUT} for drafts and contacts. A call there has a bearer token
 * (the fixed one, or one that a sign-in gave), {@code xero-tenant-id} and {@code Accept: application/json}.
 *
 * <p>{@code /sandbox/faults}, with the fixed token, says what goes wrong next: POST with the parameters {@code kind}
 * (a word of {@link Fault.Kind}), {@code on} (api, token or revocation; without it api), {@code count},
 * {@code retryAfter} and {@code millis} adds faults, GET lists those still waiting, DELETE forgets them.
 *
 * <p>{@code /sandbox/identity}, with the fixed token, tells of the sign-ins and how often one was renewed (GET), and
 * takes from them (POST with {@code do}): {@code remove-scope} and {@code scope}, {@code disconnect} and {@code tenant},
 * {@code end-sign-ins}, {@code expire-access-tokens}. Nothing takes anything from the fixed token.
 */
public final class SandboxServer implements AutoCloseable {
    static {
        // Without it the JDK's server waits 40 ms for a client's acknowledgement before it sends a body.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Faults faults;
    private final Identity identity;
    private final PretendXero xero;

    private SandboxServer(
            HttpServer server, ExecutorService threads, Faults faults, Identity identity, PretendXero xero) {
        this.server = server;
        this.threads = threads;
        this.faults = faults;
        this.identity = identity;
        this.xero = xero;
    }

    /**
     * Starts serving one organisation.
     *
     * @throws IOException when the port is taken
     */
    public static SandboxServer start(Books books, SandboxOptions options) throws IOException {
        return start(List.of(books), options);
    }

    /**
     * Starts serving several organisations, each with limits of its own.
     *
     * @param books at least one, each with another tenant id
     * @throws IOException when the port is taken
     */
    public static SandboxServer start(List<Books> books, SandboxOptions options) throws IOException {
        List<Tenant> tenants =
                books.stream().map(each -> Tenant.of(each, options)).toList();
        if (tenants.stream().map(Tenant::id).distinct().count() != Math.max(1, books.size())) {
            throw new IllegalArgumentException("a sandbox serves one organisation or more, each of them once");
        }
        Identity identity = new Identity(
                options.apps(),
                books.stream().map(Books::organisation).toList(),
                options.token(),
                options.consent(),
                options.clock());
        Faults faults = new Faults();
        PretendXero xero = new PretendXero(new Tenants(tenants), identity, faults, options.clock());
        Routes routes = new Routes(identity, xero, new Controls(identity, faults), faults);
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), options.port()), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                routes.handle(exchange);
            }
        });
        server.start();
        return new SandboxServer(server, threads, faults, identity, xero);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Such as {@code http://127.0.0.1:4711}; what stands before the addresses of login, identity and API alike. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Makes the next so many requests to the API fail, after those that were asked for before. */
    public void failNext(Fault fault, int requests) {
        failNext(Fault.Part.API, fault, requests);
    }

    /** The same for requests to one part. */
    public void failNext(Fault.Part part, Fault fault, int requests) {
        faults.add(part, fault, requests);
    }

    /**
     * What the pretend person does from now on when an app asks for access.
     *
     * @throws IllegalArgumentException when it names an organisation that is not served
     */
    public void consent(Consent next) {
        identity.consent(next);
    }

    /** How often a refresh token was taken so far, those included whose answer was lost. */
    public int refreshes() {
        return identity.refreshes();
    }

    /** How many requests that would change the books came so far, those that were refused or went wrong included. */
    public int writes() {
        return xero.writes();
    }

    /** How many requests for an organisation's records came so far, those that went wrong included. */
    public int requests(UUID tenant) {
        return xero.requests(tenant);
    }

    /** Takes a scope away from all sign-ins that there are; their access tokens feel it at once. */
    public void removeScope(String scope) {
        identity.removeScope(scope);
    }

    /**
     * Ends the connections of all sign-ins to an organisation, as its owner can at Xero.
     *
     * @throws IllegalArgumentException when it is not served
     */
    public void disconnect(UUID tenant) {
        identity.disconnect(tenant);
    }

    /** Ends all sign-ins with their tokens. */
    public void endSignIns() {
        identity.endSignIns();
    }

    /** Lets the access tokens of all sign-ins run out now; their refresh tokens stay good. */
    public void expireAccessTokens() {
        identity.expireAccessTokens();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
