package au.pip.ledger.grounding;

import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges a token against the facts: the value must agree, and so must what the words around it say it is of. */
final class FigureMatcher {
    static final int MOST_DATED = 3;

    private static final Pattern ROUNDED = Pattern.compile(
            "(?i)(?:\\b(?<near>about|around|roughly|approximately|approx\\.?|close to|or so)|\\b(?<most>nearly|almost|(?:just )?under|just short of|less than)"
                    + "|\\b(?<least>(?<!turned )(?:just )?over|more than|at least)|~|≈)[^\\p{L}\\p{Nd}]*$");
    private static final Pattern LOSS =
            Pattern.compile("(?i)\\b(?:loss|losses|lost|deficit|overdrawn|in the red)\\b|\\bdown\\W*$");
    /** How far before a figure's own clause a word may turn its sign. */
    private static final int SIGN_REACH = 40;

    private static final Pattern GAIN = Pattern.compile("(?i)\\b(?:profit|gain|surplus|earned|made money)\\b");
    private static final Pattern OTHER_DOLLARS = Pattern.compile("^\\s(?:US|NZ|Canadian|Singapore)\\b");

    private static final Pattern NEXT_WORDS = Pattern.compile("^(?:\\s\\p{L}+){1,3}");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

    private final FactBook book;
    private final @Nullable LocalDate today;
    private final FactIndex index;
    private final Agreement agreement;
    private final DateMatcher dates;
    private final List<Token> said;

    /** @param said the figures in the person's own message */
    FigureMatcher(FactBook book, @Nullable LocalDate today, List<Token> said) {
        this.book = book;
        this.today = today;
        this.index = new FactIndex(book);
        this.agreement = new Agreement(index, today);
        this.said = List.copyOf(said);
        this.dates = new DateMatcher(index, agreement, this.said);
    }

    /** How many facts were compared with figures. */
    long looks() {
        return index.looks();
    }

    /** @param sentence whole, as far as it will be looked at */
    Piece.Figure judge(Token token, String raw, Sentence sentence, Surroundings around) {
        return switch (token) {
            case Token.Placeholder(String factId) ->
                book.find(factId)
                        .map(fact -> named(fact, raw, sentence, around))
                        .orElseGet(() ->
                                new Piece.Figure("[no such figure]", "", null, Piece.Status.UNVERIFIED, List.of()));
            case Token.Numeral number -> number(number, raw, sentence, around);
            case Token.Day(LocalDate date) -> dates.day(raw, List.of(date), date.toString(), token, sentence, around);
            case Token.DayOfYear(int month, int day) ->
                dates.day(
                        raw,
                        index.dates().stream()
                                .filter(date -> date.getMonthValue() == month && date.getDayOfMonth() == day)
                                .toList(),
                        "",
                        token,
                        sentence,
                        around);
            case Token.Month(YearMonth month) -> dates.month(raw, month, token, sentence);
            case Token.Span(Period period) -> dates.span(raw, period, token, sentence);
            case Token.Unreadable _ -> new Piece.Figure(raw, "", null, Piece.Status.UNVERIFIED, List.of());
            case Token.NotAFigure _ -> throw new IllegalArgumentException("not a figure: " + raw);
        };
    }

    /** A fact that the model named: its amount is right, but what stands around it may say something else. */
    private Piece.Figure named(Fact fact, String raw, Sentence sentence, Surroundings around) {
        boolean fitting = agreement.fits(fact, around)
                && !gainCalledLoss(fact.value(), fact.measure(), around)
                && !Neighbours.change(fact.value(), raw, sentence.before(), sentence.after());
        return new Piece.Figure(
                fact.value().display(),
                fact.value().plain(),
                fact.value() instanceof Value.Amount(Money money) ? money.currency() : null,
                fitting ? status(fact) : Piece.Status.UNVERIFIED,
                List.of(fact.id()));
    }

