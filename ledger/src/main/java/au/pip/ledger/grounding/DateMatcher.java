package au.pip.ledger.grounding;

import au.pip.ledger.Fact;
import au.pip.ledger.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges a day, a month, a year or a range: it tells when a fact is of, or when something falls due or happened, which
 * only a fact of that can bear out.
 */
final class DateMatcher {
    /** A day after these is one on which something falls due, so only a fact that states a day stands behind it. */
    private static final Pattern DUE = Pattern.compile(
            "(?i)(?<!past )\\b(?:due|expir\\w+|deadline|payable by|pay(?:ment)? by|deliver\\w+)\\b(?:[,:]?\\s+(?!(?:as|for|from|of)\\b)[\\p{L}\\p{Nd}'’-]+){0,5}\\W*$"
                    + "|(?i)(?<!past )\\bdue\\b[^.!?\\n¤]{0,100}:\\s*$");

    /** A day that opens or ends a range is none on which something falls due. */
    private static final Pattern RANGE_ON = Pattern.compile("^\\s?[–—]\\s?\\d");

    private static final Pattern RANGE = Pattern.compile("(?:\\p{Nd}|" + FigureScanner.MONTH + ")\\s?[–—]\\s?$");
    private static final Pattern AS_OF = Pattern.compile("(?i)\\b(?:as (?:of|at)|at the end of)\\s+(?:the )?$");
    private static final Pattern WHEN_DUE =
            Pattern.compile("(?i)\\bwhen\\b.{0,80}\\b(?:due|payable|expires?|deadline)\\b");
    /** What lies between what happened and its day. */
    private static final String ON = "\\b[^.;:!?¤\\n]{0,60}?\\bon\\s+(?:the\\s+)?$";

    private static final Pattern PAID_ON = Pattern.compile(
            "(?i)(?<!\\bnot )(?<!\\bnot yet )(?<!\\bnot been )\\b(?:paid(?! yet)|received|refunded|transferred|deposited|spent|withdrew)"
                    + ON);
    private static final Pattern DONE_ON = Pattern.compile(
            "(?i)\\b(?:sent|issued|invoiced|billed|raised|ordered|bought|sold|approved|accepted|declined)" + ON);
    private static final Pattern EVENT_IN = Pattern.compile(
            "(?i)\\b(?:lodged|filed|submitted|audited|registered|founded|established|incorporated|hired|promised|emailed)"
                    + "\\b[^.;:!?¤\\n]{0,60}?\\b(?:on|in|during|since)\\s+(?:the\\s+)?$");

    private final FactIndex index;
    private final Agreement agreement;
    private final List<Token> said;

    /** @param said the figures in the person's own message */
    DateMatcher(FactIndex index, Agreement agreement, List<Token> said) {
        this.index = index;
        this.agreement = agreement;
        this.said = said;
    }

    Piece.Figure day(
            String raw, List<LocalDate> dates, String otherwise, Token token, Sentence sentence, Surroundings around) {
        boolean due = isDue(sentence, around) || isAskedWhenDue(sentence, around);
        boolean paid = !due && PAID_ON.matcher(sentence.before()).find();
        boolean done = !due && (DONE_ON.matcher(sentence.before()).find() || isEvent(sentence));
        boolean bounds = !due && !paid && !done;
        for (LocalDate date : dates) {
            List<Fact> facts = due || paid ? stating(date, around) : done ? on(date, around) : index.bounded(date);
            if (facts.isEmpty() && bounds) {
                facts = index.stating(date).stream()
                        .filter(fact -> Whose.isDocument(fact)
                                ? around.own().topics().contains(Topic.DUE_DATE) && Whose.fits(fact, around)
                                : agreement.fits(fact, around))
                        .toList();
            }
            if (!facts.isEmpty()) {
                return new Piece.Figure(
                        raw,
                        date.toString(),
                        null,
                        due ? FigureMatcher.status(facts.getFirst()) : Piece.Status.VERIFIED,
                        facts.stream()
                                .limit(FigureMatcher.MOST_DATED)
                                .map(Fact::id)
                                .toList());
            }
        }
        LocalDate only = dates.size() == 1 ? dates.getFirst() : null;
        if (bounds && only != null && isLawsDay(only)) {
            return new Piece.Figure(raw, only.toString(), null, Piece.Status.VERIFIED, List.of());
        }
        return dated(raw, otherwise, token);
    }

