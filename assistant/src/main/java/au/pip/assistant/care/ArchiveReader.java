package au.pip.assistant.care;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.spi.StoredText;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link ArchiveWriter} wrote: the header at once, then row by row, then the tally. */
final class ArchiveReader implements AutoCloseable {
    private static final JsonMapper LINES = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();
    private static final int BUFFER = 1 << 16;

    private final JsonParser lines;
    private final ArchiveHeader header;
    private final ArchiveShape shape;
    private @Nullable Tally tally;
    private Noun last = Noun.ACCOUNT;

    /** @throws Malformed when it does not begin as an archive does */
    ArchiveReader(InputStream in) throws Malformed {
        lines = begun(in);
        JsonNode first = well(this::object);
        shape = well(() -> shape(first));
        header = well(() -> header(first));
    }

    /**
     * A row.
     *
     * @param row as it is kept today
     * @param written its values as the archive has them
     */
    record Read(Row row, List<@Nullable Object> written) {}

    /** It is not written as an archive is. The message says what is amiss. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    ArchiveHeader header() {
        return header;
    }

    /** Whether its rows have fewer values than today's. */
    boolean isOlder() {
        return shape.isOlder();
    }

    /** The next row; null after the last, when {@link #tally} is known and the file is at its end. */
    @Nullable
    Read next() throws Malformed {
        return well(() -> {
            JsonToken token = lines.nextToken();
            if (token == JsonToken.START_ARRAY) {
                return row();
            }
            if (token != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("its counts are missing");
            }
            tally = tally(lines.<JsonNode>readValueAsTree());
            JsonNode seal = object();
            if (!seal.path("sha256").isString() || lines.nextToken() != null) {
                throw new IllegalArgumentException("something follows its end");
            }
            return null;
        });
    }

    /** What the archive says of its rows, as they are written there. */
    Tally tally() {
        if (tally == null) {
            throw new IllegalStateException("not read to its end yet");
        }
        return tally;
    }

    @Override
    public void close() {
        lines.close();
    }

    private static JsonParser begun(InputStream in) throws Malformed {
        try {
            return LINES.createParser(new GZIPInputStream(in, BUFFER));
        } catch (IOException notGzip) {
            throw new Malformed("it is not compressed as gzip does", notGzip);
        }
    }

    @FunctionalInterface
    private interface Reading<T extends @Nullable Object> {
        T read();
    }

    private static <T extends @Nullable Object> T well(Reading<T> reading) throws Malformed {
        try {
            return reading.read();
        } catch (JacksonException broken) {
            throw new Malformed(broken.getOriginalMessage(), broken);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException broken) {
            throw new Malformed(String.valueOf(broken.getMessage()), broken);
        }
    }

    private JsonNode object() {
        if (lines.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("an object is missing");
        }
        return lines.readValueAsTree();
    }

    private static ArchiveShape shape(JsonNode header) {
        if (!"backup".equals(header.path("pip").asString(""))) {
            throw new IllegalArgumentException("it is no backup");
        }
        ArchiveShape shape =
                header.path("format").asInt(0) == ArchiveWriter.FORMAT ? ArchiveShape.of(header.path("nouns")) : null;
        if (shape == null) {
            throw new CareException("This backup was made by Pip "
                    + header.path("version").asString("")
                    + ", which keeps other rows than this one: restore it with that version.");
        }
        return shape;
    }

    private static ArchiveHeader header(JsonNode header) {
        return new ArchiveHeader(
                header.path("version").asString(""),
                Instant.parse(header.path("made").asString("")),
                header.path("from").asString(""),
                header.path("one_moment").asBoolean(false));
    }

    private Read row() {
        Noun of = noun(text());
        List<@Nullable Object> values = new ArrayList<>(of.fields().size());
        for (JsonToken token = lines.nextToken(); token != JsonToken.END_ARRAY; token = lines.nextToken()) {
            values.add(
                    switch (token) {
                        case VALUE_NULL -> null;
                        case VALUE_STRING -> StoredText.read(lines.getString());
                        case VALUE_NUMBER_INT -> lines.getLongValue();
                        case null -> throw new IllegalArgumentException("a row is cut");
                        default -> throw new IllegalArgumentException("a row holds a value of another kind");
                    });
        }
        return new Read(shape.row(of, values), values);
    }

    private String text() {
        if (lines.nextToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("a row has no noun");
        }
        return lines.getString();
    }

    /** Nouns come in their order, so that what a row refers to is there before it. */
    private Noun noun(String word) {
        for (Noun noun : Noun.values()) {
            if (noun.word().equals(word) && shape.holds(noun) && noun.compareTo(last) >= 0) {
                last = noun;
                return noun;
            }
        }
        throw new IllegalArgumentException("its rows are not in their order");
    }

    private Tally tally(JsonNode footer) {
        Map<Noun, Tally.Part> parts = new EnumMap<>(Noun.class);
        for (Noun noun : Noun.values()) {
            if (!shape.holds(noun)) {
                parts.put(noun, Counting.NOTHING);
                continue;
            }
            JsonNode part = footer.path("nouns").path(noun.word());
            if (!part.path("rows").isIntegralNumber()) {
                throw new IllegalArgumentException("it has no counts");
            }
            parts.put(
                    noun,
                    new Tally.Part(
                            part.path("rows").asLong(), part.path("digest").asString("")));
        }
        Tally tally = new Tally(parts);
        if (footer.path("rows").asLong(-1) != tally.rows()) {
            throw new IllegalArgumentException("its counts do not add up");
        }
        return tally;
    }
}
