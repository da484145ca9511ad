package au.pip.store.dynamodb;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;

/** What became of a {@link Transaction}. */
sealed interface Written {
    /** All of it is stored. */
    record Done() implements Written {}

    /** Nothing of it is stored: some items are not as they had to be. */
    record Refused(List<CancellationReason> reasons) implements Written {
        /** Whether the write of this place is the only one that was refused, for sure. */
        boolean isOnlyAt(int place) {
            for (int each = 0; each < reasons.size(); each++) {
                if (each == place
                        ? !refused(reasons.get(each))
                        : !"None".equals(reasons.get(each).code())) {
                    return false;
                }
            }
            return true;
        }

        /** What stands in the way of the write of this place; empty when there is no item. */
        Map<String, AttributeValue> found(int place) {
            return reasons.get(place).hasItem() ? reasons.get(place).item() : Map.of();
        }
    }

    static boolean refused(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }

    default boolean isDone() {
        return this instanceof Done;
    }
}
