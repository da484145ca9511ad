package au.pip.evaluation.grounding;

import au.pip.evaluation.run.Desk;
import au.pip.evaluation.run.ProgressBar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./pip evaluate grounding}. */
@Command(
        name = "grounding",
        description =
                "Made answers, right ones and ones made wrong in one claim, against the marks on their figures. Ends with 1 when a wrong figure kept its mark or more than one right answer in a hundred was flagged.",
        footer = "%nIt needs no key and no model. docs/grounding.md tells what came of it.",
        sortOptions = false)
public final class GroundingCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    private final Desk desk;

    @Option(names = "--seeds", paramLabel = "N", description = "how many books of facts (default: ${DEFAULT-VALUE})")
    int seeds = 60;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "how often each shape of answer is made over each (default: ${DEFAULT-VALUE})")
    int rounds = 2;

    @Option(names = "--first", paramLabel = "N", description = "the first seed (default: ${DEFAULT-VALUE})")
    long first = 1;

    @Option(names = "--write", paramLabel = "FILE", description = "where the report goes as a page, too")
    @Nullable
    Path file;

    @Option(names = "--samples", description = "shows what was missed")
    boolean samples;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this")
    boolean help;

    public GroundingCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        int books = Math.max(1, seeds);
        int times = Math.max(1, rounds);
        ProgressBar progress = ProgressBar.of(desk.err(), books);
        AtomicInteger slips = new AtomicInteger();
        Trial trial = Trial.run(
                first,
                books,
                times,
                one -> progress.step(slips.addAndGet(one.wrong().missed()) + " wrong figures missed"));
        progress.end();
        String page = GroundingReport.page(trial, first, books, times);
        desk.out().print(page);
        if (samples) {
            trial.slips().forEach(each -> desk.out().println("SLIP " + each));
            trial.falseFlags().forEach(each -> desk.out().println("FALSE " + each));
        }
        Path written = file;
        if (written != null) {
            Files.writeString(written, page, StandardCharsets.UTF_8);
        }
        return trial.holds() ? 0 : FAILED;
    }
}
