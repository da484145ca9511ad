package au.pip.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges a token against the facts: the value must agree, and so must what the sentence says it is of. */
final class FigureMatcher {
    private static final Pattern ROUNDED =
            Pattern.compile("(?i)(?:about|around|roughly|approximately|nearly|almost|over|under|just|~|≈)\\W*$");
    private static final Pattern OPPOSITE = Pattern.compile(
            "(?i)\\b(?:loss|lost|down|lower|worse|refund|refundable|fell|fallen|dropped|decreased?|behind|overdrawn)\\b");
    /** A loss-word that the figure completes, as in "a loss of about". */
    private static final Pattern LOSS =
            Pattern.compile("(?i)\\b(?:loss|lost)(?:\\W+(?:of|was|is|by|came|to|about|around"
                    + "|roughly|approximately|nearly|almost|just|over|under|AUD))*\\W*$");

    private static final Pattern DUE = Pattern.compile("(?i)\\bdue\\b:?(?:\\s+(?!(?:as|for)\\b)\\p{L}+){0,3}\\s*$");
    private static final Pattern WHOLE = Pattern.compile("(?i)\\b(?:total|altogether|in all|overall|combined|all)\\b");

    private static final Pattern WORD_END = Pattern.compile("\\W+");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final int MOST_DATED = 3;
    /** How far before a figure a word may turn its sign. */
    private static final int SIGN_REACH = 40;

    private final FactBook book;
    private final Names names;
    private final List<Token> said;

    /** @param said the figures in the person's own message */
    FigureMatcher(FactBook book, Names names, List<Token> said) {
        this.book = book;
        this.names = names;
        this.said = List.copyOf(said);
    }

    /** @param following all the text after the token, as far as it has come */
    Piece.Figure judge(Token token, String raw, Sentence sentence, String following) {
        String before = sentence.before();
        return switch (token) {
            case Token.Placeholder(String factId) ->
                book.find(factId)
                        .map(fact -> named(fact, raw, before, following))
                        .orElseGet(() ->
                                new Piece.Figure("[no such figure]", "", null, Piece.Status.UNVERIFIED, List.of()));
            case Token.Numeral number -> number(number, raw, sentence);
            case Token.Day(LocalDate date) ->
                dated(raw, before, date::equals, LocalDate::toString, date.toString(), token);
            case Token.DayOfYear(int month, int day) ->
                dated(
                        raw,
                        before,
                        date -> date.getMonthValue() == month && date.getDayOfMonth() == day,
                        LocalDate::toString,
                        "",
                        token);
            case Token.Month(YearMonth month) ->
                dated(
                        raw,
                        before,
                        date -> YearMonth.from(date).equals(month),
                        _ -> month.toString(),
                        month.toString(),
                        token);
            case Token.Unreadable _ -> new Piece.Figure(raw, "", null, Piece.Status.UNVERIFIED, List.of());
            case Token.NotAFigure _ -> throw new IllegalArgumentException("not a figure: " + raw);
        };
    }

    /** Whether only facts of named subjects fit, and the name may still come. */
    boolean needsRest(Token token, Sentence sentence) {
        if (sentence.whole() || !(token instanceof Token.Numeral number)) {
            return false;
        }
        List<Fact> agreeing = agreeing(number, sentence.before());
        return !agreeing.isEmpty() && lacksName(agreeing, sentence);
    }

    /** A fact that the model named: its amount is right, but what stands around it may say something else. */
    private Piece.Figure named(Fact fact, String raw, String before, String following) {
        boolean fitting = fits(fact, before) && !Neighbours.change(fact.value(), raw, before, following);
        return new Piece.Figure(
                fact.value().display(),
                fact.value().plain(),
                fact.value() instanceof Value.Amount(Money money) ? money.currency() : null,
                fitting ? status(fact) : Piece.Status.UNVERIFIED,
                List.of(fact.id()));
    }

    private Piece.Figure number(Token.Numeral number, String raw, Sentence sentence) {
        String before = sentence.before();
        List<Fact> agreeing = agreeing(number, before);
        if (lacksName(agreeing, sentence)) {
            String named = names.firstSubject(sentence.after());
            agreeing.removeIf(fact -> named == null || !named.equalsIgnoreCase(fact.subject()));
        }
        if (!agreeing.isEmpty()) {
            agreeing.sort(Comparator.comparingInt((Fact fact) -> mentions(before, fact))
                    .reversed());
            Fact best = agreeing.getFirst();
            return figure(
                    raw,
                    number,
                    best.value(),
                    status(best),
                    agreeing.stream().map(Fact::id).toList());
        }
        if (YEAR.matcher(raw).matches()) {
            int year = number.value().intValue();
            Piece.Figure figure = dated(raw, before, date -> date.getYear() == year, _ -> raw, raw, number);
            if (figure.status() == Piece.Status.VERIFIED) {
                return figure;
            }
        }
        boolean own = said.stream()
                .anyMatch(token -> token instanceof Token.Numeral theirs
                        && theirs.value().compareTo(number.value()) == 0
                        && theirs.percent() == number.percent());
        return figure(raw, number, null, own ? Piece.Status.USER : Piece.Status.UNVERIFIED, List.of());
    }