    private Piece.Figure number(Token.Numeral number, String raw, Sentence sentence, Surroundings around) {
        List<Fact> agreeing = new ArrayList<>();
        boolean length = Length.isMeant(number, sentence);
        if (!length
                && !Neighbours.signed(sentence.before())
                && !OTHER_DOLLARS.matcher(sentence.after()).find()) {
            for (Token.Numeral read : readings(number, raw, sentence.before(), around)) {
                agreeing.addAll(agreeing(read, sentence.before(), around));
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
        if (YEAR.matcher(raw).matches() && !isCounted(sentence.after())) {
            int year = number.value().intValue();
            Piece.Figure figure = dates.year(raw, year, sentence);
            if (figure != null) {
                return figure;
            }
        }
        List<Fact> spanning = length ? Length.of(number, sentence, index, today) : List.of();
        if (!spanning.isEmpty()) {
            return new Piece.Figure(
                    raw,
                    Length.iso(number, sentence),
                    null,
                    Piece.Status.VERIFIED,
                    spanning.stream().map(Fact::id).toList());
        }
        boolean own = said.stream()
                .anyMatch(token -> token instanceof Token.Numeral theirs
                        && theirs.value().compareTo(number.value()) == 0
                        && theirs.percent() == number.percent()
                        && (theirs.currency() == null
                                || number.currency() == null
                                || theirs.currency().equals(number.currency())));
        return figure(raw, number, null, own ? Piece.Status.USER : Piece.Status.UNVERIFIED, List.of());
    }

    /** Whether something that can be counted follows: then "2026" is no year. */
    private static boolean isCounted(String after) {
        Matcher words = NEXT_WORDS.matcher(after);
        return words.find() && Topic.in(words.group()).stream().anyMatch(Topic::isThing);
    }

    /** As it stands; without a currency also as dollars, where it is written to the cent or stands in a table. */
    private static List<Token.Numeral> readings(Token.Numeral number, String raw, String before, Surroundings around) {
        boolean table = around.grid() != null;
        if (number.amount() && !table && raw.matches("\\([^-\u2212]*\\)") && Neighbours.isAside(before)) {
            return List.of(
                    number,
                    new Token.Numeral(
                            number.value().abs(), number.currency(), number.unit(), false, true, number.scaled()));
        }
        boolean cents = number.unit().scale() == 2;
        if (number.amount() || number.percent() || !table && !cents) {
            return List.of(number);
        }
        boolean bracketed = raw.startsWith("(") && raw.endsWith(")");
        return List.of(
                number,
                new Token.Numeral(
                        bracketed ? number.value().negate() : number.value(),
                        Money.AUD,
                        number.unit(),
                        false,
                        true,
                        number.scaled()));
    }

    /** The facts of that value of which the words around the figure may speak. */
    private List<Fact> agreeing(Token.Numeral number, String before, Surroundings around) {
        Set<String> subjects = new HashSet<>();
        around.around().forEach(part -> part.mentions().forEach(each -> subjects.addAll(each.subjects())));
        around.before().forEach(part -> part.mentions().forEach(each -> subjects.addAll(each.subjects())));
        if (around.asked() != null) {
            around.asked().mentions().forEach(each -> subjects.addAll(each.subjects()));
        }
        Matcher rounded = ROUNDED.matcher(before);
        boolean hedged = rounded.find();
        boolean loose = hedged || number.scaled();
        BigDecimal half = loose ? number.unit().divide(BigDecimal.TWO) : BigDecimal.ZERO;
        BigDecimal least = number.value().subtract(hedged && rounded.group("least") != null ? BigDecimal.ZERO : half);
        BigDecimal most = number.value().add(hedged && rounded.group("most") != null ? BigDecimal.ZERO : half);
        List<Fact> agreeing = new ArrayList<>();
        for (Fact fact : index.between(least, most, subjects)) {
            if (isOfKind(number, fact.value())
                    && !gainCalledLoss(fact.value(), fact.measure(), around)
                    && agreement.fits(fact, around)) {
                agreeing.add(fact);
            }
        }
        if (number.value().signum() > 0) {
            boolean loss = calledLoss(around);
            String said = around.label(Part::words);
            for (Fact fact : index.between(most.negate(), least.negate(), subjects)) {
                if (isOfKind(number, fact.value())
                        && (loss || Direction.isFall(fact, said))
                        && agreement.fits(fact, around)) {
                    agreeing.add(fact);
                }
            }
        }
        return agreeing;
    }

    private static boolean isOfKind(Token.Numeral number, Value value) {
        return switch (value) {
            case Value.Amount(Money money) ->
                number.currency() != null && number.currency().equals(money.currency());
            case Value.Count _, Value.Ratio _ -> !number.percent() && !number.amount();
            case Value.Percent _ -> number.percent();
            case Value.Day _ -> false;
        };
    }

    /** Words of a loss lead to the figure, in its clause or shortly before it. */
    private static boolean calledLoss(Surroundings around) {
        String own = around.own().text();
        if (LOSS.matcher(own.substring(0, Math.max(0, own.indexOf(Part.FIGURE))))
                .find()) {
            return true;
        }
        int reach = own.indexOf(Part.FIGURE);
        for (Part clause : around.earlier().subList(0, around.linked())) {
            Matcher loss = LOSS.matcher(clause.text());
            if (loss.find() && reach + clause.text().length() - loss.start() <= SIGN_REACH) {
                return true;
            }
            reach += clause.text().length();
        }
        return false;
    }

    private static boolean gainCalledLoss(Value value, String measure, Surroundings around) {
        if (!(value instanceof Value.Amount(Money money))
                || money.minor() <= 0
                || !measure.toLowerCase(Locale.ROOT).contains("profit")) {
            return false;
        }
        return calledLoss(around) && !GAIN.matcher(around.own().text()).find()
                || around.own().topics().contains(Topic.NET_LOSS)
                        && !around.own().topics().contains(Topic.PROFIT);
    }

    private static int mentions(Sentence sentence, Fact fact) {
        String text = (sentence.before() + sentence.after()).toLowerCase(Locale.ROOT);
        int found = text.contains(fact.subject().toLowerCase(Locale.ROOT)) ? 10 : 0;
        for (String word : fact.measure().toLowerCase(Locale.ROOT).split("\\W+")) {
            found += word.length() > 2 && text.contains(word) ? 1 : 0;
        }
        return found;
    }

    static Piece.Status status(Fact fact) {
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
