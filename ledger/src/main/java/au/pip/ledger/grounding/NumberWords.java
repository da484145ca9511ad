package au.pip.ledger.grounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers spelt out, such as "two thousand five hundred" or "half a million". */
final class NumberWords {
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
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Map<String, Long> SCALES =
            Map.of("dozen", 12L, "hundred", 100L, "thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L);
    private static final String BIG = "(?:hundred|thousand|million|billion)";
    private static final String LITTLE =
            "(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
                    + "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";
    /** "One" alone is mostly a pronoun. */
    private static final String ONE = "one(?=[ -](?:" + BIG
            + "|and a half)|\\s(?:customers?|clients?|suppliers?|contacts?|invoices?|bills?|quotes?|orders?|sales"
            + "|open|overdue|unpaid|per\\s?cent|percent|dollars?)\\b)";

    private static final String FRACTION = "(?:half|a quarter of|three quarters of) an? (?:dozen|" + BIG + ")";

    /** Such as "the two largest": it counts nothing in the books. */
    private static final String NO_COUNT =
            "(?!\\s(?:largest|biggest|main|top|oldest|latest|newest|of (?:them|these|those)|things?|ways?|steps?|parts?"
                    + "|points?|reasons?|questions?|options?|figures?|numbers?|others?|sides|halves"
                    + "|limits?|conditions?|tests?|rules?|kinds?|differ|agree|match)\\b)";

    static final String PHRASE =
            "(?i:" + FRACTION + "|(?:an? (?:dozen|" + BIG + ")|" + ONE + "|" + LITTLE + ")(?:(?:[ -]|,? and )(?:one\\b|"
                    + LITTLE + "|" + BIG + "|a half\\b))*)(?![-\\u2010]?[\\p{L}\\p{Nd}])" + NO_COUNT;

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private NumberWords() {}

    /** Null when the words are in no order that makes a number, such as "two three". */
    static @Nullable BigDecimal read(String phrase) {
        List<String> words = WORD.matcher(phrase.toLowerCase(Locale.ROOT))
                .results()
                .map(word -> word.group())
                .toList();
        BigDecimal fraction = fraction(words);
        if (fraction != null) {
            return fraction;
        }
        List<String> left = new ArrayList<>(words);
        boolean half = left.size() > 2 && left.getLast().equals("half");
        if (half) {
            left = left.subList(0, left.size() - 3);
        }
        BigDecimal whole = whole(left);
        return whole == null || !half ? whole : whole.add(new BigDecimal("0.5"));
    }

    private static @Nullable BigDecimal fraction(List<String> words) {
        if (words.size() < 3
                || !SCALES.containsKey(words.getLast())
                || !words.get(words.size() - 2).matches("an?")) {
            return null;
        }
        BigDecimal scale = BigDecimal.valueOf(SCALES.get(words.getLast()));
        return switch (words.getFirst()) {
            case "half" -> scale.multiply(new BigDecimal("0.5"));
            case "a" -> scale.multiply(new BigDecimal("0.25"));
            case "three" -> scale.multiply(new BigDecimal("0.75"));
            default -> null;
        };
    }

    private static @Nullable BigDecimal whole(List<String> words) {
        long total = 0;
        long group = 0;
        long floor = Long.MAX_VALUE;
        boolean ones = false;
        boolean tens = false;
        for (String word : words) {
            int small = SMALL.indexOf(word);
            int ten = TENS.indexOf(word);
            if (word.equals("and")) {
                continue;
            }
            if (word.matches("an?")) {
                group = 1;
                ones = true;
            } else if (small >= 0) {
                if (ones || tens && small >= 10 || small == 0 && words.size() > 1) {
                    return null;
                }
                group += small;
                ones = true;
            } else if (ten >= 0) {
                if (ones || tens) {
                    return null;
                }
                group += (ten + 2) * 10L;
                tens = true;
            } else if (word.equals("hundred") || word.equals("dozen")) {
                if (group == 0 || group > 99) {
                    return null;
                }
                group *= word.equals("dozen") ? 12 : 100;
                ones = false;
                tens = false;
            } else {
                Long scale = SCALES.get(word);
                if (scale == null || scale >= floor || group == 0) {
                    return null;
                }
                floor = scale;
                total += group * scale;
                group = 0;
                ones = false;
                tens = false;
            }
        }
        return BigDecimal.valueOf(total + group);
    }
}
