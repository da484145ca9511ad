package au.pip.benchmarks.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;

/** Steers a {@link LoopbackServer} from another process, over a bare socket: no HTTP client is warmed by it. */
public final class ServerControl implements AutoCloseable {
    /**
     * @param openSockets connections of contenders, idle ones included
     * @param closes when the server saw clients leave replies since the plan was set, by {@link System#nanoTime}, which
     *     all processes of a Linux machine share
     */
    public record State(int openSockets, List<Long> closes) {}

    private final Socket socket;

    public ServerControl(int controlPort) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), controlPort);
        socket.setTcpNoDelay(true);
    }

    /** What is played from now on; forgets earlier closes and closes the replies that are still held. */
    public void play(Plan plan) throws IOException {
        ask("plan " + plan.line());
    }

    public State state() throws IOException {
        String[] words = ask("state").split(" ", -1);
        List<Long> closes = words[1].isEmpty()
                ? List.of()
                : Arrays.stream(words[1].split(",")).map(Long::valueOf).toList();
        return new State(Integer.parseInt(words[0]), closes);
    }

    private String ask(String command) throws IOException {
        socket.getOutputStream().write((command + "\n").getBytes(US_ASCII));
        StringBuilder answer = new StringBuilder();
        InputStream input = socket.getInputStream();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new IOException("the server is gone");
            }
            answer.append((char) next);
        }
        return answer.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
