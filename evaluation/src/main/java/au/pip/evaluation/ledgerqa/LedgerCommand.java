package au.pip.evaluation.ledgerqa;

import au.pip.evaluation.run.Desk;
import au.pip.evaluation.run.JsonLines;
import au.pip.evaluation.run.ModelOptions;
import au.pip.evaluation.run.ProgressBar;
import au.pip.evaluation.run.Scratch;
import au.pip.llm.LlmProvider;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./pip evaluate ledger}. */
@Command(
        name = "ledger",
        description =
                "LedgerQA-AU: questions over the books of pretend businesses, judged to the cent against SQL. A run that was stopped goes on where it was.",
        footer = "%nA real model is paid for: try --limit 20 first. docs/evaluation.md tells what is measured.",
        sortOptions = false)
public final class LedgerCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Desk desk;

    @Mixin
    ModelOptions model = new ModelOptions();

    @Option(names = "--seeds", paramLabel = "N", split = ",", description = "which books, with commas (default: 1)")
    List<Long> seeds = List.of(1L);

    @Option(
            names = "--companies",
            paramLabel = "KIND",
            split = ",",
            description = "which businesses, with commas (default: all)")
    List<String> companies = Stream.of(Company.values()).map(Company::word).toList();

    @Option(
            names = "--families",
            paramLabel = "NAME",
            split = ",",
            description = "which sorts of questions, with commas (default: all)")
    List<String> families = Family.NAMES;

    @Option(names = "--limit", paramLabel = "N", description = "at most so many questions, spread over the families")
    int limit = Integer.MAX_VALUE;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "how many questions are asked at the same time (default: 1)")
    int atOnce = 1;

    @Option(
            names = "--today",
            paramLabel = "DATE",
            description = "the last day of the books (default: ${DEFAULT-VALUE})")
    LocalDate today = LocalDate.of(2026, 11, 23);

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "where results.jsonl, report.json and report.html go (default: target/evaluation/ledger-MODEL)")
    @Nullable
    Path out;

    @Spec
    @Nullable
    CommandSpec command;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    public LedgerCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 1) {
            throw unusable("--limit is at least 1.");
        }
        List<Family> asked = families();
        List<BooksSpec> specs = specs();
        LlmProvider provider = model.is(PerfectModel.NAME)
                ? new PerfectModel()
                : model.provider(desk.settings().get());
        try (Scratch scratch = Scratch.open()) {
            LedgerRun run = new LedgerRun(provider, scratch.folder(), Math.clamp(atOnce, 1, 32));
            List<Question> questions = QuestionSet.limited(run.questions(specs, asked), limit);
            Path folder = out == null ? usual(provider) : out;
            Report report = run(run, questions, folder);
            Files.writeString(folder.resolve("report.json"), json(report));
            Files.writeString(folder.resolve("report.html"), HtmlReport.of(report));
            desk.out().print(TextReport.of(report));
            desk.err().println("Written: " + folder.resolve("report.html") + ", report.json, results.jsonl");
            return 0;
        }
    }

    private Report run(LedgerRun run, List<Question> questions, Path folder) {
        try (JsonLines<Result> file = JsonLines.open(folder.resolve("results.jsonl"), Result.class)) {
            long known = file.earlier().stream()
                    .filter(result ->
                            questions.stream().anyMatch(each -> each.id().equals(result.id())))
                    .count();
            if (known > 0) {
                desk.err()
                        .println(known + " of " + questions.size()
                                + " questions were answered before and are not asked again.");
            }
            ProgressBar progress = ProgressBar.of(desk.err(), questions.size() - (int) known);
            AtomicInteger right = new AtomicInteger();
            AtomicInteger unflagged = new AtomicInteger();
            List<Result> results = run.answer(questions, file, result -> {
                if (result.score() == Score.RIGHT) {
                    right.incrementAndGet();
                } else if (result.score() == Score.WRONG_UNFLAGGED) {
                    unflagged.incrementAndGet();
                }
                progress.step(right + " right, " + unflagged + " wrong and unflagged");
            });
            progress.end();
            if (results.size() < questions.size()) {
                desk.err()
                        .println(
                                (questions.size() - results.size())
                                        + " questions got no answer because the model's provider failed; give the same command again to ask them.");
            }
            return Report.of(today, results);
        }
    }

    private List<Family> families() {
        for (String name : families) {
            if (!Family.NAMES.contains(name)) {
                throw unusable(
                        "There is no family '%s'; there are: %s".formatted(name, String.join(", ", Family.NAMES)));
            }
        }
        return Family.all().stream()
                .filter(family -> families.contains(family.name()))
                .toList();
    }

    private List<BooksSpec> specs() {
        List<BooksSpec> specs = new ArrayList<>();
        for (long seed : seeds) {
            for (String company : companies) {
                specs.add(spec(seed, company));
            }
        }
        return specs;
    }

    private BooksSpec spec(long seed, String company) {
        List<String> known = Stream.of(Company.values()).map(Company::word).toList();
        if (!known.contains(company)) {
            throw unusable("--companies takes %s; there is no '%s'.".formatted(String.join(", ", known), company));
        }
        try {
            return new BooksSpec(seed, Company.of(company), today);
        } catch (IllegalArgumentException e) {
            throw unusable("--" + e.getMessage());
        }
    }

    private ParameterException unusable(String why) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), why);
    }

    private static Path usual(LlmProvider provider) {
        String name = provider.name() + "-" + provider.defaultModel();
        return Path.of("target", "evaluation", "ledger-" + name.replaceAll("[^A-Za-z0-9.]+", "-"));
    }

    private static String json(Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("benchmark", "LedgerQA-AU");
        json.put("model", report.model());
        json.put("today", report.day().toString());
        json.put("all", report.all());
        json.put("families", report.families());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }
}
