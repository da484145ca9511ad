package au.pip.ledger.grounding;

import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a model's answer, as it streams, into text and figures. A fact named in braces ({@code {F12}}) becomes its
 * amount; numbers that the model wrote itself, in digits or in words, are compared with the facts, and marked when
 * nothing stands behind them.
 *
 * <p>What a verified or derived mark proves: a fact of that value, currency, sign and unit exists, and the words around
 * the figure agree with it: whose it is, of which days, of which measure, on which basis, with or without GST. The words
 * are its clause, then its sentence, then what the line stands under (a column, an item, a heading), then the sentences
 * before; the nearest that say something decide. Whose it is must be said, unless it is everyone's. A rounded number
 * passes where the words or a {@code k} say so. What cannot be decided is unverified. What it does not prove: that the
 * question was understood, or that the books are right.
 *
 * <p>Of a long sentence its opening and the last {@value Sentence#NEAREST} characters before the figure are read. A
 * figure after {@value Page#MOST_FIGURES} others within as many characters of a line is unverified.
 *
 * <p>A figure is held back until its sentence or line ends, or for {@value Sentence#FARTHEST} characters; text before it
 * is not.
 *
 * <p>One answer, one thread.
 */
public final class Grounding {
    private static final Pattern AMOUNT_LIKE = Pattern.compile("\\p{Nd}[,.]\\p{Nd}{2}");
    private final FigureScanner scanner = new FigureScanner();
    private final FactBook book;
    private final Names names;
    private final Notes notes = new Notes();
    private final Page page;
    private final FigureMatcher matcher;
    /** A found token whose meaning depends on text that has not come yet. */
    private FigureScanner.@Nullable Found waiting;

    /** @param person what the person typed in this conversation: their own numbers are theirs */
    public Grounding(FactBook book, List<String> person) {
        this(book, person, null);
    }

    /** @param today in the organisation's time zone, for "last month" and the like; null when it is not known */
    public Grounding(FactBook book, List<String> person, @Nullable LocalDate today) {
        this(book, person, today, null);
    }

    /** @param question what is answered: "it is $836.00" is of whom and what it asks; null when it is not known */
    public Grounding(FactBook book, List<String> person, @Nullable LocalDate today, @Nullable String question) {
        this.book = book;
        this.names = new Names(book);
        this.page = new Page(new Parts(book, names, today), question);
        this.matcher = new FigureMatcher(
                book,
                today,
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

    /** How many facts were compared with figures so far. */
    long looks() {
        return matcher.looks();
    }

    /** How many characters around figures were read so far, each as often as it was. */
    long read() {
        return page.parts().read();
    }

    /** How many characters of the answer are held. */
    int kept() {
        return scanner.text().length() + page.line().length();
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
                page.append(found.before());
            }
            if (found.kind() == null) {
                continue;
            }
            Token token = TokenReader.read(found.kind(), found.raw());
            if (!last && mayStillChange(token)) {
                waiting = found;
                return pieces;
            }
            waiting = null;
            add(pieces, token, found.raw(), last);
        }
    }

    private void add(List<Piece> pieces, Token token, String raw, boolean last) {
        int lead = raw.length() - raw.stripLeading().length();
        String figure = raw.substring(lead);
        page.append(raw.substring(0, lead));
        String text = scanner.text();
        int end = scanner.end();
        if (token instanceof Token.NotAFigure
                || !(token instanceof Token.Placeholder) && notes.cover(text, raw, end, last)
                || mayBeName(token, figure) && names.cover(text, start(figure), end)) {
            addText(pieces, raw);
        } else {
            addText(pieces, raw.substring(0, lead));
            pieces.add(page.isCrowded() ? unread(token, figure) : judge(token, figure));
            page.figure();
        }
        page.append(figure);
    }

    private Piece.Figure judge(Token token, String figure) {
        Sentence sentence = Sentence.around(scanner.text(), start(figure), scanner.end(), names);
        return matcher.judge(token, figure, sentence, new Surroundings(page, sentence));
    }

    /** One of too many: nothing is proven, though a fact that is named is shown. */
    private Piece.Figure unread(Token token, String figure) {
        Fact fact =
                token instanceof Token.Placeholder(String id) ? book.find(id).orElse(null) : null;
        if (fact == null) {
            boolean named = token instanceof Token.Placeholder;
            return named
                    ? judge(token, figure)
                    : new Piece.Figure(figure, "", null, Piece.Status.UNVERIFIED, List.of());
        }
        return new Piece.Figure(
                fact.value().display(),
                fact.value().plain(),
                fact.value() instanceof Value.Amount(Money money) ? money.currency() : null,
                Piece.Status.UNVERIFIED,
                List.of(fact.id()));
    }

    /** Whether what follows the token, and has not come yet, may matter to its mark. */
    private boolean mayStillChange(Token token) {
        return !(token instanceof Token.NotAFigure)
                && (book.size() > 0 || book.namesTold() > 0 || book.organisation() != null || !notes.isEmpty())
                && !Sentence.isWhole(scanner.text(), scanner.end(), names);
    }

    /** Where the found text starts in what the scanner holds; of more than it holds only the end is there. */
    private int start(String figure) {
        return Math.max(0, scanner.end() - figure.length());
    }

    /** A plain number may belong to a name in the books, such as the customer "Acme 5000"; written as an amount it may not. */
    private static boolean mayBeName(Token token, String raw) {
        return token instanceof Token.Unreadable
                || token instanceof Token.Numeral number
                        && !number.amount()
                        && !number.percent()
                        && !AMOUNT_LIKE.matcher(raw).find();
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
