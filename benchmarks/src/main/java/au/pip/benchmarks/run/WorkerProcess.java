package au.pip.benchmarks.run;

import au.pip.benchmarks.contender.Entrant;
import au.pip.benchmarks.measure.Assignment;
import au.pip.benchmarks.measure.Worker;
import au.pip.benchmarks.measure.Workload;
import au.pip.benchmarks.server.Plan;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs one contender in a fresh JVM. */
final class WorkerProcess {
    private static final long PATIENCE_SECONDS = 150;

    /** So that the leak check need not wait for the pool's usual half minute. */
    private static final List<String> ENDURANCE_FLAGS = List.of("-Djdk.httpclient.keepalive.timeout=2");

    private final Options options;
    private final ServerProcess server;

    WorkerProcess(Options options, ServerProcess server) {
        this.options = options;
        this.server = server;
    }

    Outcome measure(Entrant entrant, String log) throws IOException, InterruptedException {
        return run(entrant, false, List.of(), log);
    }

    Outcome endure(Entrant entrant, String log) throws IOException, InterruptedException {
        return run(entrant, true, ENDURANCE_FLAGS, log);
    }

    private Outcome run(Entrant entrant, boolean endurance, List<String> flags, String log)
            throws IOException, InterruptedException {
        server.control().play(Plan.whole(Workload.COLD_CHUNKS));
        List<Path> classPath = new ArrayList<>();
        classPath.add(options.build().resolve("classes"));
        classPath.addAll(ClassPath.of(entrant.library(), options.build()).jars());
        Path errors = options.build().resolve("logs").resolve(log + ".log");
        Assignment assignment = new Assignment(
                entrant, options.quick(), endurance, server.port(), server.controlPort(), System.nanoTime());
        Process process =
                PinnedJvm.start(PinnedJvm.CLIENT_CORE, classPath, flags, Worker.class, assignment.arguments(), errors);
        CompletableFuture<List<String>> lines = CompletableFuture.supplyAsync(() -> read(process));
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return Outcome.failed("not done within %d s; see %s".formatted(PATIENCE_SECONDS, errors));
        }
        Outcome outcome = Outcome.parse(lines.join());
        return process.exitValue() == 0
                ? outcome
                : Outcome.failed("exit code %d; see %s".formatted(process.exitValue(), errors));
    }

    private static List<String> read(Process process) {
        BufferedReader output = process.inputReader();
        return output.lines().toList();
    }
}
