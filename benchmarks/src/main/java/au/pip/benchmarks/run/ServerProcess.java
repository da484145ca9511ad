package au.pip.benchmarks.run;

import au.pip.benchmarks.server.LoopbackServer;
import au.pip.benchmarks.server.ServerControl;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The pretend server in its own JVM, for as long as this is open. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final int port;
    private final int controlPort;
    private final ServerControl control;

    private ServerProcess(Process process, int port, int controlPort) throws IOException {
        this.process = process;
        this.port = port;
        this.controlPort = controlPort;
        this.control = new ServerControl(controlPort);
    }

    static ServerProcess start(Path build) throws IOException {
        Path errors = build.resolve("logs/server.log");
        Process process = PinnedJvm.start(
                PinnedJvm.SERVER_CORE,
                List.of(build.resolve("classes")),
                List.of(),
                LoopbackServer.class,
                List.of(),
                errors);
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the pretend server did not start; see " + errors);
        }
        String[] ports = line.split(" ");
        return new ServerProcess(process, Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
    }

    int port() {
        return port;
    }

    int controlPort() {
        return controlPort;
    }

    ServerControl control() {
        return control;
    }

    @Override
    public void close() throws IOException {
        control.close();
        process.destroy();
    }
}
