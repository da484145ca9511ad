package au.pip.benchmarks.run;

import au.pip.benchmarks.contender.Entrant;
import au.pip.benchmarks.measure.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Pip aims at and what it reached, with what is missed said plainly. */
final class AimTable {
    private final List<Round> rounds;
    private final Map<Entrant, Outcome> endurance;

    AimTable(List<Round> rounds, Map<Entrant, Outcome> endurance) {
        this.rounds = rounds;
        this.endurance = endurance;
    }

    String render() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Aim", "Protocol", "Bound", "Reached", "Verdict"));
        endurance.forEach((pip, outcome) -> {
            Standings standings = new Standings(pip.protocol(), rounds);
            for (Aim aim : Aim.ROUNDS) {
                rows.add(row(aim, pip, reached(aim, pip, standings)));
            }
            for (Aim aim : Aim.ENDURANCE) {
                rows.add(row(aim, pip, outcome.figures().getOrDefault(aim.metric(), Double.NaN)));
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

    private static List<String> row(Aim aim, Entrant pip, double reached) {
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
                verdict(aim, reached));
    }

    private static String verdict(Aim aim, double reached) {
        if (Double.isNaN(reached)) {
            return "not measured";
        }
        return aim.isMetBy(reached) ? "met" : "missed by " + Markdown.number(aim.missedByPercent(reached), 0) + " %";
    }
}
