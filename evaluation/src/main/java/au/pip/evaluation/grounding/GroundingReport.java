package au.pip.evaluation.grounding;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of a trial, as a page. */
final class GroundingReport {
    private static final double Z = 1.96;

    private GroundingReport() {}

    static String page(Trial trial, long first, int seeds, int rounds) {
        StringBuilder page = new StringBuilder("""
                # How well wrong figures are marked

                Made by a program from made facts: %1$d books (seeds %2$d to %3$d), each shape of answer %4$d times over each. An \
                answer is right, or wrong in one claim; a wrong one that the facts bear out by chance is left out. The \
                sentences and forms are the program's own and shared with no code of Pip; measures are called as Pip calls them. \
                Days other than due days, numbers that a person typed and digits in names are not tried. Intervals are Wilson's, 95 %%.

                The command is `./pip evaluate grounding --seeds %1$d --rounds %4$d --first %2$d --write docs/grounding.md`. \
                It measures against answers that we thought of, and Pip was mended by what earlier runs of it showed; \
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