    /** The facts of that value that the text before the figure allows. */
    private List<Fact> agreeing(Token.Numeral number, String before) {
        List<Fact> agreeing = new ArrayList<>();
        if (Neighbours.signed(before)) {
            return agreeing;
        }
        boolean loose = number.scaled() || ROUNDED.matcher(before).find();
        String near = before.substring(Math.max(0, before.length() - SIGN_REACH));
        boolean opposite = OPPOSITE.matcher(near).find();
        for (Fact fact : book.all()) {
            if (agrees(number, fact.value(), loose, opposite) && fits(fact, before)) {
                agreeing.add(fact);
            }
        }
        return agreeing;
    }

    /** Whether only facts of named subjects are left, and the text before the figure names none. */
    private boolean lacksName(List<Fact> agreeing, Sentence sentence) {
        return agreeing.stream().noneMatch(fact -> Names.isGeneral(fact.subject()))
                && names.lastSubject(sentence.before()) == null;
    }

    /** The latest facts that such a date bounds stand behind it; behind a due date only a fact that is a day. */
    private Piece.Figure dated(
            String raw,
            String before,
            Predicate<LocalDate> agrees,
            Function<LocalDate, String> value,
            String otherwise,
            Token token) {
        boolean due = DUE.matcher(before).find();
        List<String> facts = new ArrayList<>();
        String found = otherwise;
        for (Fact fact : book.all().reversed()) {
            Optional<LocalDate> date = days(fact, due).stream().filter(agrees).findFirst();
            if (date.isPresent() && !fact.isDerived() && facts.size() < MOST_DATED) {
                facts.add(fact.id());
                found = value.apply(date.get());
            }
        }
        if (!facts.isEmpty()) {
            return new Piece.Figure(raw, found, null, Piece.Status.VERIFIED, facts);
        }
        Piece.Status status = said.contains(token) ? Piece.Status.USER : Piece.Status.UNVERIFIED;
        return new Piece.Figure(raw, otherwise, null, status, List.of());
    }

    private static boolean agrees(Token.Numeral number, Value value, boolean loose, boolean opposite) {
        return switch (value) {
            case Value.Amount(Money money) ->
                !number.percent()
                        && (number.currency() == null
                                ? false
                                : number.currency().equals(money.currency()))
                        && close(number, money.toDecimal(), loose, opposite);
            case Value.Count(long count) ->
                !number.percent() && !number.amount() && close(number, BigDecimal.valueOf(count), loose, false);
            case Value.Percent(BigDecimal percent) -> number.percent() && close(number, percent, loose, opposite);
            case Value.Ratio(BigDecimal times) ->
                !number.percent() && !number.amount() && close(number, times, loose, false);
            case Value.Day _ -> false;
        };
    }

    private static boolean close(Token.Numeral number, BigDecimal fact, boolean loose, boolean opposite) {
        BigDecimal value = opposite && number.value().signum() > 0 && fact.signum() < 0 ? fact.negate() : fact;
        BigDecimal off = number.value().subtract(value).abs();
        return loose ? off.multiply(BigDecimal.TWO).compareTo(number.unit()) <= 0 : off.signum() == 0;
    }

    /** A fact of one subject, month or quarter does not stand behind a sentence about another, nor a profit behind a loss. */
    private boolean fits(Fact fact, String before) {
        boolean gain = fact.value() instanceof Value.Amount(Money money)
                && money.minor() > 0
                && fact.measure().toLowerCase(Locale.ROOT).contains("profit");
        if (gain && LOSS.matcher(before).find() || NamedPeriods.contradict(fact.period(), before)) {
            return false;
        }
        String named = names.lastSubject(before);
        if (named == null || named.equalsIgnoreCase(fact.subject())) {
            return true;
        }
        return Names.isGeneral(fact.subject())
                && WHOLE.matcher(before.substring(Names.lastIndex(before, named)))
                        .find();
    }

    private static int mentions(String sentence, Fact fact) {
        String text = sentence.toLowerCase(Locale.ROOT);
        int found = text.contains(fact.subject().toLowerCase(Locale.ROOT)) ? 10 : 0;
        for (String word :
                WORD_END.splitAsStream(fact.measure().toLowerCase(Locale.ROOT)).toList()) {
            found += word.length() > 2 && text.contains(word) ? 1 : 0;
        }
        return found;
    }

    private static List<LocalDate> days(Fact fact, boolean due) {
        List<LocalDate> days = new ArrayList<>();
        if (!due) {
            days.add(fact.period().from());
            days.add(fact.period().to());
        }
        if (fact.value() instanceof Value.Day(LocalDate date)) {
            days.add(date);
        }
        return days;
    }

    private static Piece.Status status(Fact fact) {
        return fact.isDerived() ? Piece.Status.DERIVED : Piece.Status.VERIFIED;
    }

    private static Piece.Figure figure(
            String raw, Token.Numeral number, @Nullable Value value, Piece.Status status, List<String> facts) {
        String plain = value == null ? number.value().stripTrailingZeros().toPlainString() : value.plain();
        return new Piece.Figure(
                raw,
                plain,
                value instanceof Value.Amount(Money money) ? money.currency() : number.currency(),
                status,
                facts);
    }
}
