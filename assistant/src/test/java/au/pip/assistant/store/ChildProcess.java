package au.pip.assistant.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Another JVM with this one's class path; what it says on standard error goes to this one's. */
public final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    /** @param prefix a command that starts the JVM, such as one that takes rights away first */
    public ChildProcess(List<String> prefix, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Whether a command that would go before the JVM can be used here. */
    public static boolean works(List<String> prefix) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** The next line; null at the end. */
    public String line() throws IOException {
        return output.readLine();
    }

    public List<String> remainingLines() {
        return output.lines().toList();
    }

    /** SIGKILL: the process does nothing any more. What it has said can still be read. */
    public int kill() throws InterruptedException {
        // Process.destroyForcibly would throw away what has not been read yet.
        process.toHandle().destroyForcibly();
        return process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}
