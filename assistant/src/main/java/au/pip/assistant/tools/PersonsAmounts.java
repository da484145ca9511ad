package au.pip.assistant.tools;

import au.pip.assistant.books.FactTable;
import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The amounts that a person named in digits. A tool takes no other from a model: what is worked out of an amount that
 * nobody said would look as true as the books.
 *
 * @param said the person's messages of the conversation
 */
record PersonsAmounts(List<String> said) {
    private static final Pattern AMOUNT = Pattern.compile(
            "(?i)(?<![\\w.,])(?:AUD\\s?|A)?\\$?\\s?(\\d{1,3}(?:,\\d{3})+|\\d{1,12})(\\.\\d{1,2})?\\s?(k|thousand|m|million)?(?![\\w%])");

    /**
     * The argument as an amount that the person named.
     *
     * @throws BadArgument when it is no amount, or not one of theirs
     */
    Money read(String argument, String text, Currency currency) {
        BigDecimal amount = numbers(text)
                .reduce((_, last) -> last)
                .orElseThrow(() -> new BadArgument("The argument '%s' is an amount such as 1500 or 1500.50, not '%s'."
                        .formatted(argument, FactTable.cell(text))));
        boolean theirs = said.stream().anyMatch(each -> numbers(each).anyMatch(named -> named.compareTo(amount) == 0));
        if (!theirs) {
            throw new BadArgument(
                    "No such amount was said in digits, so nothing was worked out. Which amount is meant?");
        }
        return Money.rounded(amount, currency);
    }

    /** Whether the words stand for nothing at all. */
    static boolean isNone(String text) {
        return text.strip().toLowerCase(Locale.ROOT).matches("none|no|\\$?0(?:\\.0+)?");
    }

    private static Stream<BigDecimal> numbers(String text) {
        return AMOUNT.matcher(text).results().map(PersonsAmounts::number);
    }

    private static BigDecimal number(MatchResult found) {
        BigDecimal digits = new BigDecimal(found.group(1).replace(",", "")
                + Optional.ofNullable(found.group(2)).orElse(""));
        String unit = Optional.ofNullable(found.group(3)).orElse("").toLowerCase(Locale.ROOT);
        return switch (unit) {
            case "k", "thousand" -> digits.movePointRight(3);
            case "m", "million" -> digits.movePointRight(6);
            default -> digits;
        };
    }
}
