package au.pip.evaluation.ledgerqa;

import au.pip.evaluation.run.Wilson;
import java.util.Locale;

/** A report for a terminal. */
final class TextReport {
    private TextReport() {}

    static String of(Report report) {
        StringBuilder text = new StringBuilder("LedgerQA-AU: " + report.model() + ", "
                + report.all().questions() + " questions (shares in %, in brackets Wilson's interval of 95 %)\n\n");
        text.append(row("family", "questions", "right", "wrong, flagged", "wrong, unflagged", "refused or asked"));
        report.families().forEach(tally -> text.append(row(tally)));
        text.append(row(report.all()));
        Tally all = report.all();
        text.append(String.format(
                Locale.ROOT,
                "%ntokens %,d in, %,d out; cost %s; %.1f tool calls a question; latency median %,d ms, p95 %,d ms%n",
                all.inputTokens(),
                all.outputTokens(),
                all.costUsd() == null ? "not known" : "US$" + all.costUsd().toPlainString(),
                all.toolCalls(),
                all.median(),
                all.p95()));
        return text.toString();
    }

    private static String row(Tally tally) {
        return row(
                tally.name(),
                Integer.toString(tally.questions()),
                share(tally.share(Score.RIGHT)),
                share(tally.share(Score.WRONG_FLAGGED)),
                share(tally.share(Score.WRONG_UNFLAGGED)),
                share(tally.share(Score.REFUSED)));
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-19s %9s  %-19s %-19s %-19s %-19s", (Object[]) cells)
                        .stripTrailing()
                + "\n";
    }

    static String share(Wilson share) {
        return String.format(Locale.ROOT, "%.1f (%.1f–%.1f)", share.percent(), 100 * share.low(), 100 * share.high());
    }
}
