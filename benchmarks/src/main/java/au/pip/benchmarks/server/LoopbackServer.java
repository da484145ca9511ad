package au.pip.benchmarks.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import au.pip.benchmarks.wire.Protocol;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Plays the current {@link Plan} to every request, by the protocol of its path, and remembers when clients left. Steered
 * over a second port, {@link ServerControl}, so that a contender's own connections are all that is counted.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final int BACKLOG = 8192;
    private static final byte[] NOT_FOUND = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);

    private record Key(Protocol protocol, Plan plan) {}

    /** A plan and when clients left its replies. */
    private record Performance(Plan plan, Queue<Long> closes) {}

    private final ServerSocket listener;
    private final ServerSocket control;
    private final Map<Key, PreparedReply> prepared = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Set<Socket> held = ConcurrentHashMap.newKeySet();
    private volatile Performance performance = new Performance(Plan.whole(1), new ConcurrentLinkedQueue<>());

    public LoopbackServer() throws IOException {
        listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        control = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> acceptAll(listener, this::serve));
        Thread.ofVirtual().start(() -> acceptAll(control, this::obey));
    }

    /** Prints both ports, then plays until standard input ends, which it does when the starter is gone. */
    public static void main(String[] arguments) throws IOException {
        try (LoopbackServer server = new LoopbackServer()) {
            System.out.println(server.port() + " " + server.controlPort());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    public int controlPort() {
        return control.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        control.close();
    }

    private interface Service {
        void serve(Socket socket) throws IOException, InterruptedException;
    }

    private static void acceptAll(ServerSocket listener, Service service) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serveAndClose(socket, service));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serveAndClose(Socket socket, Service service) {
        try (socket) {
            service.serve(socket);
        } catch (IOException left) {
            // A client may leave whenever it likes.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket socket) throws IOException, InterruptedException {
        open.incrementAndGet();
        try {
            InputStream input = new BufferedInputStream(socket.getInputStream(), 2048);
            for (Request request = Request.read(input); request != null; request = Request.read(input)) {
                if (!answer(request, socket, input)) {
                    return;
                }
            }
        } finally {
            open.decrementAndGet();
        }
    }

    /** @return false when the connection is over */
    private boolean answer(Request request, Socket socket, InputStream input) throws IOException, InterruptedException {
        Performance current = performance;
        for (Protocol protocol : Protocol.values()) {
            if (request.path().endsWith(protocol.path())) {
                play(prepare(protocol, current.plan()), current, socket.getOutputStream());
                return switch (current.plan().ending()) {
                    case WHOLE -> true;
                    case CUT -> false;
                    case HOLD -> awaitLeaving(current, socket, input);
                };
            }
        }
        socket.getOutputStream().write(NOT_FOUND);
        return true;
    }

    private PreparedReply prepare(Protocol protocol, Plan plan) {
        return prepared.computeIfAbsent(new Key(protocol, plan), key -> PreparedReply.of(key.protocol(), key.plan()));
    }

    private void play(PreparedReply reply, Performance current, OutputStream output)
            throws IOException, InterruptedException {
        int delay = current.plan().delayMillis();
        try {
            for (int index = 0; index < reply.writes().size(); index++) {
                output.write(reply.writes().get(index));
                if (delay > 0 && index >= reply.textFrom() && index < reply.textTo()) {
                    Thread.sleep(delay);
                }
            }
        } catch (IOException left) {
            current.closes().add(System.nanoTime());
            throw left;
        }
    }

    private boolean awaitLeaving(Performance current, Socket socket, InputStream input) {
        held.add(socket);
        try {
            return input.read() >= 0;
        } catch (IOException reset) {
            return false;
        } finally {
            current.closes().add(System.nanoTime());
            held.remove(socket);
        }
    }

    /**
     * One command a line: {@code plan …} sets what is played and drops what is held, {@code state} tells open sockets and
     * the closes since then.
     */
    private void obey(Socket socket) throws IOException {
        InputStream input = new BufferedInputStream(socket.getInputStream());
        OutputStream output = socket.getOutputStream();
        for (String command = readLine(input); !command.isEmpty(); command = readLine(input)) {
            if (command.startsWith("plan ")) {
                Plan next = Plan.parse(command.substring("plan ".length()));
                for (Protocol protocol : Protocol.values()) {
                    prepare(protocol, next);
                }
                performance = new Performance(next, new ConcurrentLinkedQueue<>());
                for (Socket left : held) {
                    left.close();
                }
            }
            String seen = performance.closes().stream().map(String::valueOf).collect(Collectors.joining(","));
            output.write((open.get() + " " + seen + "\n").getBytes(US_ASCII));
        }
    }

    private static String readLine(InputStream input) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
            line.append((char) next);
        }
        return line.toString();
    }
}
