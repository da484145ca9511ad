package au.pip.store.dynamodb;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The server that the tests talk to: the one at {@code PIP_TEST_DYNAMODB} where that is set, such as DynamoDB Local;
 * otherwise Dynoxide (https://github.com/nubo-db/dynoxide), an independent implementation of DynamoDB, as a process of
 * its own, started once for the JVM. Its program is {@code dynoxide} on the PATH, or what {@code npm ci} put into
 * {@code src/test/server}.
 */
public final class DynamoServer {
    private static final Optional<URI> ENDPOINT = started();

    private DynamoServer() {}

    /** Nothing where there is no such program. */
    public static Optional<URI> endpoint() {
        return ENDPOINT;
    }

    /** Ends the test as skipped where there is none. */
    public static URI require() {
        assumeTrue(
                ENDPOINT.isPresent(), "DynamoDB: its stand-in is missing (npm ci in store-dynamodb/src/test/server)");
        return ENDPOINT.orElseThrow();
    }

    private static Optional<URI> started() {
        String elsewhere = System.getenv("PIP_TEST_DYNAMODB");
        if (elsewhere != null && !elsewhere.isBlank()) {
            return Optional.of(URI.create(elsewhere));
        }
        return program().map(DynamoServer::start);
    }

    private static Optional<Path> program() {
        String platform = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        // From whichever module is being tested.
        Path installed = Path.of(
                "../store-dynamodb/src/test/server/node_modules/@dynoxide", platform + "-" + processor, "dynoxide");
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                                .map(folder -> Path.of(folder, "dynoxide")),
                        Stream.of(installed))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static URI start(Path program) {
        try {
            int port = freePort();
            Process process = new ProcessBuilder(
                            List.of(program.toString(), "--host", "127.0.0.1", "--port", Integer.toString(port)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            awaitListening(process, port);
            return URI.create("http://127.0.0.1:" + port);
        } catch (IOException failure) {
            throw new UncheckedIOException("Dynoxide does not start: " + program, failure);
        }
    }

    private static void awaitListening(Process process, int port) throws IOException {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (true) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() - deadline > 0) {
                    throw notYet;
                }
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
