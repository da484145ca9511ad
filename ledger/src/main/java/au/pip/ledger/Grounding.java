package au.pip.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns a model's answer, as it streams, into text and figures. A fact named in braces ({@code {F12}}) becomes its
 * amount; digits that the model typed itself are matched against the facts, and marked when nothing stands behind them.
 *
 * <p>Text is held back only from the first character of a possible figure to its end. What it proves: the number is the
 * one in the books for that subject and measure. What it cannot prove: that the question was understood.
 *
 * <p>One answer, one thread.
 */
public final class Grounding {
    private final FigureScanner scanner = new FigureScanner();
    private final FactBook book;
    private final FigureMatcher matcher;
    /** A found token whose meaning depends on text that has not come yet. */
    private FigureScanner.@Nullable Found waiting;

    /** @param person what the person typed in this conversation: their own numbers are theirs */
    public Grounding(FactBook book, List<String> person) {
        this.book = book;
        this.matcher = new FigureMatcher(
                book, person.stream().flatMap(text -> tokens(text).stream()).toList());
    }

    /** The pieces that are certain after more text; may be empty. */
    public List<Piece> accept(String text) {
        scanner.append(text);
        return drain(false);
    }

    /** The pieces that were held back, at the answer's end. */
    public List<Piece> finish() {
        return drain(true);
    }

    private List<Piece> drain(boolean last) {
        List<Piece> pieces = new ArrayList<>();
        while (true) {
            FigureScanner.Found found = waiting;
            if (found == null) {
                found = scanner.next(last);
                if (found == null) {
                    return pieces;
                }
                addText(pieces, found.before());
            }
            if (found.kind() == null) {
                continue;
            }
            if (!last && mayBePartOfName(found.raw())) {
                waiting = found;
                return pieces;
            }
            waiting = null;
            add(pieces, found.kind(), found.raw());
        }
    }

    private void add(List<Piece> pieces, String kind, String raw) {
        String following = scanner.rest();
        Token token = TokenReader.read(kind, raw, following.isEmpty() ? 0 : following.charAt(0));
        String given = scanner.given();
        String before = given.substring(0, given.length() - raw.length());
        boolean name = token instanceof Token.Numeral number && !number.amount() && !number.percent() && isPartOfName();
        if (name || token instanceof Token.NotAFigure) {
            addText(pieces, raw);
            return;
        }
        int lead = raw.length() - raw.stripLeading().length();
        addText(pieces, raw.substring(0, lead));
        pieces.add(matcher.judge(token, raw.substring(lead), before));
    }

    /** Whether the digits just read belong to a name in the books, such as the customer "Acme 5000". */
    private boolean isPartOfName() {
        return restsOfNames().anyMatch(rest -> scanner.rest().startsWith(rest));
    }

    private boolean mayBePartOfName(String raw) {
        String following = scanner.rest();
        return Character.isDigit(raw.charAt(raw.length() - 1))
                && restsOfNames().anyMatch(rest -> rest.length() > following.length() && rest.startsWith(following));
    }

    /** For every name that reads like the end of what was given so far: the part of it still to come. */
    private Stream<String> restsOfNames() {
        String given = scanner.given();
        return book.all().stream()
                .flatMap(fact -> Stream.of(fact.subject(), fact.measure()))
                .distinct()
                .flatMap(name -> IntStream.rangeClosed(1, name.length())
                        .filter(end -> endsDigits(name, end) && given.endsWith(name.substring(0, end)))
                        .mapToObj(name::substring));
    }

    private static boolean endsDigits(String name, int end) {
        return Character.isDigit(name.charAt(end - 1))
                && (end == name.length() || !Character.isDigit(name.charAt(end)));
    }

    private static void addText(List<Piece> pieces, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!pieces.isEmpty() && pieces.getLast() instanceof Piece.Text(String earlier)) {
            pieces.set(pieces.size() - 1, new Piece.Text(earlier + text));
        } else {
            pieces.add(new Piece.Text(text));
        }
    }

    private static List<Token> tokens(String text) {
        FigureScanner scanner = new FigureScanner();
        scanner.append(text);
        List<Token> tokens = new ArrayList<>();
        FigureScanner.@Nullable Found found;
        while ((found = scanner.next(true)) != null) {
            if (found.kind() != null) {
                String rest = scanner.rest();
                tokens.add(TokenReader.read(found.kind(), found.raw(), rest.isEmpty() ? 0 : rest.charAt(0)));
            }
        }
        return tokens;
    }
}
