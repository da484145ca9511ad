package au.pip.ledger;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The months and quarters that a text names, such as "September", "Sep 2026" or "September quarter"; days such as
 * "30 September" name none.
 */
final class NamedPeriods {
    private static final Pattern NAME = Pattern.compile("(?<![\\p{L}\\p{Nd}])(?<!\\d(?:st|nd|rd|th)?(?: of)? )(?<month>"
            + FigureScanner.MONTH + ")(?![\\p{L}\\p{Nd}])\\.?(?<quarter> quarter)?(?: (?<year>\\d{4})(?!\\p{Nd}))?"
            + "(?! \\d{1,2}(?:st|nd|rd|th)?(?![\\p{L}\\p{Nd}]))");
    private static final Pattern MODAL =
            Pattern.compile("(?:\\b(?:in|for|of|during|from|to|since|and|last|this)|[–-])\\s$");

    private NamedPeriods() {}

    /** Whether a whole month's or quarter's fact stands in a text that names others of its kind only. */
    static boolean contradict(Period period, String text) {
        YearMonth first = YearMonth.from(period.from());
        boolean month = period.equals(Period.month(first));
        boolean quarter = period.equals(Period.quarterOf(period.from()));
        List<Boolean> agreements = new ArrayList<>();
        Matcher name = NAME.matcher(text);
        while ((month || quarter) && name.find()) {
            boolean namesQuarter = name.group("quarter") != null;
            if (quarter && !namesQuarter || isModal(name, text)) {
                continue;
            }
            int last = TokenReader.month(name.group("month"));
            int from = namesQuarter ? (last - 1) / 3 * 3 + 1 : last;
            int to = namesQuarter ? from + 2 : last;
            boolean sameMonth = from <= first.getMonthValue() && first.getMonthValue() <= to;
            boolean sameYear = name.group("year") == null || Integer.parseInt(name.group("year")) == first.getYear();
            agreements.add(sameMonth && sameYear);
        }
        return !agreements.isEmpty() && !agreements.contains(true);
    }

    /** "May I…" names no month. */
    private static boolean isModal(Matcher name, String text) {
        return name.group("month").equals("May")
                && name.group("year") == null
                && name.group("quarter") == null
                && !MODAL.matcher(text.substring(0, name.start())).find();
    }
}
