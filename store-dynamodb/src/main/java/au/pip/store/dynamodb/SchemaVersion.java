package au.pip.store.dynamodb;

import au.pip.assistant.store.StoreException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which form the items have, noted in one of them. */
final class SchemaVersion {
    static final long NOW = 1;
    static final Key PLACE = new Key("database", "schema");
    static final String VERSION = "version";

    private SchemaVersion() {}

    /** Notes this program's version where there is none, and refuses a newer one. */
    static void noteAndCheck(Table table, DynamoSettings settings) {
        Map<String, AttributeValue> note = new HashMap<>(PLACE.attributes());
        note.put(VERSION, Values.number(NOW));
        check(
                table.get(PLACE)
                        .or(() -> table.write(table.transaction().put(note, Condition.absent()))
                                        .isDone()
                                ? Optional.of(note)
                                : table.get(PLACE)),
                settings);
    }

    /** Refuses a newer version, and writes nothing. */
    static void check(Table table, DynamoSettings settings) {
        check(table.get(PLACE), settings);
    }

    private static void check(Optional<Map<String, AttributeValue>> note, DynamoSettings settings) {
        long version = note.map(there -> Values.number(there, VERSION)).orElse(NOW);
        if (version > NOW) {
            throw new StoreException(
                    settings.place() + " was made by a newer Pip: start that version, or name another table.",
                    new IllegalStateException("schema " + version));
        }
    }
}
