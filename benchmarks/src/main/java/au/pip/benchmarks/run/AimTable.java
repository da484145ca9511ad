package au.pip.benchmarks.run;

import au.pip.benchmarks.contender.Entrant;
import au.pip.benchmarks.measure.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Pip aims at and what it reached, with what is missed said plainly. */
final class AimTable {
    private final List<Round> rounds;
    private final int needed;
    private final Map<Entrant, Outcome> endurance;

    /** @param needed rounds that a median is made of at least */
    AimTable(List<Round> rounds, int needed, Map<Entrant, Outcome> endurance) {
        this.rounds = rounds;
        this.needed = needed;
        this.endurance = endurance;
    }

    String render() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Aim", "Protocol", "Bound", "Reached", "Verdict"));
        Arrays.stream(Entrant.values()).filter(Entrant::isPip).forEach(pip -> {
            Standings standings = new Standings(pip.protocol(), rounds);
            boolean enough = standings.accepted().size() >= needed;
            for (Aim aim : Aim.ROUNDS) {
                if (aim.concerns(pip)) {
                    double reached = enough ? reached(aim, pip, standings) : Double.NaN;
                    rows.add(row(aim, pip, reached, enough ? verdict(aim, reached) : ProtocolTables.TOO_FEW));
                }
            }
        });
        endurance.forEach((pip, outcome) -> {
            for (Aim aim : Aim.ENDURANCE) {
                double reached = outcome.figures().getOrDefault(aim.metric(), Double.NaN);
                rows.add(row(aim, pip, reached, verdict(aim, reached)));
            }
        });
        StringBuilder remarks = new StringBuilder();
        endurance.forEach((pip, outcome) -> {
            if (outcome.wrong() != null) {
                remarks.append(
                        "\n- %s, endurance: %s.\n".formatted(pip.protocol().title(), outcome.wrong()));
            }
        });
        return Markdown.table(rows) + remarks;
    }

    private static double reached(Aim aim, Entrant pip, Standings standings) {
        if (aim.against() == Aim.Against.NOBODY) {
            return standings.figure(pip, aim.metric()).median();
        }
        Optional<Entrant> rival = aim.against().rivalOf(pip);
        return rival.map(other -> standings.ratio(pip, other, aim.metric()).median())
                .orElse(Double.NaN);
    }

    private static List<String> row(Aim aim, Entrant pip, double reached, String verdict) {
        boolean ratio = aim.against() != Aim.Against.NOBODY;
        Metric metric = aim.metric();
        String sign = metric.moreIsBetter() ? "≥ " : "≤ ";
        int decimals = ratio ? 2 : metric.decimals();
        return List.of(
                ratio ? metric.title() : ProtocolTables.title(metric),
                pip.protocol().title(),
                sign
                        + Markdown.number(aim.bound(), decimals)
                        + (ratio ? " × " + aim.against().title() : ""),
                Markdown.number(reached, decimals),
                verdict);
    }

    private static String verdict(Aim aim, double reached) {
        if (Double.isNaN(reached)) {
            return "not measured";
        }
        return aim.isMetBy(reached) ? "met" : "missed by " + Markdown.number(aim.missedByPercent(reached), 0) + " %";
    }
}
