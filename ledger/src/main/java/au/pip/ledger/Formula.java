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

    /** {@code first ÷ second}, rounded half up to two decimal places. */
    record Ratio(String first, String second) implements Formula {}

    /** {@code (a + b + …) ÷ n}, rounded half up: of money to the minor unit, of counts to two decimal places. */
    record Average(List<String> terms) implements Formula {
        public Average {
            terms = List.copyOf(terms);
        }
    }

    /** How many of some facts fit. */
    record Count(List<String> fitting, List<String> among) implements Formula {
        public Count {
            fitting = List.copyOf(fitting);
            among = List.copyOf(among);
        }
    }

    /** {@code whole × times ÷ parts}, rounded half up to the minor unit. */
    record Scaled(String whole, long times, long parts) implements Formula {}

    /**
     * {@code minuend − amount}, where the amount stands in no books.
     *
     * @param whose such as "your amount"
     */
    record Less(String minuend, Money amount, String whose) implements Formula {}

    /** {@code part ÷ whole × 100}, rounded half up to one decimal place, where the whole stands in no books. */
    record PercentOfAmount(String part, Money whole, String whose) implements Formula {}

    default List<String> inputs() {
        return switch (this) {
            case Sum(List<String> terms) -> terms;
            case Difference(String minuend, String subtrahend) -> List.of(minuend, subtrahend);
            case Percent(String part, String whole) -> List.of(part, whole);
            case Change(String now, String before) -> List.of(now, before);
            case PercentOf(String percent, String amount) -> List.of(percent, amount);
            case Proportion(String amount, String part, String whole) -> List.of(amount, part, whole);
            case Ratio(String first, String second) -> List.of(first, second);
            case Average(List<String> terms) -> terms;
            case Count count -> count.among();
            case Scaled scaled -> List.of(scaled.whole());
            case Less less -> List.of(less.minuend());
            case PercentOfAmount percent -> List.of(percent.part());
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
            case Ratio(String first, String second) -> first + " ÷ " + second;
            case Average(List<String> terms) -> "(" + String.join(" + ", terms) + ") ÷ " + terms.size();
            case Count(List<String> fitting, List<String> among) ->
                "how many of " + String.join(", ", among)
                        + (fitting.isEmpty() ? "" : ": " + String.join(", ", fitting));
            case Scaled(String whole, long times, long parts) ->
                whole + (times == 1 ? "" : " × " + times) + " ÷ " + parts;
            case Less(String minuend, Money amount, String whose) ->
                minuend + " − " + amount.display() + " (" + whose + ")";
            case PercentOfAmount(String part, Money whole, String whose) ->
                part + " ÷ " + whole.display() + " (" + whose + ")";
        };
    }
}
