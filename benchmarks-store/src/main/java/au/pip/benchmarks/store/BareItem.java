package au.pip.benchmarks.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item, or only its key, as the bare driver writes it. */
record BareItem(Map<String, AttributeValue> values) {
    /** Bytes from which our stores press a text; a bare driver that did not would send other requests. */
    private static final int WORTH_PRESSING = 2_000;

    static BareItem of(String partition, String sort) {
        Map<String, AttributeValue> key = new HashMap<>();
        key.put("PK", AttributeValue.fromS(partition));
        key.put("SK", AttributeValue.fromS(sort));
        return new BareItem(key);
    }

    BareItem with(String name, String text) {
        values.put(name, AttributeValue.fromS(text));
        return this;
    }

    BareItem with(String name, long number) {
        values.put(name, number(number));
        return this;
    }

    BareItem withLong(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        values.put(
                name,
                bytes.length <= WORTH_PRESSING
                        ? AttributeValue.fromS(text)
                        : AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(pressed(bytes))));
        return this;
    }

    BareItem pointingAt(BareItem row) {
        values.put("row_PK", row.values().get("PK"));
        values.put("row_SK", row.values().get("SK"));
        return this;
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(value(item, name).n());
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }

    static String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = value(item, name);
        return value.s() != null ? value.s() : unpressed(value.b().asByteArrayUnsafe());
    }

    /** In 16 digits, in the order of the numbers. */
    static String ordered(long number) {
        return HexFormat.of().toHexDigits(number ^ Long.MIN_VALUE);
    }

    private static byte[] pressed(byte[] bytes) {
        ByteArrayOutputStream pressed = new ByteArrayOutputStream();
        try (GZIPOutputStream press = new GZIPOutputStream(pressed)) {
            press.write(bytes);
        } catch (IOException never) {
            throw new UncheckedIOException("writing to memory", never);
        }
        return pressed.toByteArray();
    }

    private static String unpressed(byte[] pressed) {
        try (GZIPInputStream bytes = new GZIPInputStream(new ByteArrayInputStream(pressed))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
