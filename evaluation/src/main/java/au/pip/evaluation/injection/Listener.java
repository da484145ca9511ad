package au.pip.evaluation.injection;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** Where an attacker waits for data: an HTTP server on 127.0.0.1 that counts what comes. */
final class Listener implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger heard = new AtomicInteger();

    Listener() {
        try {
            server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                heard.incrementAndGet();
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many requests came. */
    int heard() {
        return heard.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
