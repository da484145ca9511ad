package au.pip.evaluation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks DynamoDB's protocol: the one at {@code PIP_TEST_DYNAMODB} where that is set, such as DynamoDB
 * Local; otherwise the one that {@code store-dynamodb} is tested with, as a process of its own.
 */
final class DynamoServer implements AutoCloseable {
    private final String address;
    private final @Nullable Process process;

    private DynamoServer(String address, @Nullable Process process) {
        this.address = address;
        this.process = process;
    }

    static DynamoServer start() {
        String elsewhere = System.getenv("PIP_TEST_DYNAMODB");
        if (elsewhere != null && !elsewhere.isBlank()) {
            return new DynamoServer(elsewhere, null);
        }
        Optional<Path> program = program();
        assumeTrue(program.isPresent(), "DynamoDB: its stand-in is missing (npm ci in store-dynamodb/src/test/server)");
        return start(program.orElseThrow());
    }

    String address() {
        return address;
    }

    private static Optional<Path> program() {
        String platform = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        Path installed = Path.of(
                "../store-dynamodb/src/test/server/node_modules/@dynoxide", platform + "-" + processor, "dynoxide");
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                                .map(folder -> Path.of(folder, "dynoxide")),
                        Stream.of(installed))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static DynamoServer start(Path program) {
        try {
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            Process process = new ProcessBuilder(
                            program.toString(), "--host", "127.0.0.1", "--port", Integer.toString(port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            awaitListening(process, port);
            return new DynamoServer("http://127.0.0.1:" + port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(program + " does not start", e);
        }
    }

    private static void awaitListening(Process process, int port) throws IOException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (true) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw notYet;
                }
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
