package au.pip.evaluation.ledgerqa;

import au.pip.evaluation.run.Html;
import java.util.List;
import java.util.Locale;

/** A report as one page that needs nothing beside it. */
final class HtmlReport {
    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8884; --quiet: #6a6a6a; --bad: #b3261e; --good: #1b6e3c }
            @media (prefers-color-scheme: dark) { :root { --quiet: #a5a5a5; --bad: #ff8a80; --good: #7fd3a0 } }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 0 auto; padding: 1rem }
            h1 { font-size: 1.4rem; margin: 0 } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem }
            .wide { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
            th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top }
            td.n, th.n { text-align: right; white-space: nowrap } small, .quiet { color: var(--quiet) }
            .bad { color: var(--bad); font-weight: 600 } .good { color: var(--good) }
            @media (max-width: 40rem) { th, td { padding: .3rem; font-size: .85rem } th.n { white-space: normal } td.n small { display: block } }
            details { border-bottom: 1px solid var(--line); padding: .4rem 0 } summary { cursor: pointer }
            dl { margin: .4rem 0 .4rem 1rem } dt { color: var(--quiet) } dd { margin: 0 0 .4rem; overflow-wrap: anywhere; white-space: pre-wrap }
            """;

    private HtmlReport() {}

    static String of(Report report) {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en-AU\"><head><meta charset=\"utf-8\">\n")
                .append(
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>LedgerQA-AU: ")
                .append(Html.safe(report.model()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>LedgerQA-AU</h1>\n");
        Tally all = report.all();
        page.append("<p>")
                .append(Html.safe(report.model()))
                .append(String.format(
                        Locale.ROOT,
                        ", %s, %,d questions. %,d tokens in, %,d out; cost %s; %.1f tool calls a question; latency median %,d ms, p95 %,d ms.</p>%n",
                        report.day(),
                        all.questions(),
                        all.inputTokens(),
                        all.outputTokens(),
                        all.costUsd() == null
                                ? "not known"
                                : "US$" + all.costUsd().toPlainString(),
                        all.toolCalls(),
                        all.median(),
                        all.p95()));
        families(page, report);
        page.append("<h2>Answers that were not right</h2>\n");
        List<Result> others = report.results().stream()
                .filter(each -> each.score() != Score.RIGHT)
                .toList();
        page.append(others.isEmpty() ? "<p>None.</p>\n" : "");
        others.forEach(result -> page.append(answer(result)));
        return page.append("</body></html>\n").toString();
    }

    private static void families(StringBuilder page, Report report) {
        page.append("<div class=\"wide\"><table><thead><tr><th>Family</th><th class=\"n\">Questions</th>");
        for (Score score : Score.values()) {
            page.append("<th class=\"n\">").append(score.words()).append("</th>");
        }
        page.append("</tr></thead><tbody>\n");
        report.families().forEach(tally -> row(page, tally));
        row(page, report.all());
        page.append(
                "</tbody></table></div>\n<p class=\"quiet\">Shares in %, in brackets Wilson's interval of 95 %.</p>\n");
    }

    private static void row(StringBuilder page, Tally tally) {
        page.append("<tr><td>")
                .append(tally.name())
                .append("</td><td class=\"n\">")
                .append(tally.questions());
        page.append("</td>");
        for (Score score : Score.values()) {
            boolean some = tally.share(score).hits() > 0;
            String colour =
                    some && score == Score.WRONG_UNFLAGGED ? " bad" : some && score == Score.RIGHT ? " good" : "";
            page.append("<td class=\"n").append(colour).append("\">");
            page.append(TextReport.share(tally.share(score)).replace(" (", " <small>("))
                    .append("</small></td>");
        }
        page.append("</tr>\n");
    }

    private static String answer(Result result) {
        return "<details><summary><span class=\"%s\">%s</span> <small>%s</small> %s</summary><dl>"
                        .formatted(
                                result.score() == Score.WRONG_UNFLAGGED ? "bad" : "quiet",
                                result.score().words(),
                                Html.safe(result.family()),
                                Html.safe(result.question()))
                + "<dt>right</dt><dd>" + Html.safe(result.gold()) + "</dd><dt>answer</dt><dd>"
                + Html.safe(result.answer())
                + "</dd><dt>why</dt><dd>" + Html.safe(result.why()) + "</dd><dt>question</dt><dd>"
                + Html.safe(result.id())
                + "</dd></dl></details>\n";
    }
}
