package au.pip.llm.contract;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP/1.1 server on the loopback that sends prepared bytes and nothing else, and tells what it was sent and when
 * clients went away. A path without an answer gets 404.
 */
public final class ByteServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Semaphore goneWhileHeld = new Semaphore(0);
    private volatile boolean closed;

    private ByteServer(ServerSocket listener) {
        this.listener = listener;
    }

    public static ByteServer start() {
        try {
            ByteServer server = new ByteServer(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(server::accept);
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Queues answers for a path; the last one is given again and again. */
    public ByteServer on(String path, Answer... next) {
        answers.put(path, new ConcurrentLinkedQueue<>(List.of(next)));
        return this;
    }

    /** The requests for a path so far. */
    public List<ReceivedRequest> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** Waits until a client has gone away from an answer that would not end; false when none does in time. Counts each once. */
    public boolean clientLeft(long withinMilliseconds) throws InterruptedException {
        return goneWhileHeld.tryAcquire(withinMilliseconds, TimeUnit.MILLISECONDS);
    }

    /** How many connections clients have made so far. */
    public int connections() {
        return accepted.get();
    }

    /** How many connections are open now. */
    public int openConnections() {
        return connections.size();
    }

    /** From here on nobody gets an answer, also not by a connection that is being accepted meanwhile. */
    @Override
    public void close() {
        closed = true;
        closeQuietly(listener);
        connections.forEach(ByteServer::closeQuietly);
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // It is gone either way.
        }
    }

    private void accept() {
        while (!closed) {
            try {
                Socket connection = listener.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream input = new BufferedInputStream(connection.getInputStream());
            OutputStream output = connection.getOutputStream();
            for (ReceivedRequest request = read(input); !closed; request = read(input)) {
                requests.add(request);
                give(answerFor(request.path()), connection, input, output);
            }
        } catch (IOException gone) {
            // The client left, which tests ask for by clientLeft().
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    private Answer answerFor(String path) {
        Queue<Answer> queue = answers.get(path);
        if (queue == null) {
            return Answer.of(404, "text/plain", "");
        }
        Answer next = queue.size() > 1 ? queue.poll() : queue.peek();
        if (next == null) {
            throw new IllegalStateException("no answers for " + path);
        }
        return next;
    }

    private void give(Answer answer, Socket connection, InputStream input, OutputStream output)
            throws IOException, InterruptedException {
        try {
            for (Answer.Step step : answer.steps()) {
                take(step, connection, input, output);
            }
        } finally {
            if (answer.isEndless()) {
                goneWhileHeld.release();
            }
        }
    }

    private void take(Answer.Step step, Socket connection, InputStream input, OutputStream output)
            throws IOException, InterruptedException {
        switch (step) {
            case Answer.Step.Write write -> {
                output.write(write.bytes());
                output.flush();
            }
            case Answer.Step.Pause pause -> Thread.sleep(pause.duration());
            case Answer.Step.Gate gate -> gate.latch().await();
            case Answer.Step.Cut cut -> {
                connection.setSoLinger(true, 0);
                connection.close();
            }
            case Answer.Step.Flood flood -> flood(output, flood.bytes());
            case Answer.Step.Hold hold -> awaitClient(input);
        }
    }

    private void flood(OutputStream output, byte[] bytes) throws IOException {
        while (!closed) {
            output.write(bytes);
        }
    }

    private static void awaitClient(InputStream input) throws IOException {
        if (input.read() < 0) {
            throw new IOException("the client left");
        }
    }

    private static ReceivedRequest read(InputStream input) throws IOException {
        String start = readLine(input);
        if (start.isEmpty()) {
            throw new IOException("the client left");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = readLine(input); !line.isEmpty(); line = readLine(input)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String[] words = start.split(" ");
        return new ReceivedRequest(words[0], words[1], Map.copyOf(headers), input.readNBytes(length));
    }

    private static String readLine(InputStream input) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
