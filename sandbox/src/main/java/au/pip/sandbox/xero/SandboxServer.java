package au.pip.sandbox.xero;

import au.pip.sandbox.books.Books;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A pretend Xero on 127.0.0.1 over one set of books: {@code /connections} and the reading half of
 * {@code /api.xro/2.0}, each call with the bearer token, {@code xero-tenant-id} and {@code Accept: application/json}.
 *
 * <p>{@code /sandbox/faults}, with the same token, says what goes wrong next: POST with the parameters {@code kind}
 * (401, 403, 429, 429-day, 500, 503, html, slow, cut), {@code count}, {@code retryAfter} and {@code millis} adds faults,
 * GET lists those still waiting, DELETE forgets them.
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

    private SandboxServer(HttpServer server, ExecutorService threads, Faults faults) {
        this.server = server;
        this.threads = threads;
        this.faults = faults;
    }

    /**
     * Starts serving.
     *
     * @throws IOException when the port is taken
     */
    public static SandboxServer start(Books books, SandboxOptions options) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), options.port()), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Faults faults = new Faults();
        PretendXero xero = new PretendXero(books, options, faults);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                xero.handle(exchange, reply -> reply.send(exchange));
            }
        });
        server.start();
        return new SandboxServer(server, threads, faults);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Such as {@code http://127.0.0.1:4711}. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Makes the next so many requests fail, after those that were asked for before. */
    public void failNext(Fault fault, int requests) {
        faults.add(fault, requests);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
