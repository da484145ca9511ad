package au.pip.assistant.conversation;

import au.pip.api.FigureView;
import au.pip.api.PieceView;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.Fact;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A turn in one line.
 *
 * @param asked the question, cut short
 * @param answered the answer's first sentence; a figure stands as its fact's id in braces, and no other brace is there
 * @param about what its first figure measures; null when it has none
 */
record RecapLine(String asked, String answered, @Nullable String about) {
    private static final int LONGEST_QUESTION = 100;
    private static final int LONGEST_ANSWER = 200;
    /** A sentence without a figure that is shorter only greets. */
    private static final int GREETING = 20;

    /** Each keeps a fact, and those it was worked out of. */
    private static final int MOST_FIGURES = 3;

    private static final Pattern END = Pattern.compile("[.!?](?=\\s|$)|\\n");
    private static final Pattern FACT = Pattern.compile("\\{(F\\d+)\\}");

    static RecapLine of(Turn turn) {
        Answer detail = turn.detail();
        Map<String, Fact> facts = detail == null ? Map.of() : Facts.byId(detail.facts());
        return new RecapLine(
                cut(FactTable.line(turn.question().text()), LONGEST_QUESTION),
                detail == null || detail.pieces().isEmpty() ? "" : firstSentence(detail.pieces(), facts),
                turn.figures()
                        .filter(figure -> !figure.facts().isEmpty())
                        .map(figure -> FactTable.cell(figure.facts().getFirst().measure()))
                        .findFirst()
                        .orElse(null));
    }

    /** The ids of the facts it quotes. */
    List<String> quoted() {
        return FACT.matcher(answered).results().map(found -> found.group(1)).toList();
    }

    /** With the amounts of the facts that are still at hand; of the others none. */
    String text(Map<String, Fact> facts) {
        String figures = FACT.matcher(answered).replaceAll(found -> {
            Fact fact = facts.get(found.group(1));
            return Matcher.quoteReplacement(
                    fact == null ? "(a figure to look up anew)" : fact.value().display() + " [" + fact.id() + "]");
        });
        return "asked: %s – answered: %s".formatted(asked, figures.isBlank() ? "(nothing)" : figures);
    }

    private static String firstSentence(List<PieceView> pieces, Map<String, Fact> facts) {
        StringBuilder sentence = new StringBuilder();
        int figures = 0;
        for (PieceView piece : pieces) {
            FigureView figure = piece.figure();
            if (figure != null) {
                if (figures == MOST_FIGURES) {
                    return cut(sentence.toString().strip() + "…", LONGEST_ANSWER);
                }
                sentence.append(quoted(figure, facts));
                figures++;
            } else {
                Matcher end = END.matcher(piece.text());
                int from = 0;
                while (end.find()) {
                    append(sentence, piece.text().substring(from, end.end()));
                    from = end.end();
                    if (figures > 0 || sentence.length() >= GREETING) {
                        return cut(sentence.toString().strip(), LONGEST_ANSWER);
                    }
                }
                append(sentence, piece.text().substring(from));
            }
            if (sentence.length() > LONGEST_ANSWER) {
                break;
            }
        }
        return cut(sentence.toString().strip(), LONGEST_ANSWER);
    }

    /** Spaces at both ends stay, since a figure may be next. */
    private static void append(StringBuilder sentence, String text) {
        String line = FactTable.line(text);
        if (!text.isEmpty() && Character.isWhitespace(text.charAt(0))) {
            space(sentence);
        }
        sentence.append(line);
        if (!line.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1))) {
            space(sentence);
        }
    }

    private static void space(StringBuilder sentence) {
        if (!sentence.isEmpty() && sentence.charAt(sentence.length() - 1) != ' ') {
            sentence.append(' ');
        }
    }

    /** The person's own numbers and dates stay as they are; a number that nothing stands behind does not go on. */
    private static String quoted(FigureView figure, Map<String, Fact> facts) {
        if (figure.facts().isEmpty()) {
            return figure.status().equals("user") ? FactTable.line(figure.text()) : "(a figure without a source)";
        }
        String id = figure.facts().getFirst().id();
        Fact fact = facts.get(id);
        boolean bounds = fact != null && !fact.value().plain().equals(figure.value());
        return bounds && figure.currency() == null ? FactTable.line(figure.text()) : "{" + id + "}";
    }

    /** Cut between words, and never inside a fact's id. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most - 1);
        int end = space > most / 2 ? space : most - 1;
        int open = text.lastIndexOf('{', end - 1);
        if (open >= 0 && text.indexOf('}', open) >= end) {
            end = open;
        }
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).strip() + "…";
    }
}
