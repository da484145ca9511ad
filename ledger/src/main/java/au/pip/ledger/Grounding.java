package au.pip.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a model's answer, as it streams, into text and figures. A fact named in braces ({@code {F12}}) becomes its
 * amount; digits that the model typed itself are compared with the facts, and marked when nothing stands behind them.
 *
 * <p>What a verified or derived mark proves: a fact of that value, currency, sign and unit exists; the sentence up to
 * the figure names no other subject and no other month or quarter; and nothing that touches an inserted amount changes
 * it. A rounded number passes where the words or a {@code k} say so, a date where it bounds a fact's period (after "due":
 * only where it is a fact itself). What it does not prove: that the measure is the one the sentence speaks of, that the
 * question was understood, or anything about numbers spelt out in words.
 *
 * <p>Text is held back from the first character of a possible figure to its end; a typed number that only facts of named
 * subjects fit, in a sentence that has named none yet, to that sentence's end or for {@value Sentence#FARTHEST}
 * characters.
 *
 * <p>One answer, one thread.
 */
public final class Grounding {
    private final FigureScanner scanner = new FigureScanner();
    private final Names names;
    private final Notes notes = new Notes();
    private final FigureMatcher matcher;
    /** A found token whose meaning depends on text that has not come yet. */
    private FigureScanner.@Nullable Found waiting;

    /** @param person what the person typed in this conversation: their own numbers are theirs */
    public Grounding(FactBook book, List<String> person) {
        this.names = new Names(book);
        this.matcher = new FigureMatcher(
                book,
                names,
                person.stream().flatMap(text -> tokens(text).stream()).toList());
    }

    /**
     * From now on an answer may repeat the numbers of this sentence, with the words around them, as plain text.
     *
     * @param sentence Pip's own words, with nothing in it from the books, from Xero, from the person or from the model
     */
    public void note(String sentence) {
        notes.add(sentence);
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
            Token token = TokenReader.read(found.kind(), found.raw());
            if (!last && mayStillChange(token, found.raw())) {
                waiting = found;
                return pieces;
            }
            waiting = null;
            add(pieces, token, found.raw(), last);
        }
    }

    private void add(List<Piece> pieces, Token token, String raw, boolean last) {
        String text = scanner.text();
        int end = scanner.end();
        if (token instanceof Token.NotAFigure
                || !(token instanceof Token.Placeholder) && notes.cover(text, raw, end, last)
                || mayBeName(token)
                        && names.cover(text, end - raw.stripLeading().length(), end)) {
            addText(pieces, raw);
            return;
        }
        int lead = raw.length() - raw.stripLeading().length();
        addText(pieces, raw.substring(0, lead));
        pieces.add(matcher.judge(token, raw.substring(lead), around(raw, last), text.substring(end)));
    }

    /** Whether what follows the token, and has not come yet, may matter to its mark. */
    private boolean mayStillChange(Token token, String raw) {
        String text = scanner.text();
        int end = scanner.end();
        return switch (token) {
            case Token.Placeholder _ -> Neighbours.mayChange(text.substring(end));
            case Token.NotAFigure _ -> false;
            default ->
                notes.mayCover(text, raw, end)
                        || mayBeName(token)
                                && names.mayCover(text, end - raw.stripLeading().length(), end)
                        || matcher.needsRest(token, around(raw, false));
        };
    }

    private Sentence around(String raw, boolean last) {
        int end = scanner.end();
        return Sentence.around(scanner.text(), end - raw.stripLeading().length(), end, names, last);
    }

    /** Digits may belong to a name in the books, such as the customer "Acme 5000"; marked money may not. */
    private static boolean mayBeName(Token token) {
        return token instanceof Token.Unreadable
                || token instanceof Token.Numeral number && !number.amount() && !number.percent();
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
                tokens.add(TokenReader.read(found.kind(), found.raw()));
            }
        }
        return tokens;
    }
}
