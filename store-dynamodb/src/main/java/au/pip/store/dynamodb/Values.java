package au.pip.store.dynamodb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values of our kinds. */
final class Values {
    private Values() {}

    static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    static AttributeValue number(BigInteger number) {
        return AttributeValue.fromN(number.toString());
    }

    /** An attribute that every item of this kind has. */
    static AttributeValue of(Map<String, AttributeValue> item, String attribute) {
        return Objects.requireNonNull(item.get(attribute), attribute);
    }

    /** The text of an attribute that every item of this kind has. */
    static String text(Map<String, AttributeValue> item, String attribute) {
        return of(item, attribute).s();
    }

    /** The number of an attribute; 0 when the item has none. DynamoDB's numbers can be greater than the greatest long. */
    static long number(Map<String, AttributeValue> item, String attribute) {
        AttributeValue value = item.get(attribute);
        return value == null ? 0 : number(value);
    }

    /** The same, however great it is. */
    static BigInteger whole(Map<String, AttributeValue> item, String attribute) {
        AttributeValue value = item.get(attribute);
        return value == null ? BigInteger.ZERO : whole(value);
    }

    private static BigInteger whole(AttributeValue value) {
        return new BigDecimal(value.n()).toBigInteger();
    }

    /** The nearest long. */
    static long number(AttributeValue value) {
        return whole(value)
                .max(BigInteger.valueOf(Long.MIN_VALUE))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValue();
    }
}
