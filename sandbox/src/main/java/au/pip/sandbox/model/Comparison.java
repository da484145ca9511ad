package au.pip.sandbox.model;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question that compares one period with another, and whether it is the one comparison that the rules can make. */
final class Comparison {
    private static final String DAY =
            "week(?:end)?|fortnight|month|quarter|year|decade|day|summer|autumn|winter|spring|christmas|easter";
    private static final Pattern PERIOD = Pattern.compile("\\b(?:(?:" + DAY
            + ")s?|yesterday|tomorrow|ago|previous(?:ly)?|(?:19|20)\\d{2}|q[1-4]|fy ?\\d{2,4}"
            + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b");
    private static final Pattern BETTER =
            Pattern.compile("\\b(?:better|worse) off\\b|\\bdoing (?:better|worse)\\b|\\bcompared? (?:to|with)\\b");
    private static final Pattern AGAINST =
            Pattern.compile("\\b(?:than|compared|versus|vs|against)\\b\\.?(.*)", Pattern.DOTALL);
    private static final Pattern SAME_DAYS =
            Pattern.compile("\\b(?:this|last) (?:(?:financial|tax) )?(month|quarter|year)\\b(?! (?:but|before))");
    private static final Pattern NOT_NET_PROFIT = Pattern.compile(
            "\\bgst\\b|\\bbas\\b|income|revenue|turnover|\\bsales\\b|expenses|\\bcosts?\\b|\\bspen[dt]|\\bow(?:e|es|ed|ing)\\b"
                    + "|invoice|\\bbills?\\b|balance|assets|\\bcash\\b|\\bbank\\b|customer|supplier");

    private Comparison() {}

    static boolean isAsked(String question) {
        String text = question.toLowerCase(Locale.ROOT);
        if (BETTER.matcher(text).find()) {
            return true;
        }
        Matcher against = AGAINST.matcher(text);
        return against.find() && namesPeriod(against.group(1));
    }

    /**
     * {@code month}, {@code quarter} or {@code financial_year}, so far against the same days of the last one; a question
     * that names no period means the quarter. Empty when it names any other period, several, or another figure than
     * net profit.
     */
    static Optional<String> unit(String question) {
        String text = question.toLowerCase(Locale.ROOT);
        Matcher matcher = SAME_DAYS.matcher(text);
        Set<String> units = new HashSet<>();
        while (matcher.find()) {
            units.add(matcher.group(1));
        }
        if (units.size() > 1
                || namesPeriod(matcher.replaceAll(" "))
                || NOT_NET_PROFIT.matcher(text).find()) {
            return Optional.empty();
        }
        String unit = units.stream().findFirst().orElse("quarter");
        return Optional.of(unit.equals("year") ? "financial_year" : unit);
    }

    private static boolean namesPeriod(String text) {
        return PERIOD.matcher(text).find() || PeriodAsked.namesMonth(text);
    }
}
