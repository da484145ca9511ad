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
            "(?i)\\b(?:loss|lost|down|less|lower|worse|refund|refundable|credit|fell|fallen|drop|dropped|decrease|decreased|behind|overdrawn)\\b");
    private static final Pattern WHOLE = Pattern.compile("(?i)\\b(?:total|altogether|in all|overall|combined|all)\\b");

    private static final Pattern WORD_END = Pattern.compile("\\W+");

    private static final int MOST_DATED = 3;

    private final FactBook book;
    private final List<Token> said;

    /** @param said the figures in the person's own message */
    FigureMatcher(FactBook book, List<Token> said) {
        this.book = book;
        this.said = List.copyOf(said);
    }

    /** @param before the text of the answer up to the token */
    Piece.Figure judge(Token token, String raw, String before) {
        String sentence = sentence(before);
        return switch (token) {
            case Token.Placeholder(String factId) ->
                book.find(factId)
                        .map(fact -> named(fact, sentence))
                        .orElseGet(() ->
                                new Piece.Figure("[no such figure]", "", null, Piece.Status.UNVERIFIED, List.of()));
            case Token.Numeral number -> number(number, raw, sentence);
            case Token.Day(LocalDate date) -> dated(raw, date::equals, LocalDate::toString, date.toString(), token);
            case Token.DayOfYear(int month, int day) ->
                dated(
                        raw,
                        date -> date.getMonthValue() == month && date.getDayOfMonth() == day,
                        LocalDate::toString,
                        "",
                        token);
            case Token.Month(YearMonth month) ->
                dated(raw, date -> YearMonth.from(date).equals(month), _ -> month.toString(), month.toString(), token);
            case Token.NotAFigure _ -> throw new IllegalArgumentException("not a figure: " + raw);
        };
    }

    /** A fact that the model named: its amount is right, but it may be put into a sentence about another. */
    private Piece.Figure named(Fact fact, String sentence) {
        return new Piece.Figure(
                fact.value().display(),
                fact.value().plain(),
                fact.value() instanceof Value.Amount(Money money) ? money.currency() : null,
                fits(fact, sentence) ? status(fact) : Piece.Status.UNVERIFIED,
                List.of(fact.id()));
    }

    private Piece.Figure number(Token.Numeral number, String raw, String sentence) {
        boolean loose =
                number.scaled() || ROUNDED.matcher(before(sentence, raw)).find();
        boolean opposite = OPPOSITE.matcher(sentence).find();
        List<Fact> agreeing = new ArrayList<>();
        for (Fact fact : book.all()) {
            if (agrees(number, fact.value(), loose, opposite) && fits(fact, sentence)) {
                agreeing.add(fact);
            }
        }
        if (!agreeing.isEmpty()) {
            agreeing.sort(Comparator.comparingInt((Fact fact) -> mentions(sentence, fact))
                    .reversed());
            Fact best = agreeing.getFirst();
            return figure(
                    raw,
                    number,
                    best.value(),
                    status(best),
                    agreeing.stream().map(Fact::id).toList());
        }
        if (isYear(number)) {
            int year = number.value().intValue();
            Piece.Figure figure = dated(raw, date -> date.getYear() == year, _ -> raw, raw, number);
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

    /** The latest facts that such a date bounds stand behind it. */
    private Piece.Figure dated(
            String raw, Predicate<LocalDate> agrees, Function<LocalDate, String> value, String otherwise, Token token) {
        List<String> facts = new ArrayList<>();
        String found = otherwise;
        for (Fact fact : book.all().reversed()) {
            Optional<LocalDate> date = days(fact).stream().filter(agrees).findFirst();
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
            case Value.Day _ -> false;
        };
    }

    private static boolean close(Token.Numeral number, BigDecimal fact, boolean loose, boolean opposite) {
        BigDecimal value = opposite && number.value().signum() > 0 && fact.signum() < 0 ? fact.negate() : fact;
        BigDecimal off = number.value().subtract(value).abs();
        return loose ? off.multiply(BigDecimal.TWO).compareTo(number.unit()) <= 0 : off.signum() == 0;
    }

    /** A fact of one named subject does not stand behind a sentence about another. */
    private boolean fits(Fact fact, String sentence) {
        String named = lastNamed(sentence);
        if (named == null || named.equalsIgnoreCase(fact.subject())) {
            return true;
        }
        return isGeneral(fact.subject())
                && WHOLE.matcher(sentence.substring(lastIndex(sentence, named))).find();
    }

    private @Nullable String lastNamed(String sentence) {
        String found = null;
        int at = -1;
        for (Fact fact : book.all()) {
            int index = isGeneral(fact.subject()) ? -1 : lastIndex(sentence, fact.subject());
            if (index > at
                    || index == at
                            && index >= 0
                            && found != null
                            && fact.subject().length() > found.length()) {
                found = fact.subject();
                at = index;
            }
        }
        return found;
    }

    private static int lastIndex(String sentence, String subject) {
        return sentence.toLowerCase(Locale.ROOT).lastIndexOf(subject.toLowerCase(Locale.ROOT));
    }

    /** Whether the subject stands for the whole business or a whole list rather than for one name. */
    private static boolean isGeneral(String subject) {
        return subject.isEmpty() || subject.startsWith("all ") || subject.startsWith("the ");
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

    private static boolean isYear(Token.Numeral number) {
        return number.currency() == null
                && !number.percent()
                && number.unit().compareTo(BigDecimal.ONE) == 0
                && number.value().compareTo(BigDecimal.valueOf(1990)) > 0
                && number.value().compareTo(BigDecimal.valueOf(2100)) < 0;
    }

    private static List<LocalDate> days(Fact fact) {
        List<LocalDate> days =
                new ArrayList<>(List.of(fact.period().from(), fact.period().to()));
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

    /** The sentence or line in progress, up to the token. */
    private static String sentence(String before) {
        int start = Math.max(before.lastIndexOf('\n'), Math.max(before.lastIndexOf(". "), before.lastIndexOf("? ")));
        return before.substring(start + 1);
    }

    private static String before(String sentence, String raw) {
        return sentence.endsWith(raw) ? sentence.substring(0, sentence.length() - raw.length()) : sentence;
    }
}
