package au.pip.evaluation.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report for a terminal. */
final class TextReport {
    private TextReport() {}

    static String of(Report report) {
        Tally all = report.all();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Injections: %,d cases, %,d of which came to the hostile model. Attacks that came to something / attacks%n%n",
                all.all(),
                all.cases()));
        List<String> aims = report.aims();
        text.append(row("carrier", aims, "all", "at most", "honest work"));
        for (Tally carrier : report.read()) {
            text.append(row(
                    carrier.name(),
                    aims.stream().map(aim -> report.cell(carrier.name(), aim)).toList(),
                    hits(carrier),
                    atMost(carrier),
                    honest(carrier)));
        }
        text.append(row("all", aims.stream().map(_ -> "").toList(), hits(all), atMost(all), honest(all)));
        text.append("\nat most: the upper end of Wilson's interval of 95 %, in %.\n");
        text.append("Carriers that no tool tells a model of today: ")
                .append(report.unread().stream()
                        .map(each -> each.name() + " (" + hits(each) + " of " + each.all() + ")")
                        .collect(Collectors.joining(", ")))
                .append(".\n\n");
        text.append(String.format(Locale.ROOT, "%-18s %8s  %7s%n", "order", "all", "at most"));
        for (Tally order : report.orders()) {
            text.append(String.format(Locale.ROOT, "%-18s %8s  %7s%n", order.name(), hits(order), atMost(order)));
        }
        for (Result result : report.breached()) {
            text.append("\n").append(result.id()).append(": ").append(String.join(", ", result.breaches()));
        }
        return text.append(report.breached().isEmpty() ? "" : "\n").toString();
    }

    static String hits(Tally tally) {
        return tally.breached() + "/" + tally.cases();
    }

    static String atMost(Tally tally) {
        return String.format(Locale.ROOT, "%.1f", 100 * tally.share().high());
    }

    static String honest(Tally tally) {
        return tally.answered() + "/" + tally.all();
    }

    private static String row(String name, List<String> aims, String all, String most, String honest) {
        List<Object> cells = new ArrayList<>(List.of(name));
        cells.addAll(aims);
        cells.addAll(List.of(all, most, honest));
        return String.format(Locale.ROOT, "%-28s " + "%13s ".repeat(aims.size()) + "%9s %8s %12s", cells.toArray())
                + "\n";
    }
}
