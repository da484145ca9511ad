package au.pip.store.dynamodb;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items that only say where a row is: places in a list, and guards of what may be there once. */
final class Pointer {
    private static final String PARTITION = "row_PK";
    private static final String SORT = "row_SK";

    private Pointer() {}

    static Map<String, AttributeValue> of(Key place, Key row) {
        Map<String, AttributeValue> pointer = new HashMap<>(place.attributes());
        pointer.put(PARTITION, Values.text(row.partition()));
        pointer.put(SORT, Values.text(row.sort()));
        return pointer;
    }

    static Key target(Map<String, AttributeValue> pointer) {
        return new Key(Values.text(pointer, PARTITION), Values.text(pointer, SORT));
    }
}