    /** The first or last day of a financial year for which a figure of the law holds. */
    private boolean isLawsDay(LocalDate day) {
        boolean bound = day.getDayOfMonth() == 1 && day.getMonthValue() == 7
                || day.getDayOfMonth() == 30 && day.getMonthValue() == 6;
        return bound && index.isOfLaw(Period.day(day));
    }

    private static boolean isDue(Sentence sentence, Surroundings around) {
        String before = sentence.before();
        boolean isRange = RANGE_ON.matcher(sentence.after()).find()
                || RANGE.matcher(before).find();
        if (AS_OF.matcher(before).find()) {
            return false;
        }
        Part grid = around.grid();
        return DUE.matcher(before).find() && !isRange
                || grid != null && grid.topics().contains(Topic.DUE_DATE);
    }

    /** "When is it due?" "3 November." */
    private static boolean isAskedWhenDue(Sentence sentence, Surroundings around) {
        Part asked = around.asked();
        return asked != null
                && sentence.before().isBlank()
                && WHEN_DUE.matcher(asked.words()).find();
    }

    private List<Fact> stating(LocalDate date, Surroundings around) {
        return index.stating(date).stream()
                .filter(fact -> Whose.isDocument(fact) ? Whose.fits(fact, around) : agreement.dayFits(fact, around))
                .toList();
    }

    /** What happened to documents on that day, or that a fact states of it. */
    private List<Fact> on(LocalDate date, Surroundings around) {
        List<Fact> facts = new ArrayList<>(stating(date, around));
        index.documents(date).stream().filter(fact -> Whose.fits(fact, around)).forEach(facts::add);
        return facts;
    }

    Piece.Figure month(String raw, YearMonth month, Token token, Sentence sentence) {
        return bounded(
                raw, month.atDay(1), month.atEndOfMonth(), _ -> month.toString(), month.toString(), token, sentence);
    }

    Piece.Figure span(String raw, Period period, Token token, Sentence sentence) {
        return bounded(raw, period.from(), period.to(), LocalDate::toString, "", token, sentence);
    }

    private static boolean isEvent(Sentence sentence) {
        return EVENT_IN.matcher(sentence.before()).find();
    }

    /** Verified when a fact's period begins or ends there, and nothing is said to have happened then that no fact tells. */
    private Piece.Figure bounded(
            String raw,
            LocalDate from,
            LocalDate to,
            Function<LocalDate, String> value,
            String otherwise,
            Token token,
            Sentence sentence) {
        if (isEvent(sentence)) {
            return dated(raw, otherwise, token);
        }
        List<Fact> facts = new ArrayList<>(index.bounded(to));
        facts.addAll(index.bounded(from));
        for (LocalDate day = from; facts.isEmpty() && !day.isAfter(to); day = day.plusDays(1)) {
            facts.addAll(index.bounded(day));
        }
        if (facts.isEmpty() && isLawsYear(from, to)) {
            return new Piece.Figure(raw, value.apply(from), null, Piece.Status.VERIFIED, List.of());
        }
        return facts.isEmpty()
                ? dated(raw, otherwise, token)
                : new Piece.Figure(
                        raw,
                        value.apply(from),
                        null,
                        Piece.Status.VERIFIED,
                        facts.stream()
                                .limit(FigureMatcher.MOST_DATED)
                                .map(Fact::id)
                                .distinct()
                                .toList());
    }

    /** A financial year for which a figure of the law holds. */
    private boolean isLawsYear(LocalDate from, LocalDate to) {
        boolean year = from.getMonthValue() == 7
                && from.getDayOfMonth() == 1
                && to.equals(from.plusYears(1).minusDays(1));
        return year && index.isOfLaw(new Period(from, to));
    }

    /** Null when no fact is of that year: the number may be something else. */
    Piece.@Nullable Figure year(String raw, int year, Sentence sentence) {
        Piece.Figure figure = bounded(
                raw,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                _ -> raw,
                raw,
                new Token.Unreadable(),
                sentence);
        return figure.status() == Piece.Status.VERIFIED ? figure : null;
    }

    private Piece.Figure dated(String raw, String otherwise, Token token) {
        Piece.Status status = said.contains(token) ? Piece.Status.USER : Piece.Status.UNVERIFIED;
        return new Piece.Figure(raw, otherwise, null, status, List.of());
    }
}
