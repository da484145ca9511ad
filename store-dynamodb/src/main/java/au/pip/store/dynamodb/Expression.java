package au.pip.store.dynamodb;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The names and values that an operation's expressions use. Many of our attributes bear names that DynamoDB reserves. */
final class Expression {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    String name(String attribute) {
        String name = "#" + attribute;
        names.put(name, attribute);
        return name;
    }

    String value(AttributeValue value) {
        String name = ":v" + values.size();
        values.put(name, value);
        return name;
    }

    /** Null when there are none: DynamoDB refuses an empty map. */
    @Nullable
    Map<String, String> names() {
        return names.isEmpty() ? null : names;
    }

    @Nullable
    Map<String, AttributeValue> values() {
        return values.isEmpty() ? null : values;
    }
}
