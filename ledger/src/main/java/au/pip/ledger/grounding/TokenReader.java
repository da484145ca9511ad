package au.pip.ledger.grounding;

import au.pip.ledger.Money;
import au.pip.ledger.Period;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text of a possible figure into a {@link Token}. */
final class TokenReader {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern DIGITS = Pattern.compile("\\d[\\d,\\u00a0\\u202f ]*(?:\\.\\d+)?");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern SPELT_TAIL =
            Pattern.compile("\\s(?:per\\s?cent|" + FigureScanner.CURRENCY_NAME + "|" + FigureScanner.CURRENCY + ")$");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    /** Letters, a separator, digits. */
    private static final Pattern IDENTIFIER =
            Pattern.compile("#?(?!" + FigureScanner.CURRENCY + "\\b)\\p{L}+[-/#][\\w/#-]*\\d[\\w-]*|#\\d+");

    private TokenReader() {}

    /** @param kind the scanner's group */
    static Token read(String kind, String raw) {
        return switch (kind) {
            case "placeholder" -> new Token.Placeholder(raw.replaceAll("[${}\\s]", ""));
            case "address", "time", "marker", "label", "ordinal" -> new Token.NotAFigure();
            case "iso" -> isoDay(raw);
            case "slashed" -> slashedDay(raw);
            case "fiscal" -> financialYear(raw);
            case "dayspan" -> daySpan(raw);
            case "spelt" -> spelt(raw);
            case "daymonth", "monthday" -> dayAndMonth(raw);
            case "monthyear" -> new Token.Month(YearMonth.of(lastNumber(raw), month(raw)));
            case "word" -> IDENTIFIER.matcher(raw).matches() ? new Token.NotAFigure() : new Token.Unreadable();
            case "residue" -> new Token.Unreadable();
            default -> number(raw);
        };
    }

    private static Token financialYear(String raw) {
        List<Integer> numbers = NUMBER.matcher(raw)
                .results()
                .map(hit -> Integer.valueOf(hit.group()))
                .toList();
        int first = numbers.getFirst() % 2000 + 2000;
        if (numbers.size() == 1) {
            return new Token.Span(new Period(LocalDate.of(first - 1, 7, 1), LocalDate.of(first, 6, 30)));
        }
        return (first + 1) % 100 == numbers.getLast() % 100
                ? new Token.Span(new Period(LocalDate.of(first, 7, 1), LocalDate.of(first + 1, 6, 30)))
                : new Token.Unreadable();
    }

    private static Token daySpan(String raw) {
        List<Integer> numbers = NUMBER.matcher(raw)
                .results()
                .map(hit -> Integer.valueOf(hit.group()))
                .toList();
        try {
            LocalDate to = LocalDate.of(numbers.get(2), month(raw), numbers.get(1));
            return new Token.Span(new Period(to.withDayOfMonth(numbers.get(0)), to));
        } catch (DateTimeException | IllegalArgumentException _) {
            return new Token.Unreadable();
        }
    }

    private static Token spelt(String raw) {
        Matcher tail = SPELT_TAIL.matcher(raw);
        boolean tailed = tail.find();
        BigDecimal value = NumberWords.read(tailed ? raw.substring(0, tail.start()) : raw);
        if (value == null) {
            return new Token.Unreadable();
        }
        boolean percent = tailed && tail.group().contains("cent");
        Currency currency = tailed && !percent ? currency(tail.group()) : null;
        return new Token.Numeral(value, currency, BigDecimal.ONE, percent, currency != null, false);
    }

    private static Token number(String raw) {
        Matcher digits = DIGITS.matcher(raw);
        if (!digits.find()) {
            return new Token.Unreadable();
        }
        String plain = digits.group().replaceAll("[,\\s\\u00a0\\u202f]", "");
        if (CODE.matcher(raw).results().map(code -> code.group()).distinct().count() > 1) {
            return new Token.Unreadable();
        }
        Currency currency = currency(raw);
        BigDecimal shown = new BigDecimal(plain);
        BigDecimal scale = scale(raw.substring(digits.end()).strip());
        boolean negative = raw.matches("(?s)^\\(?[-\\u2212].*|.*[$€£¥A-Z]\\s?[-\\u2212]\\d.*")
                || raw.startsWith("(") && raw.endsWith(")") && currency != null;
        BigDecimal value = shown.multiply(scale);
        return new Token.Numeral(
                negative ? value.negate() : value,
                currency,
                BigDecimal.ONE.movePointLeft(shown.scale()).multiply(scale),
                raw.matches("(?s).*(?:%|per\\s?cent).*"),
                currency != null,
                scale.compareTo(BigDecimal.ONE) != 0);
    }

    private static BigDecimal scale(String tail) {
        if (tail.startsWith("k") || tail.startsWith("K") || tail.startsWith("thousand")) {
            return BigDecimal.valueOf(1_000);
        }
        if (tail.startsWith("bn") || tail.startsWith("billion")) {
            return BigDecimal.valueOf(1_000_000_000);
        }
        return tail.startsWith("m") || tail.startsWith("M") ? BigDecimal.valueOf(1_000_000) : BigDecimal.ONE;
    }

    static @Nullable Currency currency(String raw) {
        Matcher code = CODE.matcher(raw);
        if (code.find()) {
            return Currency.getInstance(code.group());
        }
        if (raw.contains("US$") || raw.contains("US dollars") || raw.contains("U.S. dollars")) {
            return Currency.getInstance("USD");
        }
        if (raw.contains("NZ$") || raw.contains("NZ dollars") || raw.contains("New Zealand dollars")) {
            return Currency.getInstance("NZD");
        }
        for (Map.Entry<String, String> name : Map.of("Canadian", "CAD", "Singapore", "SGD", "Hong Kong", "HKD")
                .entrySet()) {
            if (raw.contains(name.getKey())) {
                return Currency.getInstance(name.getValue());
            }
        }
        if (raw.contains("€") || raw.contains("euro")) {
            return Currency.getInstance("EUR");
        }
        if (raw.contains("£") || raw.contains("pounds")) {
            return Currency.getInstance("GBP");
        }
        if (raw.contains("¥") || raw.contains("yen")) {
            return Currency.getInstance("JPY");
        }
        return raw.contains("$") || raw.contains("dollars") ? Money.AUD : null;
    }

    private static Token isoDay(String raw) {
        try {
            return new Token.Day(LocalDate.parse(raw));
        } catch (DateTimeException _) {
            return new Token.Unreadable();
        }
    }

    private static Token slashedDay(String raw) {
        String[] parts = raw.split("/");
        return day(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
    }

    private static Token dayAndMonth(String raw) {
        Matcher numbers = Pattern.compile("\\d+").matcher(raw);
        numbers.find();
        int day = Integer.parseInt(numbers.group());
        return numbers.find()
                ? day(Integer.parseInt(numbers.group()), month(raw), day)
                : new Token.DayOfYear(month(raw), day);
    }

    private static Token day(int year, int month, int day) {
        try {
            return new Token.Day(LocalDate.of(year, month, day));
        } catch (DateTimeException _) {
            return new Token.Unreadable();
        }
    }

    static int month(String raw) {
        Matcher letters = Pattern.compile("(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
                .matcher(raw.toLowerCase(Locale.ROOT));
        letters.find();
        return MONTHS.indexOf(letters.group()) + 1;
    }

    private static int lastNumber(String raw) {
        return Integer.parseInt(raw.substring(raw.lastIndexOf(' ') + 1));
    }
}
