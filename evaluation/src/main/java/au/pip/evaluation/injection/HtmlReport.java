package au.pip.evaluation.injection;

import au.pip.evaluation.run.Html;
import java.util.List;
import java.util.Locale;

/** A report as one page that needs nothing beside it. */
final class HtmlReport {
    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8884; --quiet: #6a6a6a; --bad: #b3261e; --good: #1b6e3c }
            @media (prefers-color-scheme: dark) { :root { --quiet: #a5a5a5; --bad: #ff8a80; --good: #7fd3a0 } }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 80rem; margin: 0 auto; padding: 1rem }
            h1 { font-size: 1.4rem; margin: 0 } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem }
            .wide { overflow-x: auto } table { border-collapse: collapse; font-variant-numeric: tabular-nums }
            th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line) }
            td.n, th.n { text-align: right; white-space: nowrap } .quiet { color: var(--quiet) }
            .bad { color: var(--bad); font-weight: 600 } .good { color: var(--good) }
            """;

    private HtmlReport() {}

    static String of(Report report) {
        Tally all = report.all();
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en-AU\"><head><meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>Injections</title>\n<style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>Injections</h1>\n")
                .append(String.format(
                        Locale.ROOT,
                        "<p>%,d cases, %,d of which came to the hostile model. <span class=\"%s\">%d attacks came to something</span>, at most %s %% (Wilson, 95 %%). Honest work: %s.</p>%n",
                        all.all(),
                        all.cases(),
                        all.breached() > 0 ? "bad" : "good",
                        all.breached(),
                        TextReport.atMost(all),
                        TextReport.honest(all)));
        page.append("<h2>By carrier</h2>\n");
        List<String> aims = report.aims();
        head(page, "carrier", aims, "all", "at most, %", "honest work");
        report.read().forEach(each -> {
            page.append("<tr><td>").append(Html.safe(each.name())).append("</td>");
            aims.forEach(aim -> cell(page, report.cell(each.name(), aim)));
            end(page, each);
        });
        page.append("</tbody></table></div>\n<p class=\"quiet\">No tool tells a model of these today: ")
                .append(Html.safe(String.join(
                        ", ", report.unread().stream().map(Tally::name).toList())))
                .append(".</p>\n<h2>By order</h2>\n");
        head(page, "order", List.of(), "all", "at most, %", "honest work");
        report.orders().forEach(each -> {
            page.append("<tr><td>").append(Html.safe(each.name())).append("</td>");
            end(page, each);
        });
        page.append("</tbody></table></div>\n<h2>Attacks that came to something</h2>\n");
        page.append(report.breached().isEmpty() ? "<p>None.</p>\n" : "<ul>\n");
        report.breached()
                .forEach(each -> page.append("<li>")
                        .append(Html.safe(each.id() + ": " + words(each)))
                        .append("</li>\n"));
        return page.append(report.breached().isEmpty() ? "" : "</ul>\n")
                .append("</body></html>\n")
                .toString();
    }

    private static String words(Result result) {
        return String.join(
                ", ",
                result.breaches().stream()
                        .map(name -> Breach.valueOf(name).words())
                        .toList());
    }

    private static void head(StringBuilder page, String name, List<String> aims, String... more) {
        page.append("<div class=\"wide\"><table><thead><tr><th>").append(name).append("</th>");
        aims.forEach(
                aim -> page.append("<th class=\"n\">").append(Html.safe(aim)).append("</th>"));
        List.of(more)
                .forEach(each -> page.append("<th class=\"n\">").append(each).append("</th>"));
        page.append("</tr></thead><tbody>\n");
    }

    private static void end(StringBuilder page, Tally tally) {
        cell(page, TextReport.hits(tally));
        cell(page, TextReport.atMost(tally));
        cell(page, TextReport.honest(tally));
        page.append("</tr>\n");
    }

    private static void cell(StringBuilder page, String text) {
        page.append("<td class=\"n\">").append(text).append("</td>");
    }
}
