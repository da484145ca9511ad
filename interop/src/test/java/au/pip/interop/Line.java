package au.pip.interop;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values as one line of text, which is the same however a library holds them: amounts without trailing zeros, words in
 * capitals without signs between them, "-" for nothing.
 */
final class Line {
    private Line() {}

    static String of(@Nullable Object... values) {
        return Arrays.stream(values).map(Line::text).collect(Collectors.joining(" | "));
    }

    /** A line a record, in an order that does not depend on theirs. */
    static <T> List<String> each(List<T> records, Function<T, String> line) {
        return records.stream().map(line).sorted().toList();
    }

    /** The parts of a record in one value, in their order. */
    static <T> String parts(List<T> parts, Function<T, String> line) {
        return parts.stream().map(line).toList().toString();
    }

    /** A word of Xero's, as a library that has a value for it writes it. */
    static String word(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "-";
            case Money money -> number(money.toDecimal());
            case Double number -> number(BigDecimal.valueOf(number));
            case BigDecimal number -> number(number);
            case Enum<?> word -> word(word.toString());
            default -> value.toString().isEmpty() ? "-" : value.toString();
        };
    }

    private static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
