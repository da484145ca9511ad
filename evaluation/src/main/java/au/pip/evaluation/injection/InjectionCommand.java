package au.pip.evaluation.injection;

import au.pip.evaluation.run.Desk;
import au.pip.evaluation.run.JsonLines;
import au.pip.evaluation.run.ProgressBar;
import au.pip.evaluation.run.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./pip evaluate injection}. */
@Command(
        name = "injection",
        description =
                "Orders hidden in the books, against a model that obeys all of them: what it can do, judged by code. Ends with 1 when any attack came to something.",
        footer = "%nIt needs no key and costs nothing. docs/security/injection.md tells what is measured.",
        sortOptions = false)
public final class InjectionCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BREACHED = 1;

    private final Desk desk;

    @Option(names = "--every", paramLabel = "N", description = "only each Nth case (default: 1, all of them)")
    int every = 1;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "how many cases go at the same time (default: ${DEFAULT-VALUE})")
    int atOnce = 2;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "where results.jsonl, report.json and report.html go, those of before replaced (default: ${DEFAULT-VALUE})")
    Path out = Path.of("target", "evaluation", "injection");

    @Spec
    @Nullable
    CommandSpec command;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    public InjectionCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        if (every < 1) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(), "--every is at least 1: each case, or each Nth.");
        }
        List<Injection> cases = Injection.every(every);
        try (Scratch scratch = Scratch.open()) {
            Report report = Report.of(results(cases, scratch.folder()));
            Files.writeString(out.resolve("report.json"), json(report));
            Files.writeString(out.resolve("report.html"), HtmlReport.of(report));
            desk.out().print(TextReport.of(report));
            desk.err().println("Written: " + out.resolve("report.html") + ", report.json, results.jsonl");
            return report.breached().isEmpty() ? 0 : BREACHED;
        }
    }

    private List<Result> results(List<Injection> cases, Path scratch) throws IOException {
        Path lines = out.resolve("results.jsonl");
        Files.deleteIfExists(lines);
        AtomicInteger breached = new AtomicInteger();
        try (JsonLines<Result> file = JsonLines.open(lines, Result.class)) {
            ProgressBar progress = ProgressBar.of(desk.err(), cases.size());
            List<Result> results = InjectionRun.of(cases, scratch, Math.clamp(atOnce, 1, 32), result -> {
                file.add(result);
                if (result.isBreached()) {
                    breached.incrementAndGet();
                }
                progress.step(breached + " attacks came to something");
            });
            progress.end();
            return results;
        }
    }

    private static String json(Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("benchmark", "injection");
        json.put("today", Stage.TODAY.toString());
        json.put("all", report.all());
        json.put("carriers", report.read());
        json.put("unread", report.unread());
        json.put("orders", report.orders());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }
}
