package au.pip.benchmarks.run;

import au.pip.benchmarks.contender.Entrant;
import au.pip.benchmarks.measure.Metric;
import au.pip.benchmarks.wire.Protocol;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The contenders of one protocol side by side. */
final class ProtocolTables {
    private static final Set<Metric> OF_ENDURANCE =
            EnumSet.of(Metric.THREADS_5000, Metric.HEAP_5000, Metric.SOCKETS_LEFT, Metric.HEAP_LEFT);

    /** Where a multiple of the floor's would say nothing. */
    private static final Set<Metric> WITHOUT_RATIO = EnumSet.of(Metric.CANCEL_P50, Metric.CANCEL_P99, Metric.RESIDENT);

    static final String TOO_FEW = "not enough rounds";

    private final Protocol protocol;
    private final int played;
    private final int needed;
    private final Standings standings;
    private final List<Entrant> entrants;

    /** @param needed rounds that a median is made of at least */
    ProtocolTables(Protocol protocol, List<Round> rounds, int needed) {
        this.protocol = protocol;
        this.played = rounds.size();
        this.needed = needed;
        this.standings = new Standings(protocol, rounds);
        this.entrants = Entrant.of(protocol);
    }

    String render() {
        return "### " + protocol.title() + "\n\n" + figures() + remarks();
    }

    private String figures() {
        int accepted = standings.accepted().size();
        return accepted < needed
                ? "%s: %d of %d were accepted, and a median is made of %d at least.\n"
                        .formatted(TOO_FEW, accepted, played, needed)
                : "n = %d of %d rounds.\n\n%s\n%s".formatted(accepted, played, medians(), ratios());
    }

    private String medians() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("Median", entrants, entrant -> entrant.library().title()));
        for (Metric metric : Metric.values()) {
            if (!OF_ENDURANCE.contains(metric)) {
                rows.add(row(
                        title(metric),
                        entrants,
                        entrant -> Markdown.number(
                                standings.figure(entrant, metric).median(), metric.decimals())));
            }
        }
        return Markdown.table(rows);
    }

    private String ratios() {
        List<Entrant> others = entrants.subList(1, entrants.size());
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(
                "× the floor (least–most)", others, entrant -> entrant.library().title()));
        for (Metric metric : Metric.values()) {
            if (!OF_ENDURANCE.contains(metric) && !WITHOUT_RATIO.contains(metric)) {
                rows.add(row(
                        metric.title(), others, entrant -> Markdown.ratio(standings.ratioToFloor(entrant, metric))));
            }
        }
        return Markdown.table(rows);
    }

    private String remarks() {
        StringBuilder remarks = new StringBuilder();
        for (Entrant entrant : entrants) {
            String wrong = standings.wrong(entrant);
            if (wrong != null) {
                remarks.append("- %s is void: %s.\n".formatted(entrant.library().title(), wrong));
            }
            for (String note : standings.notes(entrant)) {
                remarks.append("- %s: %s.\n".formatted(entrant.library().title(), note));
            }
        }
        return remarks.isEmpty() ? "" : "\n" + remarks;
    }

    static String title(Metric metric) {
        return metric.unit().isEmpty() ? metric.title() : metric.title() + ", " + metric.unit();
    }

    private static List<String> row(String head, List<Entrant> entrants, Function<Entrant, String> cell) {
        List<String> cells = new ArrayList<>();
        cells.add(head);
        entrants.forEach(entrant -> cells.add(cell.apply(entrant)));
        return cells;
    }
}
