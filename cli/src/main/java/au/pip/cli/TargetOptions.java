package au.pip.cli;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which server: one that runs, or one started over pretend books. */
final class TargetOptions {
    private static final String USUAL_PORT = "8484";

    @Option(names = "--demo", description = "start Pip over a pretend set of books for this command")
    boolean demo;

    @Mixin
    BooksOptions books = new BooksOptions();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "a running server (http://127.0.0.1:$${PIP_PORT:-8484})")
    @Nullable
    String server;

    @Option(names = "--conversation", paramLabel = "ID", description = "go on with an earlier conversation")
    @Nullable
    String conversation;

    /**
     * Opens it; with {@code --demo} this takes some seconds.
     *
     * @throws CliException of bad usage, before anything is started, or when it does not start
     */
    Target open(Surroundings surroundings) {
        if (conversation != null && conversation.isBlank()) {
            throw badUsage("--conversation takes a conversation's id; leave it out to begin a new one.");
        }
        if (!demo) {
            if (books.given()) {
                throw badUsage("--seed, --company and --today choose the pretend books: add --demo.");
            }
            URI address = address(surroundings);
            return new Target(new PipClient(address), null, server == null ? "" : "--server " + address);
        }
        if (server != null) {
            throw badUsage("--demo starts a server of its own: leave out either --demo or --server.");
        }
        return openDemo(books.choice(), surroundings);
    }

    static Target openDemo(BooksChoice choice, Surroundings surroundings) {
        Demo demo = Demo.start(choice, surroundings);
        return new Target(
                new PipClient(demo.server(), demo.whenGone()), demo, "--demo " + String.join(" ", choice.arguments()));
    }

    private URI address(Surroundings surroundings) {
        if (server == null) {
            String port = surroundings.variable("PIP_PORT");
            return URI.create("http://127.0.0.1:" + (port == null ? USUAL_PORT : checkedPort(port)));
        }
        try {
            URI address = new URI(server.strip());
            boolean http =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (http && address.getHost() != null && address.getQuery() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Told below, in the same words.
        }
        throw badUsage(
                "--server takes an address such as http://127.0.0.1:8484; '" + Printable.of(server) + "' is none.");
    }

    private static String checkedPort(String port) {
        if (!port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > 65_535) {
            throw badUsage("PIP_PORT takes a port from 1 to 65535; it is '" + Printable.of(port) + "'.");
        }
        return port;
    }

    private static CliException badUsage(String message) {
        return new CliException(CliException.BAD_USAGE, message);
    }
}
