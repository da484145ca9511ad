package au.pip.proxy;

import au.pip.proxy.Route.Reader;
import au.pip.xero.auth.OwnApp;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The proxy, serving. What it knows of sign-ins ends with it. */
final class OAuthProxy implements AutoCloseable {
    static {
        // Read once, when the first server of the process is made. Times in seconds.
        set("sun.net.httpserver.nodelay", "true");
        set("sun.net.httpserver.maxReqTime", "20");
        set("sun.net.httpserver.maxRspTime", "60");
        set("sun.net.httpserver.idleInterval", "30");
        set("sun.net.httpserver.maxIdleConnections", "100");
        set("sun.net.httpserver.maxReqHeaders", "100");
        set("sun.net.httpserver.maxReqHeaderSize", "32768");
        set("jdk.httpserver.maxConnections", "500");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService sweeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("sweeping").factory());
    final Spent spent;
    final Handover handover;
    final RateLimit pages;

    private OAuthProxy(ProxySettings settings, Limits limits, InstantSource clock, Log log) throws IOException {
        server = HttpServer.create(settings.listen(), 0);
        Seal seal = new Seal();
        spent = new Spent(limits.spent(), UnderWay.LONGEST, clock);
        handover = new Handover(seal, limits.waiting(), clock);
        pages = new RateLimit(limits.pages(), 0.5, limits.networks(), clock);
        RateLimit calls = new RateLimit(limits.calls(), 1, limits.networks(), clock);

        OwnApp app = new OwnApp(settings.xero(), settings.clientId(), settings.clientSecret());
        XeroCalls xero = new XeroCalls(app, threads, limits.xero(), limits.xeroTime());
        Authorize authorize = new Authorize(settings.publicUrl(), xero, seal, spent, clock);
        Callback callback = new Callback(settings, xero, seal, spent, handover, clock, log);
        Tokens tokens = new Tokens(xero, handover, clock, log);
        List<Route> routes = List.of(
                new Route("GET", "/oauth/authorize", Reader.PERSON, pages, authorize::page),
                new Route("POST", "/oauth/authorize", Reader.PERSON, pages, authorize::go),
                new Route("GET", "/oauth/callback", Reader.PERSON, pages, callback::back),
                new Route("POST", "/oauth/exchange", Reader.PROGRAM, calls, tokens::exchange),
                new Route("POST", "/oauth/refresh", Reader.PROGRAM, calls, tokens::refresh),
                new Route("POST", "/oauth/revoke", Reader.PROGRAM, calls, tokens::revoke),
                new Route("GET", "/health", Reader.PROGRAM, null, _ -> Reply.json(200, "{\"status\":\"ok\"}")));
        server.createContext(
                "/", new Front(routes, new ClientAddresses(settings.trusted()), settings.isBehindAnother(), log));
        server.setExecutor(threads);
    }

    /**
     * Starts serving.
     *
     * @param log where its lines go
     * @throws IOException when it cannot listen there
     */
    static OAuthProxy start(ProxySettings settings, Limits limits, InstantSource clock, PrintStream log)
            throws IOException {
        OAuthProxy proxy = new OAuthProxy(settings, limits, clock, new Log(log));
        proxy.server.start();
        long sweep = limits.sweep().toMillis();
        var _ = proxy.sweeping.scheduleAtFixedRate(proxy.handover::forgetOld, sweep, sweep, TimeUnit.MILLISECONDS);
        return proxy;
    }

    /** Such as {@code http://127.0.0.1:8585}: where it listens, which browsers need not know. */
    URI address() {
        String host = server.getAddress().getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.getAddress().getPort());
    }

    /** Takes no more requests, and gives those that are going on a few seconds. */
    @Override
    public void close() {
        sweeping.shutdownNow();
        server.stop(3);
        threads.shutdownNow();
    }

    private static void set(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
