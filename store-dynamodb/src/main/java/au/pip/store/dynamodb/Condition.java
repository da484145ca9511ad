package au.pip.store.dynamodb;

import java.util.Arrays;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an item has to be like. */
interface Condition {
    String text(Expression expression);

    static Condition exists() {
        return has(Key.PARTITION);
    }

    static Condition absent() {
        return lacks(Key.PARTITION);
    }

    static Condition has(String attribute) {
        return expression -> "attribute_exists(" + expression.name(attribute) + ")";
    }

    static Condition lacks(String attribute) {
        return expression -> "attribute_not_exists(" + expression.name(attribute) + ")";
    }

    /** Also of an item that has no such attribute. */
    static Condition isNot(String attribute, AttributeValue.Type type) {
        return expression -> "NOT attribute_type(" + expression.name(attribute) + ", "
                + expression.value(Values.text(type.name())) + ")";
    }

    static Condition equal(String attribute, AttributeValue value) {
        return expression -> expression.name(attribute) + " = " + expression.value(value);
    }

    static Condition equal(String attribute, String text) {
        return equal(attribute, Values.text(text));
    }

    static Condition equal(String attribute, long number) {
        return equal(attribute, Values.number(number));
    }

    static Condition below(String attribute, long number) {
        return expression -> expression.name(attribute) + " < " + expression.value(Values.number(number));
    }

    static Condition atMost(String attribute, long number) {
        return expression -> expression.name(attribute) + " <= " + expression.value(Values.number(number));
    }

    static Condition atLeast(String attribute, long number) {
        return expression -> expression.name(attribute) + " >= " + expression.value(Values.number(number));
    }

    static Condition contains(String attribute, String part) {
        return expression ->
                "contains(" + expression.name(attribute) + ", " + expression.value(Values.text(part)) + ")";
    }

    static Condition all(Condition... conditions) {
        return joined(" AND ", conditions);
    }

    static Condition any(Condition... conditions) {
        return joined(" OR ", conditions);
    }

    private static Condition joined(String word, Condition... conditions) {
        return expression -> Arrays.stream(conditions)
                .map(condition -> condition.text(expression))
                .collect(Collectors.joining(word, "(", ")"));
    }
}
