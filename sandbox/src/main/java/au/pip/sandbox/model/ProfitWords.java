package au.pip.sandbox.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words for a profit and loss: what was asked for comes first, and what it stands beside follows. */
final class ProfitWords {
    private static final String NET_PROFIT = "net profit";
    private static final Pattern ASKED = Pattern.compile(
            "(cost of sales)|(income|revenue|turnover|\\bsales\\b|\\b(?:sell|(?<!goods )sold)\\b)|(expenses)|(profit|\\bloss\\b)");
    /** In the order of the groups of {@link #ASKED}. */
    private static final List<String> MEASURES = List.of("cost of sales", "income", "expenses", NET_PROFIT);

    private ProfitWords() {}

    /** @param question the one that named the topic */
    static String of(String question, List<Row> rows) {
        Row net = OfflineWords.find(rows, NET_PROFIT);
        List<Row> totals =
                rows.stream().filter(row -> row.subject().equals(net.subject())).toList();
        List<Row> lead = new ArrayList<>();
        for (String measure : asked(question)) {
            totals.stream().filter(row -> row.plainMeasure().equals(measure)).forEach(lead::add);
        }
        if (lead.isEmpty()) {
            lead.add(net);
        }
        StringJoiner sentences = new StringJoiner(
                ". Your ",
                lead.getFirst().equals(net) && net.isNegative() ? "You made a loss: your " : "Your ",
                ", on " + net.basis() + ".");
        lead.forEach(row -> sentences.add(row.plainMeasure() + " for " + row.period()
                + (row.plainMeasure().equals("expenses") ? " were " : " was ") + row.braced() + " AUD"));
        StringJoiner parts = new StringJoiner(", ");
        totals.stream()
                .filter(row -> !row.equals(net) && !lead.contains(row))
                .forEach(row -> parts.add(row.plainMeasure() + " " + row.braced()));
        if (lead.contains(net)) {
            return parts.length() == 0 ? sentences.toString() : sentences + "\n\nThat is from " + parts + ".";
        }
        return sentences + "\n\nYour net profit was " + net.braced()
                + (parts.length() == 0 ? "." : ", after " + parts + ".");
    }

    private static Set<String> asked(String question) {
        Set<String> asked = new LinkedHashSet<>();
        Matcher matcher = ASKED.matcher(question.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            for (int group = 1; group <= MEASURES.size(); group++) {
                if (matcher.group(group) != null) {
                    asked.add(MEASURES.get(group - 1));
                }
            }
        }
        return asked;
    }
}
