package au.pip.store.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What becomes of an item's attributes. */
final class Change {
    private final Map<String, AttributeValue> set = new LinkedHashMap<>();
    private final Map<String, Long> added = new LinkedHashMap<>();
    private final List<String> removed = new ArrayList<>();

    Change set(String attribute, AttributeValue value) {
        set.put(attribute, value);
        return this;
    }

    Change set(String attribute, String text) {
        return set(attribute, Values.text(text));
    }

    Change set(String attribute, long number) {
        return set(attribute, Values.number(number));
    }

    Change setAll(Map<String, AttributeValue> values) {
        set.putAll(values);
        return this;
    }

    /** An attribute that is not there counts as 0. */
    Change add(String attribute, long number) {
        added.put(attribute, number);
        return this;
    }

    Change remove(String attribute) {
        removed.add(attribute);
        return this;
    }

    boolean isEmpty() {
        return set.isEmpty() && added.isEmpty() && removed.isEmpty();
    }

    String text(Expression expression) {
        List<String> clauses = new ArrayList<>();
        if (!set.isEmpty()) {
            clauses.add(set.entrySet().stream()
                    .map(each -> expression.name(each.getKey()) + " = " + expression.value(each.getValue()))
                    .collect(Collectors.joining(", ", "SET ", "")));
        }
        if (!added.isEmpty()) {
            clauses.add(added.entrySet().stream()
                    .map(each ->
                            expression.name(each.getKey()) + " " + expression.value(Values.number(each.getValue())))
                    .collect(Collectors.joining(", ", "ADD ", "")));
        }
        if (!removed.isEmpty()) {
            clauses.add(removed.stream().map(expression::name).collect(Collectors.joining(", ", "REMOVE ", "")));
        }
        return String.join(" ", clauses);
    }
}
