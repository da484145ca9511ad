package au.pip.cli;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which running server. */
final class ServerOption {
    private static final String USUAL_PORT = "8484";

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "a running server (http://127.0.0.1:$${PIP_PORT:-8484})")
    @Nullable
    String server;

    /** @throws CliException of bad usage */
    URI address(Surroundings surroundings) {
        if (server == null) {
            String port = surroundings.setting("PIP_PORT");
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
