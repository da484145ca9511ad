package au.pip.evaluation.grounding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes numbers and days in each {@link Form}. */
final class Spelling {
    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private Spelling() {}

    static String of(Said said) {
        return switch (said.kind().unit) {
            case MONEY -> money(said);
            case COUNT -> count(said);
            case PERCENT -> percent(said);
            case DAY -> day(LocalDate.ofEpochDay(said.number().longValue()), said.form());
        };
    }

    private static String money(Said said) {
        BigDecimal size = said.number().abs();
        boolean negative = said.number().signum() < 0;
        String code = said.currency();
        String grouped = String.format(Locale.ROOT, "%,.2f", size);
        String words = whole(size);
        String shown = switch (said.form()) {
            case PLAIN -> symbol(code) + size.toPlainString();
            case CODE_FIRST -> code + " " + grouped;
            case CODE_LAST -> grouped + " " + code;
            case DOLLARS -> grouped + " " + currencyName(code);
            case LETTERED -> lettered(code) + grouped;
            case WORDS -> words == null ? symbol(code) + grouped : words + " " + currencyName(code);
            case ABOUT -> symbol(code) + String.format(Locale.ROOT, "%,.0f", size);
            case THOUSANDS -> symbol(code) + size.movePointLeft(3).setScale(1, RoundingMode.HALF_UP) + "k";
            default -> symbol(code) + grouped;
        };
        String hedge = said.form() == Form.ABOUT ? "about " : "";
        if (!negative || said.form() == Form.LOSS) {
            return hedge + shown;
        }
        return switch (said.form()) {
            case BRACKETS -> "(" + shown + ")";
            case WORDS -> "minus " + shown;
            default -> hedge + "-" + shown;
        };
    }

    private static String count(Said said) {
        String words = whole(said.number());
        // "One" is more often no number.
        return said.form() == Form.WORDS && words != null && said.number().compareTo(BigDecimal.ONE) > 0
                ? words
                : String.format(Locale.ROOT, said.form() == Form.PLAIN ? "%.0f" : "%,.0f", said.number());
    }

    private static String percent(Said said) {
        String digits = said.number().stripTrailingZeros().toPlainString();
        String words = whole(said.number());
        return switch (said.form()) {
            case PLAIN -> digits + " per cent";
            case CODE_FIRST -> digits + " percent";
            case WORDS -> words == null ? digits + "%" : words + " per cent";
            default -> digits + "%";
        };
    }

    static String day(LocalDate day, Form form) {
        String month = day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return switch (form) {
            case PLAIN ->
                DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).format(day);
            case CODE_FIRST -> day.toString();
            case CODE_LAST ->
                DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ENGLISH).format(day);
            case DOLLARS -> month + " " + day.getDayOfMonth() + ", " + day.getYear();
            case LETTERED -> day.getDayOfMonth() + ordinal(day.getDayOfMonth()) + " of " + month + " " + day.getYear();
            default -> day.getDayOfMonth() + " " + month + " " + day.getYear();
        };
    }

    private static String ordinal(int day) {
        return day / 10 == 1
                ? "th"
                : switch (day % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    private static String symbol(String code) {
        return switch (code) {
            case "AUD" -> "$";
            case "EUR" -> "€";
            case "GBP" -> "£";
            default -> code + " ";
        };
    }

    private static String lettered(String code) {
        return switch (code) {
            case "AUD" -> "A$";
            case "USD" -> "US$";
            case "NZD" -> "NZ$";
            default -> symbol(code);
        };
    }

    static String currencyName(String code) {
        return switch (code) {
            case "AUD" -> "dollars";
            case "USD" -> "US dollars";
            case "NZD" -> "New Zealand dollars";
            case "EUR" -> "euros";
            default -> "pounds";
        };
    }

    /** In words, where a person would write it so; null where not. */
    static @Nullable String whole(BigDecimal number) {
        if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0) {
            return null;
        }
        long value = number.longValueExact();
        if (value == 500_000) {
            return "half a million";
        }
        if (value >= 1_000_000 || value > 200 && value % 50 != 0) {
            return null;
        }
        return words(value);
    }

    private static String words(long value) {
        if (value < 20) {
            return SMALL.get((int) value);
        }
        if (value < 100) {
            return TENS.get((int) value / 10) + (value % 10 == 0 ? "" : "-" + SMALL.get((int) value % 10));
        }
        if (value < 1_000) {
            return SMALL.get((int) value / 100) + " hundred" + rest(value % 100, " and ");
        }
        return words(value / 1_000) + " thousand" + rest(value % 1_000, value % 1_000 < 100 ? " and " : " ");
    }

    private static String rest(long value, String joint) {
        return value == 0 ? "" : joint + words(value);
    }
}
