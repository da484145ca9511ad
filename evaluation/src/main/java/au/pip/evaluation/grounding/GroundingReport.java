package au.pip.evaluation.grounding;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures how well wrong figures are marked: {@code --seeds N} books (100), {@code --rounds N} of each shape of answer
 * over each (3), {@code --first N} the first seed (1), {@code --write FILE} the report as a page, {@code --samples} what
 * was missed. Ends with 1 when a wrong figure kept its mark or more than one right answer in a hundred was flagged.
 */
public final class GroundingReport {
    private static final double Z = 1.96;

    private GroundingReport() {}

    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    /** @return the exit status: 0 all is well, 1 it is not, 2 bad usage */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        int seeds = 100;
        int rounds = 3;
        long first = 1;
        Path file = null;
        boolean samples = false;
        try {
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--seeds" -> seeds = Integer.parseInt(arguments[++i]);
                    case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
                    case "--first" -> first = Long.parseLong(arguments[++i]);
                    case "--write" -> file = Path.of(arguments[++i]);
                    case "--samples" -> samples = true;
                    default -> throw new IllegalArgumentException(arguments[i]);
                }
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            err.println("pip: --seeds N, --rounds N, --first N, --write FILE and --samples are all there is.");
            return 2;
        }
        Trial trial = Trial.run(first, seeds, rounds);
        String page = page(trial, first, seeds, rounds);
        out.print(page);
        if (samples) {
            trial.slips().forEach(each -> out.println("SLIP " + each));
            trial.falseFlags().forEach(each -> out.println("FALSE " + each));
        }
        if (file != null) {
            try {
                Files.writeString(file, page, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return trial.wrong().missed() == 0
                        && trial.right().missed() * 100 <= trial.right().answers()
                ? 0
                : 1;
    }

    private static String page(Trial trial, long first, int seeds, int rounds) {
        StringBuilder page = new StringBuilder("""
                # How well wrong figures are marked

                Made by a program from made facts: %1$d books (seeds %2$d to %3$d), each shape of answer %4$d times over each. An \
                answer is right, or wrong in one claim; a wrong one that the facts bear out by chance is left out. The \
                words and forms are the program's own and shared with no code of Pip. Intervals are Wilson's, 95 %%.

                The program is `GroundingReport` in `evaluation` (`--seeds %1$d --rounds %4$d --first %2$d --write FILE`). \
                It measures against answers that we thought of; \
                models write other sentences. So it is a floor, not a proof.

                | | Answers | Missed | Share | 95 %% |
                | --- | ---: | ---: | ---: | --- |
                """.formatted(seeds, first, first + seeds - 1, rounds));
        page.append(row("wrong answers, no mark where it is wrong", trial.wrong()));
        page.append(row("right answers, a figure flagged", trial.right()));
        table(page, "What was changed", trial.byChange().entrySet().stream().toList());
        table(
                page,
                "Shape of a wrong answer",
                trial.byShape().entrySet().stream()
                        .filter(each -> each.getKey().startsWith("wrong"))
                        .toList());
        table(
                page,
                "Shape of a right answer",
                trial.byShape().entrySet().stream()
                        .filter(each -> each.getKey().startsWith("right"))
                        .toList());
        return page.toString();
    }

    private static void table(StringBuilder page, String title, List<Map.Entry<String, Trial.Tally>> rows) {
        page.append("\n| ")
                .append(title)
                .append(" | Answers | Missed | Share | 95 % |\n| --- | ---: | ---: | ---: | --- |\n");
        rows.forEach(each -> page.append(row(
                each.getKey()
                        .replaceFirst("^(?:wrong|right) ", "")
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' '),
                each.getValue())));
    }

    private static String row(String name, Trial.Tally tally) {
        double share = (double) tally.missed() / tally.answers();
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %.2f %% | %s |%n",
                name,
                tally.answers(),
                tally.missed(),
                share * 100,
                interval(tally.missed(), tally.answers()));
    }

    /** Wilson's score interval of a share. */
    static String interval(int hits, int of) {
        double share = (double) hits / of;
        double below = 1 + Z * Z / of;
        double centre = (share + Z * Z / (2 * of)) / below;
        double half = Z / below * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
        return String.format(
                Locale.ROOT, "%.2f–%.2f %%", Math.max(0, centre - half) * 100, Math.min(1, centre + half) * 100);
    }
}
