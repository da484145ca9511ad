package au.pip.store.dynamodb;

import au.pip.assistant.store.StoreException;
import au.pip.assistant.store.spi.StoredText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Texts of any length as attribute values: as they are; longer ones as the bytes of a gzip; what is too long for its
 * item as a map that names parts, which are items of their own. Parts are written before what refers to them and never
 * changed, so that whoever sees the reference sees the text, until another has replaced it. A crash in between leaves
 * parts that nothing refers to.
 */
final class Texts {
    private static final int WORTH_PRESSING = 2_000;
    private static final int PART_BYTES = 350_000;

    private final Table table;

    Texts(Table table) {
        this.table = table;
    }

    /** @param most how many bytes the value may have in its item */
    AttributeValue kept(String text, int most) {
        String written = StoredText.written(text);
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= Math.min(most, WORTH_PRESSING)) {
            return Values.text(written);
        }
        byte[] pressed = pressed(bytes);
        if (bytes.length <= most && bytes.length <= pressed.length) {
            return Values.text(written);
        }
        return pressed.length <= most ? AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(pressed)) : inParts(pressed);
    }

    private AttributeValue inParts(byte[] pressed) {
        String id = UUID.randomUUID().toString();
        List<Map<String, AttributeValue>> parts = new ArrayList<>();
        for (int from = 0; from < pressed.length; from += PART_BYTES) {
            byte[] part = java.util.Arrays.copyOfRange(pressed, from, Math.min(pressed.length, from + PART_BYTES));
            Map<String, AttributeValue> item =
                    new java.util.HashMap<>(part(id, parts.size()).attributes());
            item.put("bytes", AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(part)));
            parts.add(item);
        }
        table.putAll(parts);
        return AttributeValue.fromM(Map.of("parts", Values.text(id), "count", Values.number(parts.size())));
    }

    String read(AttributeValue value) {
        return switch (value.type()) {
            case S -> StoredText.read(value.s());
            case B -> unpressed(value.b().asByteArrayUnsafe());
            case M -> unpressed(joined(value.m()));
            default -> throw new IllegalStateException("no text is kept as " + value.type());
        };
    }

    /** Removes the parts of a text that nothing refers to any more; of a text without parts does nothing. */
    void forget(AttributeValue value) {
        if (value.type() == AttributeValue.Type.M) {
            String id = Values.text(value.m(), "parts");
            table.deleteAll(LongStream.range(0, Values.number(value.m(), "count"))
                    .mapToObj(number -> part(id, number))
                    .toList());
        }
    }

    private static Key part(String id, long number) {
        return new Key(KeyText.of("part", id), KeyText.number(number));
    }

    /** The text was replaced since its reference was read, or is damaged. */
    static final class PartsGone extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        PartsGone(String message) {
            super(message);
        }
    }

    private byte[] joined(Map<String, AttributeValue> reference) {
        String id = Values.text(reference, "parts");
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        int[] count = new int[1];
        table.each(Query.of(KeyText.of("part", id)), part -> {
            joined.writeBytes(Values.of(part, "bytes").b().asByteArrayUnsafe());
            count[0]++;
        });
        if (count[0] != Values.number(reference, "count")) {
            throw new StoreException(
                    "A long text in the database lacks some of its parts: restore a backup.",
                    new PartsGone("of part " + id + " there are " + count[0]));
        }
        return joined.toByteArray();
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
            return StoredText.read(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException damaged) {
            throw new StoreException("A long text in the database is damaged: restore a backup.", damaged);
        }
    }
}
