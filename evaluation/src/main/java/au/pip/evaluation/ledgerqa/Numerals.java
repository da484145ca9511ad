package au.pip.evaluation.ledgerqa;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numerals and days that a text holds, read for scoring. It shares nothing with the reader by which Pip marks
 * figures, so that a fault of one is not hidden by the other.
 */
final class Numerals {
    private static final Pattern NUMERAL =
            Pattern.compile("(?<sign>[-−–]\\s?)?(?<currency>A\\$|US\\$|\\$|(?:AUD|USD)\\s?\\$?)?(?<second>[-−])?"
                    + "(?<![\\p{L}\\d.])(?<digits>\\d{1,3}(?:,\\d{3})+|\\d+)(?<part>\\.\\d+)?(?<percent>\\s?(?:%|per cent|percent))?"
                    + "(?:\\s(?<after>AUD|USD)\\b)?");
    private static final Pattern DAY = Pattern.compile(
            "\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*,? (?<year>\\d{4})\\b");
    private static final Pattern MONTH = Pattern.compile(
            "\\b(?:(?:\\d{1,2}[–-])?\\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*,?(?: \\d{4})?\\b");
    private static final Pattern ISO = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12));

    private final String text;
    private final List<Numeral> numerals = new ArrayList<>();

    /** @param currency empty when none is written */
    private record Numeral(BigDecimal value, String currency, boolean percent) {}

    Numerals(String text) {
        this.text = text;
        String dateless = MONTH.matcher(ISO.matcher(text).replaceAll(" ")).replaceAll(" ");
        Matcher matcher = NUMERAL.matcher(dateless);
        while (matcher.find()) {
            String part = matcher.group("part");
            BigDecimal value = new BigDecimal(matcher.group("digits").replace(",", "") + (part == null ? "" : part));
            boolean negative = matcher.group("sign") != null || matcher.group("second") != null;
            numerals.add(new Numeral(
                    negative ? value.negate() : value, currency(matcher), matcher.group("percent") != null));
        }
    }

    private static String currency(Matcher matcher) {
        String before = matcher.group("currency");
        String after = matcher.group("after");
        String written = (before == null ? "" : before) + (after == null ? "" : after);
        return written.isEmpty() ? "" : written.contains("US") ? "USD" : "AUD";
    }

    boolean hold(Gold gold) {
        return switch (gold.kind()) {
            case AMOUNT -> {
                BigDecimal value = BigDecimal.valueOf(Long.parseLong(gold.value()), 2);
                yield numerals.stream()
                        .anyMatch(each -> each.currency().equals(gold.currency())
                                && !each.percent()
                                && same(each.value(), value));
            }
            case PERCENT -> {
                BigDecimal value = BigDecimal.valueOf(Long.parseLong(gold.value()), 1);
                yield numerals.stream().anyMatch(each -> each.percent() && same(each.value(), value));
            }
            case COUNT -> {
                BigDecimal value = BigDecimal.valueOf(Long.parseLong(gold.value()));
                yield numerals.stream()
                                .anyMatch(each -> each.currency().isEmpty()
                                        && !each.percent()
                                        && each.value().compareTo(value) == 0)
                        || WORDS.entrySet().stream()
                                .anyMatch(word -> word.getValue() == value.intValue()
                                        && Pattern.compile("\\b" + word.getKey() + "\\b", Pattern.CASE_INSENSITIVE)
                                                .matcher(text)
                                                .find());
            }
            case DAY -> holds(LocalDate.parse(gold.value()));
            case ASK, UNKNOWN -> false;
        };
    }

    /** Less than nothing may be said in words: a loss, a fall, a refund. */
    private boolean same(BigDecimal written, BigDecimal value) {
        return written.compareTo(value) == 0
                || value.signum() < 0 && written.compareTo(value.negate()) == 0 && saysLess();
    }

    private boolean saysLess() {
        return text.matches(
                "(?is).*\\b(loss|lost|less|lower|fell|fall|down|below|under|worse|short|behind|refund|negative|decreas\\w+|drop\\w*)\\b.*");
    }

    private boolean holds(LocalDate day) {
        if (ISO.matcher(text).results().anyMatch(found -> found.group().equals(day.toString()))) {
            return true;
        }
        return DAY.matcher(text).results().anyMatch(found -> {
            try {
                String written = found.group("day") + " " + found.group("month") + " " + found.group("year");
                return LocalDate.parse(written, SHORT).equals(day);
            } catch (DateTimeException _) {
                return false;
            }
        });
    }
}
