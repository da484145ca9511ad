package au.pip.store.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where an item is: its partition, and its place in there. */
record Key(String partition, String sort) {
    static final String PARTITION = "PK";
    static final String SORT = "SK";

    static Key of(Map<String, AttributeValue> item) {
        return new Key(Values.text(item, PARTITION), Values.text(item, SORT));
    }

    Map<String, AttributeValue> attributes() {
        return Map.of(PARTITION, Values.text(partition), SORT, Values.text(sort));
    }
}
