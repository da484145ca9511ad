package au.pip.benchmarks.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a JVM of the run is started: on a core of its own where the machine has two and {@code taskset}, all with the same
 * flags.
 */
final class PinnedJvm {
    static final List<String> FLAGS = List.of("-Xmx1g", "-XX:+UseSerialGC");
    static final int SERVER_CORE = 0;
    static final int CLIENT_CORE = 1;

    private PinnedJvm() {}

    static boolean pins() {
        return Runtime.getRuntime().availableProcessors() > 1
                && List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "taskset")));
    }

    static Process start(
            int core, List<Path> classPath, List<String> flags, Class<?> main, List<String> arguments, Path errors)
            throws IOException {
        List<String> command = new ArrayList<>();
        if (pins()) {
            command.addAll(List.of("taskset", "-c", Integer.toString(core)));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(flags);
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(main.getName());
        command.addAll(arguments);
        Files.createDirectories(errors.toAbsolutePath().getParent());
        return new ProcessBuilder(command).redirectError(errors.toFile()).start();
    }
}
