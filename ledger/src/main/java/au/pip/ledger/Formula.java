package au.pip.ledger;

import java.util.List;

/** How a derived fact was worked out of others, named by their ids. */
public sealed interface Formula {
    record Sum(List<String> terms) implements Formula {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /** {@code minuend − subtrahend}. */
    record Difference(String minuend, String subtrahend) implements Formula {}

    /** {@code part ÷ whole × 100}, rounded half up to one decimal place. */
    record Percent(String part, String whole) implements Formula {}

    /** {@code (now − before) ÷ |before| × 100}, rounded half up to one decimal place. */
    record Change(String now, String before) implements Formula {}

    /** {@code percent} of {@code amount}: their product ÷ 100, rounded half up to the cent. */
    record PercentOf(String percent, String amount) implements Formula {}

    /** {@code amount × part ÷ whole}, rounded half up to the cent, such as an amount of some days over a year. */
    record Proportion(String amount, String part, String whole) implements Formula {}

    default List<String> inputs() {
        return switch (this) {
            case Sum(List<String> terms) -> terms;
            case Difference(String minuend, String subtrahend) -> List.of(minuend, subtrahend);
            case Percent(String part, String whole) -> List.of(part, whole);
            case Change(String now, String before) -> List.of(now, before);
            case PercentOf(String percent, String amount) -> List.of(percent, amount);
            case Proportion(String amount, String part, String whole) -> List.of(amount, part, whole);
        };
    }

    /** Such as {@code F1 + F2}, {@code F1 of F2} or {@code (F1 − F2) ÷ |F2|}. */
    default String text() {
        return switch (this) {
            case Sum(List<String> terms) -> String.join(" + ", terms);
            case Difference(String minuend, String subtrahend) -> minuend + " − " + subtrahend;
            case Percent(String part, String whole) -> part + " ÷ " + whole;
            case Change(String now, String before) -> "(" + now + " − " + before + ") ÷ |" + before + "|";
            case PercentOf(String percent, String amount) -> percent + " of " + amount;
            case Proportion(String amount, String part, String whole) -> amount + " × " + part + " ÷ " + whole;
        };
    }
}
