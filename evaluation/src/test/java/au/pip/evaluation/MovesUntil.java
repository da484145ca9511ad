package au.pip.evaluation;

import au.pip.assistant.care.Move;
import au.pip.assistant.care.Progress;
import au.pip.server.OpenedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A move in a process of its own that ends at a given row as if it were killed: no hook runs, nothing is closed. */
final class MovesUntil {
    static final int KILLED = 137;

    private MovesUntil() {}

    /** The exit code. */
    static int run(Path folder, String from, String to, int row) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                MovesUntil.class.getName(),
                from,
                to,
                String.valueOf(row));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("moves-until.txt").toFile())
                .start()
                .waitFor();
    }

    public static void main(String[] arguments) {
        long last = Long.parseLong(arguments[2]);
        Progress killing = (_, rows) -> {
            if (rows == last) {
                Runtime.getRuntime().halt(KILLED);
            }
        };
        try (OpenedDatabase source = Databases.open(arguments[0]);
                OpenedDatabase target = Databases.open(arguments[1])) {
            Move.between(source.place(), target.place(), killing);
        }
    }
}
